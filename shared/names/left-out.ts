/*
 * What stands beside a name and is no part of it: forms of companies (Czech Act 90/2012, Polish Kodeks spółek handlowych,
 * chapter 4 of the Russian Civil Code, the usual English and German ones), titles, words of address, particles.
 */

/** Forms written as several words or with stops; matched in folded text, in this order. */
const FORMS: readonly RegExp[] = [
  /(?<!\p{L})г-(?:н|на|ну|жа|жу|жи)(?!\p{L})/gu,
  /spolecnost s rucenim omezenym/g,
  /spolka z ograniczona odpowiedzialnoscia/g,
  /общество с ограниченной ответственностью/g,
  /(?:публичное |закрытое |открытое )?акционерное общество/g,
  /индивидуальныи предприниматель|индивидуальный предприниматель/g,
  /akciova spolecnost|spolka akcyjna|spolka jawna|spolka komandytowa|verejna obchodni spolecnost/g,
  /(?<![\p{L}])(?:spol\.? ?s ?)?s ?\. ?r ?\. ?o ?\.?(?![\p{L}])/gu,
  /(?<![\p{L}])spol\.? s ?r\.? ?o\.?(?![\p{L}])/gu,
  /(?<![\p{L}])sp\.? ?z ?\.?o\. ?o\.?(?![\p{L}])/gu,
  /(?<![\p{L}])sp\.? ?z ?oo(?![\p{L}])/gu,
  /(?<![\p{L}])sp\. ?[kjp]\.?(?![\p{L}])/gu,
  /(?<![\p{L}])(?:v\.o\.s\.|o\.p\.s\.|p\.s\.a\.|s\.k\.a\.)/gu,
  /(?<![\p{L}])(?:a\.s\.?|k\.s\.?|z\.s\.?|z\.u\.?|s\.p\.?|s\.a\.?|s\.c\.?|b\.v\.?|n\.v\.?)$/gu,
  /(?<![\p{L}])(?:a|k|v|s)\. s\.$/gu,
];

const FORM_WORDS = new Set(
  `sro spol vos ops as zs sa psa ska ltd limited llc llp inc incorporated corp corporation plc gmbh ag se kg bv nv co company
  ооо оао зао пао ао нао ип тоо фгуп гуп муп нко ано чп ooo oao zao pao ao nao ip too fgup`.split(/\s+/),
);

const TITLES = new Set(
  `judr mudr mvdr mddr phdr rndr paeddr thdr icdr pharmdr phmr rcdr ing mgr mga bc bca doc prof dr phd csc drsc mba llm dis
  pan pani slecna mr mrs ms miss mx sir dame esq jr sr lic inz hab adw mec radca mag dipl
  г-н г-жа гн гжа господин госпожа гражданин гражданка адвокат тов мл ст ml st nar roz rozena rozeny dr. de da di du del della
  van von der den zu ten ter z ze vel née nee dite urozena урожд урожденная`.split(/\s+/),
);

/** Words that many companies share: alone they make no match. */
const GENERIC = new Set(
  `stavby stavebni trade trading group consulting invest investment holding service services servis systems solutions
  international firma firm spolecnost spolka przedsiebiorstwo uslugi budowlane handlowe handlowa obchodni transport auto reality advokatni kancelar
  kancelaria adwokacka law office and und a i и торговый дом группа компания фирма центр сервис трейд инвест строй partners
  partneri partnerzy партнеры синове synove sons syn brothers bratri`.split(/\s+/),
);

/** Takes forms of companies that are written with stops or as several words out of a folded text. */
export const withoutForms = (folded: string): string =>
  FORMS.reduce((text, form) => text.replaceAll(form, ' '), folded).trim();

/** Whether a folded word, without stops, is a form of company, a title or a particle. */
export const isLeftOut = (word: string): boolean => FORM_WORDS.has(word) || TITLES.has(word);

/** Whether a folded word says too little to be a name. */
export const isGeneric = (word: string): boolean => GENERIC.has(word);

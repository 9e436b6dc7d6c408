/** Names of countries as people write them at the end of an address. */
const COUNTRIES =
  /^(česk[áé] republik[ay]|česko|czech republic|czechia|cz|polska|poland|pl|polsko|россия|российская федерация|рф|russia|russian federation|rusko|rosja|slovensko|slovakia|deutschland|germany|německo|niemcy|österreich|austria|rakousko|united kingdom|uk|great britain|ireland|france|україна|ukraine|беларусь|казахстан)\.?$/iu;

/** «110 00», «110 00 Praha 1», «CZ-110 00 Praha», «00-950 Warszawa»: a code with or without its town. */
const CODE_BEFORE_TOWN = /^(?:[A-Z]{1,2}[- ])?(?:\d{3} ?\d{2}|\d{2}-\d{3}|\d{4,5})(?:\s+(?=\p{L})|$)/u;
const CODE_ALONE = /^(?:[A-Z]{1,2}[- ])?(?:\d{3} ?\d{2}|\d{2}-\d{3}|\d{4,5})$/u;
const TOWN_BEFORE_CODE = /^(\p{L}.*?)[, ]+(\d{3} \d{2}|\d{2}-\d{3})$/u;

const RUSSIAN_CODE = /^\d{6}$/;
const RUSSIAN_CODE_FIRST = /^(\d{6})[ ,]+(?=\S)/;
const RUSSIAN_CODE_LAST = /[ ,]+(\d{6})$/;
/** Parts of a Russian address that belong into its first line: street, house, building, flat. */
const RUSSIAN_STREET =
  /^(?:ул|улица|пр|пр-т|просп|проспект|пер|переулок|наб|набережная|ш|шоссе|б-р|бул|бульвар|пл|площадь|проезд|пр-д|туп|тупик|аллея|мкр|микрорайон|кв-л|д|дом|влд|вл|корп|корпус|к|стр|строение|лит|литера|кв|квартира|оф|офис|пом|помещение|этаж|подъезд|а\/я|абонентский ящик)(?=[.\s\d]|$)|(?:\s)(?:улица|ул\.|проспект|пр-т|переулок|пер\.|набережная|наб\.|шоссе|бульвар|площадь|проезд)$|^\d+[а-я]?(?:\/\d+)?$/iu;

const parts = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const linesIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/,$/, '').trim())
    .filter((line) => line !== '');

/** The last line apart, when it names a country. */
function countryApart(
  lines: readonly string[],
): readonly [lines: readonly string[], country: readonly string[]] {
  const last = lines.at(-1) ?? '';
  return lines.length > 1 && COUNTRIES.test(last) ? [lines.slice(0, -1), [last]] : [lines, []];
}

/** Street first, then the town with its code: as post offices of the European Union sort. */
function townLast(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    // The code stood in a line or a cell of its own: its town is what follows, else what came before.
    if (before !== undefined && CODE_ALONE.test(before)) joined[joined.length - 1] = `${before} ${line}`;
    else joined.push(line);
  }
  const last = joined.at(-1) ?? '';
  const town = joined.at(-2);
  if (joined.length > 2 && CODE_ALONE.test(last) && town !== undefined)
    joined.splice(-2, 2, `${last} ${town}`);
  const turned = joined.map((line) => line.replace(TOWN_BEFORE_CODE, '$2 $1'));
  const at = turned.findIndex((line) => CODE_BEFORE_TOWN.test(line));
  const withTown = turned[at];
  return at < 0 || withTown === undefined ? turned : [...turned.toSpliced(at, 1), withTown];
}

/** Street and house, town, district, region, and the code last: as the Russian post has it on envelopes. */
function russian(lines: readonly string[]): readonly string[] {
  const codes: string[] = [];
  const rest = lines
    .map((line) => {
      if (RUSSIAN_CODE.test(line)) {
        codes.push(line);
        return '';
      }
      return line
        .replace(RUSSIAN_CODE_FIRST, (_whole, code: string) => {
          codes.push(code);
          return '';
        })
        .replace(RUSSIAN_CODE_LAST, (_whole, code: string) => {
          codes.push(code);
          return '';
        });
    })
    .flatMap(parts);
  const streets = rest.filter((part) => RUSSIAN_STREET.test(part));
  const places = rest.filter((part) => !RUSSIAN_STREET.test(part));
  // From the largest to the smallest, as it is typed with the code first: turned round.
  const largeFirst = rest.findIndex((part) => RUSSIAN_STREET.test(part)) > 0;
  return [
    ...(streets.length > 0 ? [streets.join(', ')] : []),
    ...(largeFirst ? places.toReversed() : places),
    ...codes,
  ];
}

/**
 * An address as it was typed, in the lines and the order that the post of its country wants: in Czech, Polish and other
 * European addresses the town with its code comes last, in Russian ones the code alone; a country stands below. What is not
 * understood stays in its order; nothing is left out.
 */
export function postalLines(address: string): readonly string[] {
  const typed = linesIn(address);
  // A Russian address is one wherever its code stands; others are taken apart at commas only where they are one line.
  const isRussian = /(?:^|[^\d])\d{6}(?:[^\d]|$)/.test(address) && /\p{Script=Cyrillic}/u.test(address);
  const split = typed.length === 1 || isRussian ? typed.flatMap(parts) : typed;
  const [lines, country] = countryApart(split);
  return [...(isRussian ? russian(lines) : townLast(lines)), ...country];
}

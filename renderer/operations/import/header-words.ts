/** Words in headers that speak for a field, folded, without signs. The first of a field's words that fits best decides. */
type Words = readonly string[];

/** Words and phrases that are parted by semicolons. */
const words = (list: string): Words => list.split(';').map((word) => word.replaceAll(/\s+/g, ' ').trim());

const NAME: Words =
  words(`name; full name; display name; file as; client; client name; customer; contact; formatted name;
    jmeno a prijmeni; prijmeni a jmeno; cele jmeno; klient; zakaznik; nazev; nazev klienta; jmeno
    klienta; zobrazovane jmeno; imie i nazwisko; nazwisko i imie; klient nazwa; nazwa; nazwa klienta;
    nazwa wyswietlana; фио; имя и фамилия; фамилия имя; фамилия имя отчество; полное имя; клиент; имя
    клиента; наименование; название`);
const LINK_NAME: Words =
  words(`client; client name; customer; company; organisation; organization; account; account name; related
    to; matter; klient; jmeno klienta; nazev klienta; zakaznik; firma; spolecnost; spis; nazwa klienta;
    klient nazwa; kontrahent; sprawa; клиент; имя клиента; организация; компания; контрагент; дело`);
const FIRST: Words = words(
  'first name; given name; firstname; forename; jmeno; krestni jmeno; krestni; imie; имя',
);
const MIDDLE: Words = words(
  'middle name; additional name; prostredni jmeno; druhe jmeno; drugie imie; отчество',
);
const LAST: Words = words('last name; family name; surname; lastname; prijmeni; nazwisko; фамилия');
const EMAIL: Words =
  words(`email; e mail; mail; e mail address; email address; e mailova adresa; emailova adresa; adres e mail;
    adres email; poczta; эл почта; электронная почта; почта; адрес электронной почты; емейл`);
const PHONE: Words =
  words(`phone; telephone; tel; mobile; mobile phone; phone number; cell; primary phone; business phone; home
    phone; telefon; mobil; telefonni cislo; telefon domu; telefon do zamestnani; mobilni telefon;
    komorka; numer telefonu; telefon komorkowy; telefon sluzbowy; telefon domowy; телефон; мобильный;
    мобильный телефон; номер телефона; рабочий телефон; домашний телефон; тел`);
const NOTES: Words =
  words(`notes; note; remarks; comment; comments; description; key facts; poznamka; poznamky; popis;
    dulezite; uwagi; notatki; notatka; opis; komentarz; заметки; заметка; примечание; примечания;
    комментарий; описание`);
const TITLE: Words =
  words(`title; subject; task; summary; heading; topic; what; meeting; nazev; predmet; ukol; nadpis; tema;
    schuzka; co; tytul; temat; zadanie; przedmiot; spotkanie; название; заголовок; тема; задача;
    встреча; что`);
const DAY: Words =
  words(`date; day; datum; den; data; dzien; дата; день; start date; start; zacatek; poczatek; начало;
    created; vytvoreno; utworzono; создано`);
const TIME: Words = words('time; start time; cas; hodina; czas; godzina; время; час');

const LINK = {
  client: LINK_NAME,
  clientEmail: words(
    'client email; client e mail; e mail klienta; email klienta; почта клиента; эл почта клиента',
  ),
  clientNumber: words(
    'client number; client id; ico klienta; nip klienta; инн клиента; registration number; company number',
  ),
} as const;
const PERSON = {
  name: NAME,
  firstName: FIRST,
  middleName: MIDDLE,
  lastName: LAST,
  email: EMAIL,
  phone: PHONE,
} as const;

const NUMBERS = {
  ico: words('ico; ic; identifikacni cislo; ico klienta; company registration number'),
  dic: words('dic; vat; vat id; vat number; danove identifikacni cislo'),
  nip: words('nip; numer nip; tax id'),
  regon: words('regon; numer regon'),
  pesel: words('pesel; numer pesel'),
  inn: words('инн; inn'),
  ogrn: words('огрн; ogrn'),
  ogrnip: words('огрнип; ogrnip'),
  iban: words(
    'iban; bank account; cislo uctu; bankovni ucet; numer konta; rachunek bankowy; счет; расчетный счет',
  ),
  number:
    words(`registration number; registration; number; registracni cislo; rodne cislo; numer rejestracyjny; krs;
    регистрационный номер; номер`),
} as const;

/** The words of every field, by what the rows become. */
export const HEADER_WORDS = {
  clients: {
    ...PERSON,
    organisation:
      words(`organisation; organization; company; company name; organization name; organisation name; business
    name; firm; firma; spolecnost; organizace; nazev firmy; nazev spolecnosti; obchodni firma;
    organizacja; nazwa firmy; przedsiebiorstwo; spolka; организация; компания; фирма; предприятие;
    название организации; название компании`),
    type: words(`type; client type; person or organisation; typ; typ klienta; typ osoby; rodzaj klienta; тип; тип
    клиента; вид лица`),
    kind: words('relationship; client kind; kind; vztah; druh; rodzaj; relacja; отношения; вид'),
    stage: words(
      'stage; status; lifecycle stage; lead status; faze; stav; etap; stan; faza; этап; стадия; статус',
    ),
    language: words('language; preferred language; jazyk; jezyk; язык'),
    contactPerson: words('contact person; main contact; kontaktni osoba; osoba kontaktowa; контактное лицо'),
    decisionMaker: words('decision maker; rozhoduje; osoba decyzyjna; decydent; принимает решения; лпр'),
    role: words(`job title; position; role; organization title; pozice; funkce; pracovni funkce; stanowisko; funkcja;
    должность; роль`),
    address:
      words(`address; full address; formatted; adresa; sidlo; bydliste; adres; siedziba; adres zamieszkania;
    адрес; юридический адрес; место жительства`),
    street:
      words(`street; street address; home street; business street; ulice; ulice a cislo; ulica; ulica i numer;
    улица; дом`),
    city: words(`city; town; home city; business city; locality; mesto; obec; miasto; miejscowosc; город; населенный
    пункт`),
    region: words(
      'region; state; county; home state; business state; kraj; okres; wojewodztwo; регион; область',
    ),
    postcode:
      words(`postal code; postcode; zip; zip code; home postal code; business postal code; psc; kod pocztowy;
    индекс; почтовый индекс`),
    country: words(
      'country; home country region; business country region; country region; zeme; stat; panstwo; страна',
    ),
    ...NUMBERS,
    birthDate:
      words(`birthday; birth date; date of birth; born; datum narozeni; narozeniny; narozen; data urodzenia;
    urodziny; дата рождения; день рождения; родился`),
    anniversary: words('anniversary; vyroci; rocznica; годовщина'),
    acquiredOn:
      words(`client since; customer since; acquired; since; klient od; zakaznik od; od kdy; klient od kiedy;
    клиент с; дата начала работы`),
    source: words('source; lead source; how found; zdroj; odkud; zrodlo; skad; источник; откуда'),
    referredBy:
      words(`referred by; recommended by; referral; doporucil; doporuceni; polecil; polecajacy; z polecenia;
    рекомендовал; по рекомендации`),
    keyFacts: NOTES,
    tags: words(`tags; tag; labels; categories; category; group membership; stitky; stitek; kategorie; etykiety;
    tagi; kategoria; метки; теги; категории; категория`),
    group:
      words(`group; household; family; skupina; domacnost; rodina; grupa; gospodarstwo domowe; rodzina; группа;
    семья`),
    responsible:
      words(`responsible; owner; assigned to; manager; odpovedny; zodpovedna osoba; vlastnik; odpowiedzialny;
    opiekun; prowadzacy; ответственный; менеджер; владелец`),
    formerNames:
      words(`former name; former names; maiden name; drivejsi jmeno; rodne prijmeni; drivejsi nazev; poprzednie
    nazwisko; nazwisko rodowe; прежняя фамилия; девичья фамилия; прежнее название`),
    aliases:
      words(`nickname; alias; aliases; other names; short name; prezdivka; jina jmena; zkraceny nazev; pseudonim;
    nazwa skrocona; псевдоним; другие имена; краткое наименование`),
    lineOfBusiness:
      words(`line of business; industry; business; obor; obor podnikani; predmet podnikani; branza; przedmiot
    dzialalnosci; отрасль; вид деятельности; сфера деятельности`),
    interests: words('interests; hobby; hobbies; zajmy; konicky; zainteresowania; интересы; увлечения'),
    goals: words('goals; goal; cile; cil; cele; cel; цели; цель'),
    expectations: words('expectations; ocekavani; oczekiwania; ожидания'),
    whyTheyCame: words('why they came; reason; proc prisli; duvod; powod; причина обращения; причина'),
  },
  people: {
    ...LINK,
    ...PERSON,
    clientNumber: [...words('ico; nip; инн'), ...LINK.clientNumber],
    role: words(`role; relationship; position; job title; role ve spisu; funkce; pozice; rola; funkcja; stanowisko;
    роль; должность`),
    formerNames:
      words(`former name; former names; maiden name; drivejsi jmeno; rodne prijmeni; poprzednie nazwisko;
    nazwisko rodowe; прежняя фамилия; девичья фамилия`),
    aliases: words(
      'nickname; alias; aliases; other names; prezdivka; jina jmena; pseudonim; псевдоним; другие имена',
    ),
    ...NUMBERS,
    remark: NOTES,
  },
  notes: {
    ...LINK,
    clientEmail: [...LINK.clientEmail, ...EMAIL],
    clientNumber: [...words('ico; nip; инн'), ...LINK.clientNumber],
    title: TITLE,
    day: DAY,
    time: TIME,
    text: words(`text; body; content; note; notes; details; description; zapis; poznamka; poznamky; obsah; popis;
    tresc; notatka; notatki; opis; текст; содержание; заметка; запись; описание`),
    channel: words('channel; how; type; zpusob; forma; kanal; typ; sposob; способ; канал; тип'),
    place: words('place; location; misto; miejsce; lokalizacja; место'),
    attendees: words('attendees; participants; people; ucastnici; uczestnicy; участники'),
  },
  tasks: {
    ...LINK,
    clientEmail: [...LINK.clientEmail, ...EMAIL],
    clientNumber: [...words('ico; nip; инн'), ...LINK.clientNumber],
    title: TITLE,
    day: [
      ...words(`due; due date; deadline; by when; termin; do kdy; splatnost; do kiedy; termin wykonania; срок;
    крайний срок; к какому числу`),
      ...DAY,
    ],
    who: words(`who; assignee; assigned to; owner; responsible; kdo; resitel; odpovedny; kto; wykonawca;
    odpowiedzialny; кто; исполнитель; ответственный`),
    side: words('side; whose; strana; ci ukol; strona; czyje; сторона; чья'),
    done: words(`done; completed; status; finished; hotovo; splneno; stav; zrobione; wykonane; stan; ukonczone;
    готово; выполнено; статус`),
  },
  reminders: {
    ...LINK,
    clientEmail: [...LINK.clientEmail, ...EMAIL],
    clientNumber: [...words('ico; nip; инн'), ...LINK.clientNumber],
    title: TITLE,
    day: DAY,
    time: TIME,
    reminderKind: words('kind; type; druh; typ; rodzaj; вид; тип'),
    rule: words('rrule; recurrence; repeats; opakovani; powtarzanie; повторение'),
  },
  engagements: {
    ...LINK,
    client: LINK_NAME.filter((word) => !['matter', 'sprawa', 'дело'].includes(word)),
    clientEmail: [...LINK.clientEmail, ...EMAIL],
    clientNumber: [...words('ico; nip; инн'), ...LINK.clientNumber],
    title: [
      ...words(`engagement; matter; case; matter name; case name; assignment; course; project; order; zakazka; vec;
    pripad; kurz; kauza; zlecenie; sprawa; kurs; projekt; поручение; дело; заказ; проект; курс`),
      ...TITLE,
    ],
    engagementStatus: words(
      'status; state; matter status; case status; stav; status zlecenia; stan; статус; состояние',
    ),
    feeModel:
      words(`fee model; billing; billing type; billing method; fee arrangement; zpusob platby; zpusob odmeny; sposob zaplaty; порядок оплаты; odmena; typ
    odmeny; uctovani; sposob rozliczenia; rozliczenie; model wynagrodzenia; оплата; способ оплаты; вид оплаты`),
    price:
      words(`price; fee; rate; amount; hourly rate; flat fee; cena; sazba; hodinova sazba; castka; stawka;
    kwota; wynagrodzenie; цена; ставка; сумма; гонорар; стоимость`),
    currency: words('currency; mena; waluta; валюта'),
    startOn:
      words(`start; start date; begin; open date; opened; open; from; zacatek; zahajeni; od; otevreno; poczatek;
    rozpoczecie; начало; дата начала; открыто; с`),
    endOn: words(`end; end date; close date; closed; due date; until; konec; ukonceni; do; zavreno; koniec;
    zakonczenie; окончание; дата окончания; закрыто; по`),
    contract: words(
      'contract; contract number; agreement; smlouva; cislo smlouvy; umowa; numer umowy; договор; номер договора',
    ),
    contractOn: words(
      'contract date; signed; datum smlouvy; podepsano; data umowy; podpisano; дата договора; подписан',
    ),
    remark: NOTES,
  },
} as const satisfies Record<string, Record<string, Words>>;

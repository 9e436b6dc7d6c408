import { stageIdOf, type StageSetting, type Standing, standingIn } from '#shared/domain/stages.ts';
import { LIFECYCLE_STAGES, type LifecycleStage } from '#shared/domain/client.ts';
import { ENGAGEMENT_STATUSES, FEE_MODELS } from '#shared/domain/engagement.ts';
import { CHANNELS, SIDES } from '#shared/domain/note.ts';
import { PARTY_ROLES } from '#shared/domain/party.ts';
import { REMINDER_KINDS } from '#shared/domain/reminder.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { catalogues } from '#shared/i18n/catalogues.ts';
import { translator } from '#shared/i18n/translate.ts';
import { headerKey } from './suggest.ts';

/** Values that can be chosen, by the key of their labels. */
const VALUES = {
  stage: LIFECYCLE_STAGES,
  clientKind: ['client', 'customer'],
  clientType: ['person', 'organisation'],
  language: LANGUAGES,
  partyRole: PARTY_ROLES,
  channel: CHANNELS,
  reminderKind: REMINDER_KINDS,
  side: SIDES,
  engagementStatus: ENGAGEMENT_STATUSES,
  feeModel: FEE_MODELS,
} as const;
type Choice = keyof typeof VALUES;
export type ChoiceOf<Name extends Choice> = (typeof VALUES)[Name][number];

/** What other programs say for some of them. */
const OTHERS: { readonly [Name in Choice]?: Readonly<Partial<Record<ChoiceOf<Name>, readonly string[]>>> } = {
  stage: {
    reach: ['lead', 'new', 'suspect', 'novy', 'nowy', 'новый', 'лид'],
    acquisition: [
      'prospect',
      'qualified',
      'potential',
      'zajemce',
      'potencialni',
      'potencjalny',
      'потенциальный',
    ],
    conversion: ['negotiation', 'proposal', 'jednani', 'nabidka', 'negocjacje', 'oferta', 'переговоры'],
    retention: ['active', 'customer', 'client', 'won', 'aktivni', 'aktywny', 'активный', 'действующий'],
    lost: ['lost', 'ztraceny', 'utracony', 'потерян'],
    ended: [
      'inactive',
      'closed',
      'former',
      'archived',
      'neaktivni',
      'byvaly',
      'nieaktywny',
      'byly',
      'неактивный',
      'бывший',
      'архив',
    ],
  },
  clientType: {
    person: [
      'individual',
      'natural person',
      'fyzicka osoba',
      'fo',
      'soukroma osoba',
      'osoba fizyczna',
      'физическое лицо',
      'физлицо',
      'частное лицо',
    ],
    organisation: [
      'company',
      'business',
      'legal entity',
      'organization',
      'pravnicka osoba',
      'po',
      'firma',
      'spolecnost',
      'osoba prawna',
      'spolka',
      'юридическое лицо',
      'юрлицо',
      'компания',
      'организация',
    ],
  },
  language: {
    en: ['english', 'eng', 'angielski', 'anglictina', 'английский'],
    cs: ['cz', 'ces', 'cze', 'czech', 'cestina', 'czeski', 'чешский'],
    pl: ['pol', 'polish', 'polstina', 'polski', 'польский'],
    ru: ['rus', 'russian', 'rustina', 'rosyjski', 'русский'],
  },
  channel: {
    phone: ['call', 'phone call', 'telefon', 'hovor', 'rozmowa telefoniczna', 'звонок', 'телефон'],
    video: ['online', 'teams', 'zoom', 'meet', 'videohovor', 'wideo', 'видео'],
    inPerson: [
      'meeting',
      'office',
      'visit',
      'osobne',
      'schuzka',
      'spotkanie',
      'osobiscie',
      'встреча',
      'лично',
    ],
  },
  engagementStatus: {
    proposed: ['draft', 'quote', 'pending', 'nabidka', 'oferta', 'предложение'],
    active: [
      'open',
      'in progress',
      'running',
      'otevreno',
      'probiha',
      'w toku',
      'otwarte',
      'открыто',
      'в работе',
    ],
    paused: ['on hold', 'hold', 'pozastaveno', 'wstrzymane', 'приостановлено'],
    done: [
      'closed',
      'finished',
      'completed',
      'uzavreno',
      'hotovo',
      'zamkniete',
      'zakonczone',
      'закрыто',
      'завершено',
    ],
    cancelled: ['canceled', 'lost', 'zruseno', 'anulowane', 'отменено'],
  },
  feeModel: {
    oneOff: ['fixed', 'fixed fee', 'flat', 'flat fee', 'flat rate', 'pausal', 'ryczalt', 'фиксированная'],
    hourly: ['hour', 'per hour', 'hodinova', 'hodinove', 'godzinowa', 'godzinowo', 'почасовая'],
    retainer: [
      'monthly',
      'subscription',
      'mesicne',
      'mesicni',
      'miesiecznie',
      'abonament',
      'ежемесячно',
      'абонентская',
    ],
  },
  side: { practice: ['us', 'we', 'me', 'my', 'nase', 'kancelar', 'nasze', 'kancelaria', 'мы', 'наша'] },
};

const known = new Map<Choice, ReadonlyMap<string, string>>();

function labels(name: Choice): ReadonlyMap<string, string> {
  const found = known.get(name);
  if (found) return found;
  const made = new Map<string, string>();
  for (const [value, words] of Object.entries(OTHERS[name] ?? {}))
    for (const word of words) made.set(word, value);
  for (const value of VALUES[name]) made.set(headerKey(value), value);
  for (const language of LANGUAGES) {
    const texts: Readonly<Record<string, string>> = catalogues[language].domain[name];
    for (const value of VALUES[name]) made.set(headerKey(texts[value] ?? value), value);
  }
  known.set(name, made);
  return made;
}

/** The stage that the practice itself calls so. */
function ownStage(key: string): LifecycleStage | undefined {
  const t = translator('en');
  return LIFECYCLE_STAGES.find((stage) => headerKey(t(`domain.stage.${stage}`)) === key);
}

/** The value that a text stands for, in whatever language it is labelled; null: none. */
export function parseChoice<Name extends Choice>(name: Name, text: string): ChoiceOf<Name> | null {
  const key = headerKey(text);
  const own = name === 'stage' ? ownStage(key) : undefined;
  return (own as ChoiceOf<Name> | undefined) ?? (labels(name).get(key) as ChoiceOf<Name> | undefined) ?? null;
}

/** Where a client stands in the words of a file: a stage of the practice's own, or one of the lifecycle; null: nowhere. */
export function parseStanding(text: string, kept: readonly StageSetting[] = []): Required<Standing> | null {
  const key = headerKey(text);
  const own = kept.find(({ id, label }) => id !== undefined && headerKey(label) === key);
  const stage = own ? stageIdOf(own) : parseChoice('stage', text);
  return stage && standingIn(stage, kept);
}

const YES: ReadonlySet<string> = new Set(
  [
    '1; yes; true; y; x; ano; tak; да; done; completed',
    'closed; hotovo; splneno; zrobione; wykonane; ukonczone; zakonczone; готово; выполнено; завершено',
    '✓; ☑; 100; 100 %',
  ].flatMap((words) => words.split('; ')),
);
const NO: ReadonlySet<string> = new Set(
  [
    '0; no; false; n; ne; nie; нет; open; otevreno; otwarte',
    'открыто; not started; in progress; needs action; w toku; probiha; в работе',
  ].flatMap((words) => words.split('; ')),
);
const keyOf = (text: string): string => headerKey(text) || text.trim();

/** Whether a text says yes or no; null: neither. */
export function parseYesNo(text: string): boolean | null {
  if (YES.has(keyOf(text))) return true;
  return NO.has(keyOf(text)) ? false : null;
}

const FORMS =
  /(^|[\s,])(s\. ?r\. ?o|spol\. ?s ?r\. ?o|a\. ?s|k\. ?s|v\. ?o\. ?s|z\. ?s|z\. ?ú|o\. ?p\. ?s|s\. ?p|sp\. ?z ?o\. ?o|sp\. ?j|sp\. ?k|s\. ?a|gmbh|ag|ltd|llc|inc|plc|corp|оао|ооо|зао|пао|ао|нко|ано)\.?($|[\s,])/iu;
const FORM_WORDS =
  /(společnost|družstvo|nadace|spolek|obec|fundacja|stowarzyszenie|spółka|spółdzielnia|gmina|фонд|общество|кооператив)(\s|$)/iu;

/** Whether a name is one of an organisation, by its legal form. */
export const namesOrganisation = (name: string): boolean => FORMS.test(name) || FORM_WORDS.test(name);

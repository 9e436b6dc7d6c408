import { DateTime } from 'luxon';
import type { LineMark } from '#shared/domain/rich-text.ts';
import type { Language } from '#shared/domain/values.ts';

/** What a meeting in one language is about: the client, and one line for each mark. */
export interface MeetingTexts {
  /** The client as listed: surname first. */
  readonly client: string;
  /** How the client is addressed after «@», in the case the line needs. */
  readonly at: string;
  readonly title: string;
  readonly place: string;
  readonly lines: Readonly<Record<LineMark, string>>;
  /** Stands before the day of a task. */
  readonly by: string;
  /** A task of ours, with tomorrow in words. */
  readonly ourTask: string;
  readonly ourTaskWords: string;
}

/** Everything typed in the specs of meetings, as a person of each language would write it. */
export const MEETING_TEXTS: Readonly<Record<Language, MeetingTexts>> = {
  en: {
    client: 'Öberg Anna',
    at: 'Anna',
    title: 'Ending the lease of the shop',
    place: 'Office, room 2',
    lines: {
      decision: 'The lease ends at the end of March',
      task: 'Send the signed lease',
      requirement: 'The deposit comes back within a month',
      question: 'Who pays for the broken window?',
      forClient: 'Bring both keys to the handover',
      internal: 'The landlord is short of money',
      sensitive: 'The client is going through a divorce',
    },
    by: 'by',
    ourTask: 'Draft the notice @Eva tomorrow',
    ourTaskWords: 'Draft the notice',
  },
  cs: {
    client: 'Šebestová Žaneta',
    at: 'Žaneta',
    title: 'Ukončení nájmu prodejny',
    place: 'Kancelář, zasedací místnost',
    lines: {
      decision: 'Nájem skončí posledního března',
      task: 'Poslat podepsanou smlouvu',
      requirement: 'Kauce se vrátí do jednoho měsíce',
      question: 'Kdo zaplatí rozbité okno?',
      forClient: 'K předání přineste oba klíče',
      internal: 'Pronajímatel je v tísni',
      sensitive: 'Klientka se rozvádí',
    },
    by: 'do',
    ourTask: 'Připravit výpověď @Eva zítra',
    ourTaskWords: 'Připravit výpověď',
  },
  pl: {
    client: 'Żółkiewska Łucja',
    at: 'Łucja',
    title: 'Zakończenie najmu lokalu',
    place: 'Kancelaria, sala narad',
    lines: {
      decision: 'Najem kończy się ostatniego marca',
      task: 'Przesłać podpisaną umowę',
      requirement: 'Kaucja wraca w ciągu miesiąca',
      question: 'Kto zapłaci za wybitą szybę?',
      forClient: 'Na przekazanie proszę przynieść oba klucze',
      internal: 'Wynajmujący ma kłopoty finansowe',
      sensitive: 'Klientka jest w trakcie rozwodu',
    },
    by: 'do',
    ourTask: 'Przygotować wypowiedzenie @Eva jutro',
    ourTaskWords: 'Przygotować wypowiedzenie',
  },
  ru: {
    client: 'Щёголева Юлия',
    at: 'Юлия',
    title: 'Прекращение аренды магазина',
    place: 'Контора, переговорная',
    lines: {
      decision: 'Аренда заканчивается в последний день марта',
      task: 'Прислать подписанный договор',
      requirement: 'Залог возвращается в течение месяца',
      question: 'Кто заплатит за разбитое окно?',
      forClient: 'На передачу принесите оба ключа',
      internal: 'У арендодателя трудности с деньгами',
      sensitive: 'Клиентка разводится',
    },
    by: 'до',
    ourTask: 'Подготовить уведомление @Eva завтра',
    ourTaskWords: 'Подготовить уведомление',
  },
};

/** A day in so many days, as an ISO date. */
export const dayIn = (days: number): string => DateTime.now().plus({ days }).toISODate();

/** A day as people of that language write it by hand: «2. prosince», «2 grudnia», «2 декабря», «2 December». */
export function writtenDay(day: string, language: Language): string {
  const locale = language === 'en' ? 'en-GB' : language;
  return DateTime.fromISO(day).setLocale(locale).toLocaleString({ day: 'numeric', month: 'long' });
}

import { letterheadLines } from '#shared/documents/letterhead.ts';
import { plain, type Block, type DocumentModel } from '#shared/documents/model.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { TableName } from '#shared/domain/record.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatLongDay, formatTime } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import type { Erasure } from '#renderer/db/index.ts';

/** How the certificate names the client file: it must not become a record of what was erased unless that is wanted. */
export const NAMINGS = ['name', 'initials', 'number'] as const;
export type Naming = (typeof NAMINGS)[number];

/** Everything the certificate says. */
export interface Certified {
  readonly erasure: Erasure;
  readonly fileId: string;
  readonly name: string;
  readonly naming: Naming;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly practice: Practice | undefined;
}

/** First letters of the words of a name. */
export const initials = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap((word) => Array.from(word).slice(0, 1))
    .map((letter) => `${letter}.`)
    .join(' ');

/** Tables whose numbers say something to the client; the rest is counted as other records. */
const TOLD = [
  'notes',
  'sheets',
  'requirementsDocuments',
  'tasks',
  'reminders',
  'attachments',
  'engagements',
  'moneyEntries',
] as const;

function whatWas(counts: Erasure['counts'], language: Language): string {
  const t = translator(language);
  const told = TOLD.flatMap((table) => {
    const count = counts[table] ?? 0;
    return count === 0 ? [] : [t(`erasure.counts.${table}`, { count })];
  });
  const rest = (Object.keys(counts) as TableName[])
    .filter((table) => !(TOLD as readonly string[]).includes(table))
    .reduce((sum, table) => sum + (counts[table] ?? 0), 0);
  return [...told, ...(rest === 0 ? [] : [t('erasure.counts.other', { count: rest })])].join(', ');
}

/** Groups of eight signs, so that a fingerprint can be compared by eye. */
const grouped = (fingerprint: string): string => fingerprint.match(/.{1,8}/g)?.join(' ') ?? fingerprint;

const listOf = (paths: readonly string[]): Block => ({
  type: 'list',
  ordered: false,
  items: paths.map((path) => ({ text: plain(path) })),
});

function placesBlocks({ places }: Erasure, language: Language): Block[] {
  const t = translator(language);
  const [reached, missed] = [true, false].map((wanted) =>
    places.filter((place) => place.reached === wanted).map(({ place }) => place),
  );
  return [
    { type: 'heading', level: 2, text: plain(t('erasure.doc.placesHeading')) },
    { type: 'paragraph', text: plain(t('erasure.doc.here')) },
    ...(reached && reached.length > 0
      ? [{ type: 'paragraph' as const, text: plain(t('erasure.doc.reached')) }, listOf(reached)]
      : []),
    ...(missed && missed.length > 0
      ? [{ type: 'paragraph' as const, text: plain(t('erasure.doc.missed')) }, listOf(missed)]
      : []),
  ];
}

/** The certificate of an erasure, with the letterhead of the practice. */
export function certificate(certified: Certified, language: Language): DocumentModel {
  const t = translator(language);
  const { erasure, fileId, name, naming, at, practice } = certified;
  const number = fileId.slice(0, 8);
  const named: Readonly<Record<Naming, string>> = {
    name: `${name} (${number})`,
    initials: `${initials(name)} (${number})`,
    number,
  };
  const day = formatLongDay(dayOf(at), language);
  return {
    title: t('erasure.doc.title'),
    language,
    letterhead: practice ? letterheadLines(practice.letterhead) : [],
    subtitle: t('erasure.doc.subtitle', { day }),
    foot: practice?.confidentiality ?? '',
    blocks: [
      { type: 'paragraph', text: plain(t('erasure.doc.statement')) },
      {
        type: 'facts',
        facts: [
          { label: t('erasure.doc.file'), value: plain(named[naming]) },
          { label: t('erasure.doc.when'), value: plain(`${day}, ${formatTime(at, language)}`) },
          { label: t('erasure.doc.what'), value: plain(whatWas(erasure.counts, language)) },
          {
            label: t('erasure.doc.fingerprint'),
            value: [erasure.fingerprint, ...erasure.more].map((one, index) => ({
              text: `${index > 0 ? ' · ' : ''}${grouped(one)}`,
              code: true as const,
            })),
          },
        ],
      },
      { type: 'heading', level: 2, text: plain(t('erasure.doc.howHeading')) },
      { type: 'paragraph', text: plain(t('erasure.doc.how')) },
      ...placesBlocks(erasure, language),
      { type: 'heading', level: 2, text: plain(t('erasure.doc.outsideHeading')) },
      { type: 'paragraph', text: plain(t('erasure.doc.outside')) },
      {
        type: 'signatures',
        boxes: [
          {
            name: practice?.professional ?? '',
            label: t('erasure.doc.signature'),
            dateLabel: t('erasure.doc.signedOn'),
          },
        ],
      },
    ],
  };
}

/** The certificates of several erasures as one document, each on a page of its own. */
export function certificates(all: readonly Certified[], language: Language): DocumentModel {
  const [first, ...others] = all.map((one) => certificate(one, language));
  if (!first) throw new Error('A certificate without an erasure');
  const pages = others.flatMap(({ title, blocks }): readonly Block[] => [
    { type: 'pageBreak' },
    { type: 'heading', level: 1, text: plain(title) },
    ...blocks,
  ]);
  return { ...first, blocks: [...first.blocks, ...pages] };
}

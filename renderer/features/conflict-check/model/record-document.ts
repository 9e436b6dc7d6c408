import { sha256 } from '@noble/hashes/sha2.js';
import type { TFunction } from 'i18next';
import { letterheadLines } from '#shared/documents/letterhead.ts';
import { plain, type Block, type DocumentModel, type Inline } from '#shared/documents/model.ts';
import type { ConflictCheckBody, ConflictHit } from '#shared/domain/conflict-check.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatLongDay, formatNumber, formatTime } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { toHex, utf8 } from '#shared/lib/bytes.ts';
import { canonicalJson } from '#shared/lib/canonical-json.ts';
import { reasonsText, roleText, searchedText, strengthText } from './words.ts';

/** So many hits fit on one page. */
const MOST_HITS = 9;
const LONGEST_FOUND = 90;
const LONGEST_QUERIES = 300;

/** SHA-256 over everything the record says, hexadecimal: a paper that tells another is not of this record. */
export const checkHash = (check: ConflictCheckBody): string => toHex(sha256(utf8(canonicalJson(check))));

const shortened = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`;

function hitRow(hit: ConflictHit, t: TFunction): { text: Inline[] }[] {
  const bearer =
    hit.bearer === '' ? [] : [{ text: ` (${t('conflicts.now', { name: hit.bearer })})`, quiet: true }];
  return [
    { text: [{ text: shortened(hit.found, LONGEST_FOUND) }, ...bearer] },
    { text: plain(roleText(hit, t)) },
    { text: plain(hit.client) },
    { text: plain(reasonsText(hit, t)) },
    { text: plain(strengthText(hit.score, t)) },
  ];
}

function hitBlocks({ hits, hitCount }: ConflictCheckBody, t: TFunction, language: Language): Block[] {
  if (hits.length === 0) return [{ type: 'paragraph', text: plain(t('conflicts.doc.noHits')) }];
  const shown = hits.slice(0, MOST_HITS);
  const all: Block[] =
    hitCount > shown.length
      ? [
          {
            type: 'paragraph',
            text: plain(
              t('conflicts.doc.strongest', {
                shown: formatNumber(shown.length, language),
                all: formatNumber(hitCount, language),
              }),
            ),
          },
        ]
      : [];
  const head = (['found', 'role', 'client', 'why', 'strength'] as const).map((column) => ({
    text: plain(t(`conflicts.column.${column}`)),
    header: true,
  }));
  return [
    ...all,
    { type: 'table', widths: [27, 19, 19, 21, 14], head, rows: shown.map((hit) => hitRow(hit, t)) },
  ];
}

/** Groups of eight signs, so that a fingerprint can be compared by eye. */
const grouped = (fingerprint: string): string => fingerprint.match(/.{1,8}/g)?.join(' ') ?? fingerprint;

const fact = (label: string, value: string) => ({ label, value: plain(value) });

/** The record of a check on one page, in the language of the practice's papers. */
export function recordDocument(
  check: ConflictCheckBody,
  practice: Practice | undefined,
  language: Language,
): DocumentModel {
  const t = translator(language);
  const moment = (at: number): string => `${formatLongDay(dayOf(at), language)}, ${formatTime(at, language)}`;
  return {
    title: t('conflicts.doc.title'),
    language,
    letterhead: practice ? letterheadLines(practice.letterhead) : [],
    subtitle: moment(check.checkedAt),
    foot: practice?.confidentiality ?? '',
    blocks: [
      {
        type: 'facts',
        facts: [
          fact(t('conflicts.doc.searched'), shortened(check.queries.join('; '), LONGEST_QUERIES)),
          fact(t('conflicts.doc.gone'), searchedText(check.searched, t, language)),
          fact(t('conflicts.doc.hits'), formatNumber(check.hitCount, language)),
        ],
      },
      ...hitBlocks(check, t, language),
      { type: 'heading', level: 2, text: plain(t('conflicts.doc.decision')) },
      { type: 'paragraph', text: [{ text: t(`conflicts.decision.${check.decision}`), bold: true }] },
      {
        type: 'facts',
        facts: [
          ...(check.reason === '' ? [] : [fact(t('conflicts.doc.reason'), check.reason)]),
          fact(t('conflicts.doc.by'), `${check.decidedBy}, ${moment(check.decidedAt)}`),
          { label: t('conflicts.doc.hash'), value: [{ text: grouped(checkHash(check)), code: true }] },
        ],
      },
      { type: 'paragraph', text: [{ text: t('conflicts.doc.how'), quiet: true }] },
      {
        type: 'signatures',
        boxes: [
          {
            name: check.decidedBy,
            label: t('conflicts.doc.signature'),
            dateLabel: t('conflicts.doc.signedOn'),
          },
        ],
      },
    ],
  };
}

import type { TFunction } from 'i18next';
import type { OpeningReport } from '#renderer/db/types.ts';
import { rangesText } from '#renderer/lib/ranges.ts';
import type { Notice } from '#renderer/ui/notices.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatMoment } from '#shared/i18n/format.ts';

type JournalExtent = ResponseOf<'journal.head'>;

/** How it is told. */
export interface Words {
  readonly t: TFunction;
  readonly language: Language;
}

/** What was found while the vault was being opened. */
export interface Opening {
  readonly report: OpeningReport;
  /** Bytes of a torn last entry that was cut off the journal. */
  readonly cutBytes: number;
  /** The journal lost something to damage that the other copies still have. */
  readonly journalDamaged: boolean;
  /** The files of it that can be named. */
  readonly damagedFiles: readonly string[];
  /** The vault's header was unreadable and its second copy took its place. */
  readonly headerRepaired: boolean;
}

function rebuiltText(
  { cause, records, backupMadeAt, beyond, unsealed }: Extract<OpeningReport, { state: 'rebuilt' }>,
  { t, language }: Words,
): string {
  const moment = backupMadeAt === undefined ? '' : formatMoment(backupMadeAt, language);
  const from = backupMadeAt === undefined ? 'rebuilt' : 'rebuiltFromBackup';
  return [
    t(`notices.rebuiltCause.${cause}`),
    t(`notices.${from}`, { count: records, moment }),
    ...(beyond ? [t('notices.rebuiltBeyond')] : []),
    ...(unsealed ? [t('notices.rebuiltUnsealed')] : []),
  ].join(' ');
}

function reportText(report: OpeningReport, words: Words): string | null {
  const { t } = words;
  // What is lost is told instead.
  if (report.state === 'rebuilt' && report.lost) return null;
  switch (report.state) {
    case 'same':
    case 'readOnly':
    case 'restored':
      return null;
    case 'caughtUp':
      return t('notices.caughtUp', { count: report.changes });
    case 'rebuilt':
      return rebuiltText(report, words);
    case 'journalMended':
      return t('notices.journalMended', { count: report.records });
    default:
      return report satisfies never;
  }
}

/** A file that is missing altogether has no name to give. */
const filesOf = ({ damagedFiles }: Opening): string =>
  damagedFiles.length > 0 ? damagedFiles.join(', ') : '*.kjl';

function lostText(report: OpeningReport, { t }: Words): string | null {
  if (!('lost' in report) || !report.lost) return null;
  const lost = t('notices.lost', { entries: rangesText(report.lost) });
  return report.state === 'rebuilt' ? `${t(`notices.rebuiltCause.${report.cause}`)} ${lost}` : lost;
}

/** The frame that a backup must hold so that the damage that was found costs nothing any more; 0 when there was none. */
export function damagedTo({
  report,
  journal,
}: Pick<Opening, 'report'> & { readonly journal: JournalExtent }): number {
  const mended =
    report.state === 'rebuilt' || report.state === 'journalMended' || report.keyringMended === true;
  if (mended) return Infinity;
  if (journal.damagedFiles.length > 0) return journal.head.seq;
  return Math.max(0, ...journal.gaps.map(({ to }) => to));
}

/** What the user is told after the vault was opened: what happened, what was kept, what to do. Mostly nothing. */
export function openingNotices(opening: Opening, words: Words): readonly Notice[] {
  const { t } = words;
  const lost = lostText(opening.report, words);
  const texts = [
    reportText(opening.report, words),
    lost,
    opening.cutBytes > 0 ? t('notices.tailCut') : null,
    opening.journalDamaged && lost === null ? t('notices.journalDamaged', { files: filesOf(opening) }) : null,
    opening.report.keyringForged ? t('notices.keyringForged') : null,
    opening.report.keyringMended ? t('notices.keyringMended') : null,
    opening.headerRepaired ? t('notices.headerRepaired') : null,
  ];
  return texts.flatMap((text) => (text === null ? [] : [{ text, tone: 'warning' as const }]));
}

import type { TFunction } from 'i18next';
import type { OpeningReport } from '#renderer/db/types.ts';
import type { Notice } from '#renderer/ui/notices.ts';

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

function reportText(report: OpeningReport, t: TFunction): string | null {
  switch (report.state) {
    case 'same':
    case 'readOnly':
      return null;
    case 'caughtUp':
      return t('notices.caughtUp', { count: report.changes });
    case 'rebuilt':
      return `${t(`notices.rebuiltCause.${report.cause}`)} ${t('notices.rebuilt', { count: report.records })}`;
    case 'journalMended':
      return t('notices.journalMended', { count: report.records });
    default:
      return report satisfies never;
  }
}

/** A file that is missing altogether has no name to give. */
const filesOf = ({ damagedFiles }: Opening): string =>
  damagedFiles.length > 0 ? damagedFiles.join(', ') : '*.kjl';

/** What the user is told after the vault was opened: what happened, what was kept, what to do. Mostly nothing. */
export function openingNotices(opening: Opening, t: TFunction): readonly Notice[] {
  const texts = [
    reportText(opening.report, t),
    opening.cutBytes > 0 ? t('notices.tailCut') : null,
    opening.journalDamaged ? t('notices.journalDamaged', { files: filesOf(opening) }) : null,
    opening.headerRepaired ? t('notices.headerRepaired') : null,
  ];
  return texts.flatMap((text) => (text === null ? [] : [{ text, tone: 'warning' as const }]));
}

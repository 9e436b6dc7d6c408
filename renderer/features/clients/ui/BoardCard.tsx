import { memo, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDragSource } from '#renderer/ui/drag/index.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { ClientRow } from '../model/rows.ts';
import type { RegisterWords } from '../model/words.ts';

/** What a card is called while it is dragged. */
export const CARD = 'register-client';
export const cardId = (fileId: FileId): string => `card-${fileId}`;

interface BoardCardProps {
  readonly row: ClientRow;
  readonly words: RegisterWords;
  readonly active: boolean;
  readonly chosen: boolean;
  /** Whether cards are being chosen: then the active one is not, by being active, chosen. */
  readonly choosing: boolean;
  /** From the top of the board, pixels. */
  readonly top: number;
}

/** One client on the board. */
export const BoardCard = memo((props: BoardCardProps): ReactElement => {
  const { row, words, active, chosen, choosing, top } = props;
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const card = useRef<HTMLDivElement>(null);
  const { client, lastContact, nextDate } = row;
  const dragging = useDragSource(card, { kind: CARD, id: client.fileId }, !readOnly);
  const overdue = nextDate !== null && nextDate < words.today;
  const state = [active && 'active', chosen && 'chosen', dragging && 'dragging'].filter(Boolean);
  return (
    <div
      ref={card}
      id={cardId(client.fileId)}
      role="gridcell"
      aria-selected={choosing ? chosen : active}
      data-client={client.fileId}
      className={['card', ...state].join(' ')}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div className="name">{client.name}</div>
      <div className="facts">
        <span className="quiet">{lastContact === null ? '–' : words.ago(lastContact)}</span>
        <span className={overdue ? 'overdue' : 'quiet'}>
          {words.day(nextDate)}
          {overdue && <span className="unseen"> {t('shell.date.overdue')}</span>}
        </span>
      </div>
    </div>
  );
});
BoardCard.displayName = 'BoardCard';

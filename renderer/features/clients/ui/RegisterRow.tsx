import { memo, type ReactElement } from 'react';
import type { ShownColumn } from '#shared/domain/register-view.ts';
import { columnOf } from '../model/columns.ts';
import type { ClientRow } from '../model/rows.ts';
import type { RegisterWords } from '../model/words.ts';

/** Words that every line may need. */
export interface RowLabels {
  readonly sample: string;
  readonly overdue: string;
}

interface RegisterRowProps {
  readonly id: string;
  readonly row: ClientRow;
  /** Position in the list, from 0. */
  readonly index: number;
  readonly columns: readonly ShownColumn[];
  readonly words: RegisterWords;
  readonly labels: RowLabels;
  readonly active: boolean;
  readonly chosen: boolean;
  /** Whether lines are being chosen: then the active one is not, by being active, chosen. */
  readonly choosing: boolean;
  /** From the top of the list and from line to line, pixels. */
  readonly top: number;
  readonly height: number;
}

interface CellProps extends Pick<RegisterRowProps, 'row' | 'words' | 'labels' | 'chosen'> {
  readonly id: string;
}

function Cell({ id, row, words, labels, chosen }: CellProps): ReactElement {
  const column = columnOf(id);
  const text = column?.text(row, words) ?? '';
  if (id === 'name') {
    return (
      <div role="gridcell" className="cell name">
        <input type="checkbox" className="tick" tabIndex={-1} checked={chosen} readOnly aria-label={text} />
        {text}
        {row.client.sample && <span className="sample">{labels.sample}</span>}
      </div>
    );
  }
  if (id === 'nextDate' && row.nextDate !== null && row.nextDate < words.today) {
    return (
      <div role="gridcell" className="cell overdue">
        {text}
        <span className="unseen"> {labels.overdue}</span>
      </div>
    );
  }
  return (
    <div role="gridcell" className={column?.quiet === true ? 'cell quiet' : 'cell'}>
      {text}
    </div>
  );
}

const classes = (active: boolean, chosen: boolean): string =>
  `line client${active ? ' active' : ''}${chosen ? ' chosen' : ''}`;

/** One client in the register. Clicks are seen to by the list, which knows the line by its number. */
export const RegisterRow = memo((props: RegisterRowProps): ReactElement => {
  const { id, row, index, columns, words, labels, active, chosen, choosing, top, height } = props;
  return (
    <div
      id={id}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={choosing ? chosen : active}
      className={classes(active, chosen)}
      style={{ height, transform: `translateY(${String(top)}px)` }}
    >
      {columns.map((column) => (
        <Cell key={column.id} id={column.id} row={row} words={words} labels={labels} chosen={chosen} />
      ))}
    </div>
  );
});
RegisterRow.displayName = 'RegisterRow';

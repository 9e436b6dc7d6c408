import type { ShownColumn } from '#shared/domain/register-view.ts';
import { fieldOfColumn } from './custom.ts';
import type { ClientRow } from './rows.ts';
import type { RegisterWords } from './words.ts';

/** What a line is compared by; null stands last, whichever way the column is sorted. */
export type SortValue = string | number | null;

/** A column that the register can show. */
export interface Column {
  readonly id: string;
  /** Width at first, pixels. */
  readonly width: number;
  readonly sortValue: (row: ClientRow, words: RegisterWords) => SortValue;
  /** What stands in the cell; empty when there is nothing to say. */
  readonly text: (row: ClientRow, words: RegisterWords) => string;
  /** Of second rank beside the others. */
  readonly quiet?: boolean;
}

const textOrNull = (text: string): string | null => (text === '' ? null : text);
const dayNumber = (day: string | null): number | null =>
  day === null ? null : Number(day.replaceAll('-', ''));

/** A column of texts. */
const texts = (
  id: string,
  width: number,
  text: (row: ClientRow, words: RegisterWords) => string,
  quiet = false,
): Column => ({ id, width, text, quiet, sortValue: (row, words) => textOrNull(text(row, words)) });

const days = (id: string, width: number, dayIn: (row: ClientRow) => string | null): Column => ({
  id,
  width,
  sortValue: (row) => dayNumber(dayIn(row)),
  text: (row, words) => words.day(dayIn(row)),
});

/** Every column there is, in the order in which they are offered. */
export const COLUMNS: readonly Column[] = [
  texts('name', 300, ({ client }) => client.name),
  texts('kind', 104, ({ client }, words) => words.label('clientKind', client.kind)),
  {
    id: 'why',
    width: 330,
    sortValue: ({ forgotten }) => (forgotten.length === 0 ? null : forgotten.length),
    text: ({ forgotten }, words) => forgotten.map(words.forgotten).join(' · '),
  },
  texts('nextStep', 200, ({ forgotten }, words) => words.nextStep(forgotten), true),
  texts('type', 120, ({ client }, words) => words.label('clientType', client.type)),
  {
    id: 'stage',
    width: 136,
    sortValue: ({ stage }, words) => words.stageAt(stage),
    text: ({ stage }, words) => words.label('stage', stage),
  },
  {
    id: 'lastContact',
    width: 128,
    quiet: true,
    sortValue: ({ lastContact }) => lastContact,
    text: ({ lastContact }, words) => (lastContact === null ? '–' : words.ago(lastContact)),
  },
  days('nextDate', 112, ({ nextDate }) => nextDate),
  texts(
    'reach',
    220,
    ({ client }) => [client.phone, client.email].filter((part) => part !== '').join(' · '),
    true,
  ),
  texts('tags', 180, ({ client }) => client.tags.join(', ')),
  texts('responsible', 150, ({ client }) => client.responsible),
  texts('group', 150, ({ client }) => client.group),
  texts('phone', 150, ({ client }) => client.phone),
  texts('email', 200, ({ client }) => client.email),
  texts('contactPerson', 160, ({ client }) => client.contactPerson),
  texts('numbers', 130, ({ client }) => client.numbers.map(({ value }) => value).join(' · ')),
  texts('address', 220, ({ client }) => client.address.replaceAll(/\s*\n\s*/g, ', ')),
  texts('language', 100, ({ client }, words) => words.label('language', client.language)),
  texts('source', 160, ({ client }) => client.source),
  days('acquiredOn', 112, ({ client }) => client.acquiredOn),
  days('birthDate', 112, ({ client }) => client.birthDate),
];

const byId = new Map(COLUMNS.map((column) => [column.id, column]));

const CUSTOM_WIDTH = 140;
const custom = new Map<string, Column>();

/** The column of a field of the practice's own. */
function customColumnOf(id: string, field: string): Column {
  const known = custom.get(id);
  if (known) return known;
  const made: Column = {
    id,
    width: CUSTOM_WIDTH,
    text: ({ client }, words) => words.custom(field, client.custom[field]),
    sortValue: ({ client }, words) => {
      const value = client.custom[field];
      return typeof value === 'number' ? value : textOrNull(words.custom(field, value, 'sort'));
    },
  };
  custom.set(id, made);
  return made;
}

/** The column with that id; undefined when there is none any more. */
export function columnOf(id: string): Column | undefined {
  const field = fieldOfColumn(id);
  return field === null ? byId.get(id) : customColumnOf(id, field);
}

/** The narrowest and the widest that a column can be made, pixels. */
export const MIN_WIDTH = 60;
export const MAX_WIDTH = 900;
/** What one stroke of a key changes of a width, pixels. */
export const WIDTH_STEP = 16;

/** With the columns that say why files are forgotten, where that is asked. */
export const columnsWith = (columns: readonly ShownColumn[], forgotten: boolean): readonly ShownColumn[] => {
  const [name, ...others] = columns;
  if (!forgotten || !name || others.some(({ id }) => id === 'why')) return columns;
  return [name, shown('why'), shown('nextStep'), ...others.filter(({ id }) => id !== 'nextStep')];
};

const shown = (id: string): ShownColumn => ({ id, width: columnOf(id)?.width ?? MIN_WIDTH });

/** The columns at first. */
export const FIRST_COLUMNS: readonly ShownColumn[] = [
  'name',
  'kind',
  'stage',
  'lastContact',
  'nextDate',
  'reach',
].map(shown);

/** With the column moved so many places to the right. The name stays where it is: it stands first, always. */
export function moveColumn(columns: readonly ShownColumn[], id: string, by: number): readonly ShownColumn[] {
  const from = columns.findIndex((column) => column.id === id);
  const column = columns[from];
  if (!column || id === 'name') return columns;
  const others = columns.toSpliced(from, 1);
  const to = Math.max(1, Math.min(others.length, from + by));
  return others.toSpliced(to, 0, column);
}

/** With the column so wide, within what is sensible. */
export const resizeColumn = (
  columns: readonly ShownColumn[],
  id: string,
  width: number,
): readonly ShownColumn[] =>
  columns.map((column) =>
    column.id === id
      ? { ...column, width: Math.round(Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, width))) }
      : column,
  );

/** With the column shown, as the last, or no longer shown. The name is always shown. */
export function toggleColumn(columns: readonly ShownColumn[], id: string): readonly ShownColumn[] {
  if (id === 'name') return columns;
  return columns.some((column) => column.id === id)
    ? columns.filter((column) => column.id !== id)
    : [...columns, shown(id)];
}

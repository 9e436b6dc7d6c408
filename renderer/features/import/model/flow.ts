import { create } from 'zustand';
import type { CustomField } from '#shared/domain/custom-field.ts';
import type { DateOrder, DuplicateRule, ImportTarget } from '#shared/domain/import.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { CURRENCY_OF } from '#shared/domain/money.ts';
import { ownFields, type OwnFieldsOf } from '#shared/domain/own-fields.ts';
import type { Language } from '#shared/domain/values.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';
import { practiceQueries } from '#renderer/entities/practice/index.ts';
import { backUpBefore, cancelBackup } from '#renderer/operations/backups.ts';
import { detectDateOrder } from '#renderer/operations/import/dates.ts';
import { type ColumnField, isField } from '#renderer/operations/import/fields.ts';
import { detectDecimal } from '#renderer/operations/import/numbers.ts';
import { indexOfClients } from '#renderer/operations/import/client-index.ts';
import { planLinked } from '#renderer/operations/import/linked-plan.ts';
import { Pace, planClients } from '#renderer/operations/import/plan.ts';
import {
  type ImportOutcome,
  type ImportPlan,
  rememberedSource,
  rememberSource,
  runImport,
} from '#renderer/operations/import/run-import.ts';
import { signatureOf, suggestColumns, suggestTarget } from '#renderer/operations/import/suggest.ts';
import { readFiles } from '#renderer/worker/import/read-files.ts';
import type { ReadFile, ReadOptions } from '#renderer/worker/import/protocol.ts';
import { ReadError, type Refusal } from '#renderer/worker/import/read-error.ts';

/** Where an import stands. */
export type Step = 'choose' | 'reading' | 'columns' | 'checking' | 'review' | 'backup' | 'writing' | 'done';

/** How a file is understood: what was detected or remembered, until the user says otherwise. */
export interface Understanding {
  readonly target: ImportTarget;
  readonly columns: readonly ColumnField[];
  readonly dateOrder: DateOrder;
  readonly decimal: ',' | '.';
  readonly contacts: boolean;
  /** The file of rows that name no client that is there; null: they are left out. */
  readonly fallback: FileId | null;
}

type OwnFields = Readonly<Record<OwnFieldsOf, readonly CustomField[]>>;

/** The practice's own fields of what rows become. */
const customOf = (own: OwnFields, target: ImportTarget): readonly CustomField[] =>
  target === 'clients' || target === 'engagements' ? own[target] : [];

/** The import on the screen. It stays while the user looks elsewhere. */
interface Flow {
  readonly step: Step;
  readonly files: readonly File[];
  readonly options: ReadOptions;
  readonly read: ReadFile | null;
  /** The practice's own fields, and those of what the rows become. */
  readonly own: OwnFields;
  readonly custom: readonly CustomField[];
  readonly how: Understanding | null;
  readonly remembered: boolean;
  readonly plan: ImportPlan | null;
  readonly rule: DuplicateRule;
  readonly single: ReadonlyMap<number, DuplicateRule>;
  readonly done: number;
  readonly outcome: ImportOutcome | null;
  readonly refused: Refusal | null;
  readonly failure: unknown;
}

const EMPTY: Flow = {
  step: 'choose',
  files: [],
  options: {},
  read: null,
  own: { clients: [], engagements: [] },
  custom: [],
  how: null,
  remembered: false,
  plan: null,
  rule: 'skip',
  single: new Map(),
  done: 0,
  outcome: null,
  refused: null,
  failure: null,
};

/** The import on the screen. */
export const useFlow = create<Flow>(() => EMPTY);
const set = useFlow.setState;
const get = useFlow.getState;

/** Ends the work that goes on. */
let control = new AbortController();

/** Steps at which something goes on that can be stopped. */
export const isBusy = (step: Step): boolean =>
  step === 'reading' || step === 'checking' || step === 'backup' || step === 'writing';

/** Runs work that can be stopped. Stopped or failed, the import stands again where it stood before. */
async function work(
  step: Step,
  back: Step,
  does: (signal: AbortSignal) => Promise<Partial<Flow>>,
): Promise<void> {
  control.abort();
  control = new AbortController();
  const { signal } = control;
  set({ step, done: 0, refused: null, failure: null });
  try {
    const next = await does(signal);
    if (!signal.aborted) set(next);
  } catch (error) {
    if (signal.aborted) return;
    set({ step: back, ...(error instanceof ReadError ? { refused: error.reason } : { failure: error }) });
  }
}

/** Stops what goes on; nothing was changed. */
export function cancel(): void {
  const { step, read, plan } = get();
  control.abort(new DOMException('Cancelled', 'AbortError'));
  if (step === 'backup') cancelBackup();
  if (step === 'backup' || step === 'writing') set({ step: plan ? 'review' : 'choose' });
  else set({ step: read ? 'columns' : 'choose' });
}

/** Forgets the import on the screen. */
export function startOver(): void {
  control.abort();
  set(EMPTY);
}

const cellsOf = ({ rows }: ReadFile, column: number): readonly string[] =>
  rows.slice(0, 500).flatMap(({ cells }) => cells[column] || []);

/** What the rows of a file probably are. */
function targetOf(read: ReadFile): ImportTarget {
  if (read.format === 'vcard') return 'clients';
  if (read.format === 'mail' || read.format === 'markdown') return 'notes';
  if (read.format !== 'calendar') return suggestTarget(read.headers);
  if (read.headers.includes('Done')) return 'tasks';
  // What lies ahead is to be reminded of; what has been is to be remembered.
  const column = read.headers.indexOf('Date');
  const today = dayOf(systemClock.now());
  const ahead = read.rows.filter(({ cells }) => (cells[column] ?? '') >= today).length;
  return ahead * 2 >= read.rows.length ? 'reminders' : 'notes';
}

/** What a table most probably is, with what is remembered of such files. */
async function understand(read: ReadFile, own: OwnFields, wanted?: ImportTarget) {
  const signature = signatureOf(read.headers);
  const remembered = await rememberedSource(signature, wanted);
  const today = dayOf(systemClock.now());
  const all = read.headers.flatMap((_, column) => cellsOf(read, column));
  const target = wanted ?? remembered?.target ?? targetOf(read);
  const custom = customOf(own, target);
  const columns =
    remembered?.columns.map((field) => (isField(target, custom, field) ? field : '')) ??
    suggestColumns(read, target, custom);
  const how: Understanding = {
    target,
    columns,
    dateOrder: remembered?.dateOrder ?? detectDateOrder(all, today),
    decimal: remembered?.decimal ?? detectDecimal(all),
    contacts: remembered?.contacts ?? true,
    fallback: null,
  };
  return { how, custom, remembered: remembered !== null, rule: remembered?.rule ?? 'skip' };
}

/** Reads files anew, with what the user says of them. */
async function readAgain(
  files: readonly File[],
  options: ReadOptions,
  signal: AbortSignal,
): Promise<Partial<Flow>> {
  const read = await readFiles(files, options, signal);
  const practice = await practiceQueries.get();
  const own: OwnFields = {
    clients: practice ? ownFields('clients', practice) : [],
    engagements: practice ? ownFields('engagements', practice) : [],
  };
  const understood = await understand(read, own);
  return { step: 'columns', read, own, plan: null, single: new Map(), outcome: null, ...understood };
}

/** Takes files that were chosen or dropped. */
export function takeFiles(files: readonly File[]): void {
  if (files.length === 0) return;
  set({ ...EMPTY, files });
  void work('reading', 'choose', (signal) => readAgain(files, {}, signal));
}

/** Reads the files another way: encoding, delimiter, sheet. */
export function changeOptions(options: ReadOptions): void {
  const { files, options: before } = get();
  const next = { ...before, ...options };
  set({ options: next });
  void work('reading', 'columns', (signal) => readAgain(files, next, signal));
}

/** Understands the file another way. */
export function changeHow(how: Partial<Understanding>): void {
  const { read, own, how: before } = get();
  if (!read || !before) return;
  if (how.target !== undefined && how.target !== before.target) {
    const { target } = how;
    void understand(read, own, target).then((understood) => set({ ...understood, plan: null }));
    return;
  }
  set({ how: { ...before, ...how } });
}

/** Says what a column fills. */
export function changeColumn(column: number, field: ColumnField): void {
  const { how } = get();
  if (how) set({ how: { ...how, columns: how.columns.with(column, field) } });
}

/** Goes back from the review to the columns. */
export const backToColumns = (): void => set({ step: 'columns' });

/** Makes the plan: every row read, everybody recognised who is there. */
export function check(): void {
  void work('checking', 'columns', async (signal) => {
    const { read, how, custom } = get();
    if (!read || !how) return { step: 'choose' };
    const now = systemClock.now();
    const { target, ...rest } = how;
    const reading = { ...rest, headers: read.headers, custom, today: dayOf(now) };
    const pace = new Pace(signal, (done) => set({ done }));
    const clients = await clientQueries.all();
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const markdown = read.format === 'markdown';
    const index = indexOfClients(clients);
    const practice = await practiceQueries.get();
    const currency = CURRENCY_OF[practice?.language ?? 'en'];
    const plan =
      target === 'clients'
        ? await planClients(read, { ...reading, stages: practice?.stages }, clients, pace)
        : await planLinked(read, { ...reading, target, index, currency, markdown, zone, now }, pace);
    return { step: 'review', plan, single: new Map() };
  });
}

/** Decides of all rows that were recognised. */
export const changeRule = (rule: DuplicateRule): void => set({ rule, single: new Map() });

/** Decides of one row. */
export function decide(row: number, rule: DuplicateRule): void {
  set({ single: new Map(get().single).set(row, rule) });
}

/** Makes a backup, then writes what was decided. */
export function run(language: Language): void {
  void work('backup', 'review', async (signal) => {
    const { plan, rule, single, how, read, files } = get();
    if (!plan || !how || !read) return { step: 'choose' };
    await backUpBefore('beforeImport');
    signal.throwIfAborted();
    set({ step: 'writing' });
    const outcome = await runImport(
      plan,
      { rule, single },
      {
        fileName: files[0]?.name ?? '',
        language,
        enclosed: read.enclosed,
        signal,
        onProgress: (done) => set({ done }),
      },
    );
    const { columns, fallback: _file, ...rest } = how;
    // That the way of reading could not be remembered undoes no import.
    await rememberSource({
      ...rest,
      columns: [...columns],
      signature: signatureOf(read.headers),
      rule,
    }).catch(() => undefined);
    return { step: 'done', outcome };
  });
}

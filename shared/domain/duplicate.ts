import { z } from 'zod';
import { fileIdSchema, recordIdSchema } from './ids.ts';
import { WORK_TABLES, type RecordKind, type Stored } from './record.ts';
import { epochMsSchema } from './values.ts';

/** Which of two clients a value is taken from. */
export const MERGE_SIDES = ['into', 'from', 'both'] as const;
export type MergeSide = (typeof MERGE_SIDES)[number];

const mergeSchema = z.object({
  is: z.literal('merge'),
  at: epochMsSchema,
  /** The file that stays, and the one that went into it. */
  into: fileIdSchema,
  from: fileIdSchema,
  /** Where each field that was decided is from; its value stands in the client. */
  choices: z.record(z.string().max(100), z.enum(MERGE_SIDES)),
  /** What moved from the one file into the other. */
  moved: z.array(z.object({ table: z.enum(WORK_TABLES), ids: z.array(recordIdSchema) })),
  undoneAt: epochMsSchema.nullable(),
});

const differentSchema = z.object({
  is: z.literal('different'),
  at: epochMsSchema,
  /** Two files that look like one and are not. */
  files: z.tuple([fileIdSchema, fileIdSchema]),
});

/** Somebody who stands in a file: its client, or a person with a role in it. */
const personSchema = z.object({ table: z.enum(['clients', 'parties']), id: recordIdSchema });
export type PersonRef = z.infer<typeof personSchema>;

const samePersonSchema = z.object({
  is: z.literal('samePerson'),
  at: epochMsSchema,
  /** Two who are one person or organisation; each stays in its file. */
  who: z.tuple([personSchema, personSchema]),
});

const otherPersonSchema = z.object({
  is: z.literal('otherPerson'),
  at: epochMsSchema,
  /** Two who look like one person and are not. */
  who: z.tuple([personSchema, personSchema]),
});

const duplicateSchema = z.discriminatedUnion('is', [
  mergeSchema,
  differentSchema,
  samePersonSchema,
  otherPersonSchema,
]);
export type DuplicateBody = z.infer<typeof duplicateSchema>;
/** How files that looked like one were dealt with. */
export type Duplicate = Stored<DuplicateBody>;
export type MergeBody = z.infer<typeof mergeSchema>;
/** Two client files that were made one. */
export type Merge = Stored<MergeBody>;

/** All of them belong to the practice and hold ids alone: an erased file leaves nothing in them. */
export const duplicateRecord: RecordKind<DuplicateBody> = {
  table: 'duplicates',
  version: 1,
  schema: duplicateSchema,
};

/** Merges that hold, among all that was decided. */
const merges = (all: readonly DuplicateBody[]): readonly MergeBody[] =>
  all.filter((one): one is MergeBody => one.is === 'merge' && one.undoneAt === null);

/**
 * The file that a file went into, through as many merges as there were; itself when it went into none.
 * @param isThere Whether there is a client of that file: one that came back, out of a backup say, is itself again.
 */
export function survivorOf<Id extends string>(
  all: readonly DuplicateBody[],
  fileId: Id,
  isThere: (fileId: Id) => boolean = () => false,
): Id {
  const into = new Map(merges(all).map((merge) => [merge.from as string, merge.into as string]));
  const passed = new Set<string>();
  let now: string = fileId;
  for (;;) {
    const next = isThere(now as Id) || passed.has(now) ? undefined : into.get(now);
    if (next === undefined) return now as Id;
    passed.add(now);
    now = next;
  }
}

/** The files that went into a file, directly or through others. */
export function absorbedBy<Id extends string>(all: readonly DuplicateBody[], fileId: Id): readonly Id[] {
  const found = new Set<string>([fileId]);
  for (const known of found)
    for (const { into, from } of merges(all)) if ((into as string) === known) found.add(from);
  found.delete(fileId);
  return [...found] as Id[];
}

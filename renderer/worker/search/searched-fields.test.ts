import { describe, expect, it } from 'vitest';
import { newFileId, newRecordId } from '#shared/domain/ids.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import { type TableName, WORK_TABLES } from '#shared/domain/record.ts';
import { richTextSchema } from '#shared/domain/rich-text.ts';
import { isSearched, searchDocs, SEARCHED_TABLES } from './extract.ts';

/** What of a zod schema is looked at. */
interface Schema {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly element?: Schema;
    readonly innerType?: Schema;
    readonly valueType?: Schema;
    readonly options?: readonly Schema[];
    readonly entries?: Readonly<Record<string, string>>;
    readonly values?: readonly unknown[];
  };
  readonly safeParse: (value: unknown) => { readonly success: boolean };
}

/** Texts that fit formats: ids, days, moments of the wall, hashes. Who takes one of these alone takes no words. */
const FORMATS = [
  '2026-11-22',
  '01890000-0000-7000-8000-000000000000',
  '2026-11-22T09:00',
  'ab'.repeat(32),
  'CZK',
  '',
];

/** A body with a word of its own in every field that takes words. `words`: which word stands where. */
function bodyWithWords(schema: Schema): {
  readonly body: unknown;
  readonly words: ReadonlyMap<string, string>;
} {
  const words = new Map<string, string>();
  const wordAt = (path: string): string => {
    const word = `word${String(words.size)}x`;
    words.set(path, word);
    return word;
  };
  const text = (one: Schema, path: string): string => {
    const word = `word${String(words.size)}x`;
    if (one.safeParse(word).success) return wordAt(path);
    const fits = FORMATS.find((format) => one.safeParse(format).success);
    if (fits === undefined) throw new Error(`No text is known that fits ${path}`);
    return fits;
  };
  const make = (one: Schema, path: string): unknown => {
    if ((one as unknown) === richTextSchema)
      return {
        type: 'doc',
        content: [{ type: 'paragraph', content: [{ type: 'text', text: wordAt(path) }] }],
      };
    const { def } = one;
    const inside = (next: Schema | undefined, name = path): unknown => {
      if (!next) throw new Error(`Nothing inside ${name}`);
      return make(next, name);
    };
    switch (def.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(def.shape ?? {}).map(([key, value]) => [
            key,
            make(value, path === '' ? key : `${path}.${key}`),
          ]),
        );
      case 'array':
        return [inside(def.element, `${path}[]`)];
      case 'record':
        return { '01890000-0000-7000-8000-000000000000': inside(def.valueType, `${path}.*`) };
      case 'nullable':
      case 'optional':
      case 'exactOptional':
      case 'readonly':
      case 'default':
        return inside(def.innerType);
      case 'union':
        return inside(def.options?.find(({ def: { type } }) => type === 'string') ?? def.options?.[0]);
      case 'string':
        return text(one, path);
      case 'enum':
        return Object.values(def.entries ?? {})[0];
      case 'literal':
        return def.values?.[0];
      case 'number':
        return 1;
      case 'boolean':
        return false;
      default:
        throw new Error(`${def.type} at ${path} is not known to this test`);
    }
  };
  return { body: make(schema, ''), words };
}

/** Fields with words that no search finds, by their table. */
function notFound(table: (typeof SEARCHED_TABLES)[number]): readonly string[] {
  const { body, words } = bodyWithWords(kindOf(table).schema);
  expect(kindOf(table).schema.safeParse(body).error).toBeUndefined();
  const docs = searchDocs({ table, id: newRecordId(), fileId: newFileId(), body });
  const said = docs
    .flatMap(({ lines }) => lines.map(({ text }) => text))
    .join('\n')
    .split(/[^\p{L}\p{N}]+/u);
  return [...words].flatMap(([path, word]) => (said.includes(word) ? [] : [path])).toSorted();
}

/** Left out on purpose: what is no word of the user's, or is chosen from a list and filtered by elsewhere. */
const NOT_SEARCHED: Readonly<Record<(typeof SEARCHED_TABLES)[number], readonly string[]>> = {
  clients: ['perks[].worth', 'relationship.serviceLevel', 'responsible'],
  parties: [],
  attachments: ['mediaType'],
  requirementsDocuments: ['inboxSectionId', 'sections[].id', 'templateId'],
  requirements: ['sectionId'],
  questions: [],
  reminders: ['rule', 'zone'],
  notes: ['templateId'],
  tasks: [],
  engagements: ['unit'],
  moneyEntries: [],
  sheets: [],
  conflictChecks: ['hits[].bearer', 'hits[].client', 'hits[].found'],
};

/** Tables of which nothing is found: what the practice says of itself, imports, merges and forms. */
const TABLES_NOT_SEARCHED: readonly TableName[] = [
  'practice',
  'imports',
  'registerViews',
  'duplicates',
  'services',
  'drafts',
  'templates',
];

describe('what is found of the records', () => {
  it.each(SEARCHED_TABLES)('is every field with words of %s, or the field is named here', (table) => {
    expect(notFound(table)).toEqual([...NOT_SEARCHED[table]].toSorted());
  });

  it('is of every table, or the table is named here', () => {
    expect(WORK_TABLES.filter((table) => !isSearched(table)).toSorted()).toEqual(
      [...TABLES_NOT_SEARCHED].toSorted(),
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { plainText, type RichTextNode } from '#shared/domain/rich-text.ts';
import { translator } from '#shared/i18n/translate.ts';
import { aClient, aPractice } from '#test/builders/bodies.ts';
import { createFiller, MERGE_FIELD_NODE, type MergeSource } from './fill.ts';
import { customFieldName, fieldMeant, MERGE_FIELDS } from './merge-fields.ts';
import { shownText, storedText, textParts } from './text-fields.ts';

const FLAT: CustomField = { id: 'flat-1', label: 'Byt č. {1}', kind: 'date', options: [], currency: '' };
const practice = aPractice({
  kind: 'law',
  customFields: { law: [FLAT], tutoring: [{ ...FLAT, id: 'other', label: 'Škola', kind: 'text' }] },
});
const source = (patch: Partial<MergeSource> = {}): MergeSource => ({
  client: aClient({
    name: 'Nováková {{clientAddress}} Jana',
    address: 'Dlouhá 12\n110 00 Praha 1',
    numbers: [
      { kind: 'ico', value: '25596641' },
      { kind: 'other', value: '2026/17' },
    ],
    custom: { [FLAT.id]: '2026-11-22' },
  }),
  practice,
  at: new Date(2026, 10, 22, 9, 5).getTime(),
  language: 'cs',
  meeting: {
    attendees: [
      { name: 'Jana Nováková', side: 'client' },
      { name: 'Eva Horáková', side: 'practice' },
    ],
    place: '',
    channel: 'video',
  },
  engagements: [],
  partyName: () => undefined,
  ...patch,
});
const newId = () => '01890000-0000-7000-8000-000000000000';
const filler = (patch?: Partial<MergeSource>) => createFiller(source(patch), newId);

const field = (name: string, label = name): RichTextNode => ({
  type: MERGE_FIELD_NODE,
  attrs: { field: name, label },
});
const doc = (...content: readonly RichTextNode[]): RichTextNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});

it('fills in fields of the engagements that go on', () => {
  const court = { ...FLAT, id: 'court', label: 'Soud', kind: 'text' as const };
  const { text } = filler({
    practice: { ...practice, engagementFields: { law: [court] } },
    engagements: [{ title: 'Rozvod', custom: { court: 'OS Brno' } }, { title: 'Prodej' }],
  });
  expect(text('{{matter}}: {{custom:court|Soud}}')).toBe('Rozvod, Prodej: OS Brno');
  expect(fieldMeant('soud', { ...practice, engagementFields: { law: [court] } })).toBe('custom:court');
});

it('fills in what is known, in the language of the template', () => {
  const { text, unknown } = filler();
  expect(text('{{date}} {{longDate}}')).toMatch(/^22\. 11\. 2026 22\. listopadu 2026$/);
  expect(text('{{attendees}}')).toMatch(/^Jana Nováková a\sEva Horáková$/);
  expect(text('{{numbers}}')).toMatch(/^IČO 255 ?96 ?641, 2026\/17$/);
  expect(text('{{clientNumber}}')).toBe('2026/17');
  expect(text(`{{${customFieldName(FLAT.id)}|Byt}}`)).toBe('22. 11. 2026');
  expect(text('{{stage}}')).toBe(translator('cs')('domain.stage.acquisition'));
  expect(filler({ language: 'ru' }).text('{{longDate}}, {{attendees}}')).toBe(
    '22 ноября 2026 г., Jana Nováková и Eva Horáková',
  );
  expect(unknown()).toEqual([]);
});

it('never reads what a client’s data say as a field', () => {
  expect(filler().text('{{clientName}}')).toBe('Nováková {{clientAddress}} Jana');
});

it('leaves a gap where nothing is known, and tells of a field that is no more', () => {
  const { text, richText, unknown } = filler();
  expect(text('Kde: {{place}}')).toBe('Kde: [Místo: …]');
  expect(unknown()).toEqual([]);
  expect(text('{{custom:gone|Číslo spisu}}!')).toBe('[Číslo spisu: …]!');
  expect(plainText(richText(doc(field('custom:lost', 'Soud'))))).toBe('[Soud: …]');
  expect(text('{{no such thing}}')).toBe('[no such thing: …]');
  expect(unknown()).toEqual(['Číslo spisu', 'Soud', 'no such thing']);
});

it('breaks lines in a text, and puts commas in a line, which never grows too long', () => {
  expect(filler().text('{{clientAddress}}')).toBe('Dlouhá 12\n110 00 Praha 1');
  expect(filler().line('A: {{clientAddress}}.')).toBe('A: Dlouhá 12, 110 00 Praha 1.');
  const client = aClient({ name: 'N'.repeat(500), address: 'x'.repeat(3000) });
  const line = filler({ client }).line('Od {{clientName}} z {{clientAddress}} konec');
  expect(line.length).toBeLessThanOrEqual(500);
  expect(line).toMatch(/^Od N+… z x+… konec$/);
  expect(filler().richText(doc(field('clientAddress'))).content?.[0]?.content).toEqual([
    { type: 'text', text: 'Dlouhá 12' },
    { type: 'hardBreak' },
    { type: 'text', text: '110 00 Praha 1' },
  ]);
});

it('gives marked lines ids of their own', () => {
  const attrs = { mark: 'decision', lineId: 'old', who: '', due: null };
  expect(filler().richText({ type: 'paragraph', attrs }).attrs).toEqual({ ...attrs, lineId: newId() });
});

it('understands names and labels of every language, folded', () => {
  expect(fieldMeant(' JMENO klienta ', practice)).toBe('clientName');
  expect(fieldMeant('ИНН', practice)).toBe('inn');
  expect(fieldMeant('IČO', practice)).toBe('ico');
  expect(fieldMeant('skola', practice)).toBe(customFieldName('other'));
  expect(fieldMeant('whatever', practice)).toBeNull();
});

/** Words that hold no whole field. */
const words = fc
  .string({ unit: fc.constantFrom('a', 'ž', 'ж', ' ', '{', '}', '|', '\n', '😀'), maxLength: 12 })
  .filter((text) => !text.includes('{{'));
const names = fc.constantFrom(...MERGE_FIELDS);

it('touches no character outside the fields of a plain text', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(words, names), { maxLength: 6 }), words, (pairs, end) => {
      // A brace before a field would be read with it.
      const safe = pairs.map(([text, name]) => [text.replaceAll('{', '('), name] as const);
      const { text } = filler();
      const whole = safe.map(([before, name]) => `${before}{{${name}}}`).join('') + end;
      const values = safe.map(([before, name]) => before + text(`{{${name}}}`)).join('') + end;
      expect(text(whole)).toBe(values);
    }),
  );
});

/** A run of a rich text as it reads: every character with its style. */
const characters = (node: RichTextNode): readonly string[] =>
  node.text === undefined
    ? node.content
      ? [`<${node.type}>`, ...node.content.flatMap(characters), `</${node.type}>`]
      : [`<${node.type}/>`]
    : Array.from(node.text, (one) => `${one}${JSON.stringify(node.marks ?? [])}`);

const marks = fc.constantFrom(undefined, [{ type: 'bold' }], [{ type: 'italic' }, { type: 'bold' }]);
const run = fc
  .tuple(fc.oneof(words, names), fc.boolean(), marks)
  .map(([text, isField, style]): RichTextNode => {
    const styled = style ? { marks: style } : {};
    return isField && MERGE_FIELDS.some((name) => name === text)
      ? { ...field(text), ...styled }
      : { type: 'text', text: text === '' ? ' ' : text.replaceAll('{', '('), ...styled };
  });
const block = fc
  .tuple(fc.constantFrom('paragraph', 'heading', 'listItem'), fc.array(run, { maxLength: 6 }))
  .map(([type, content]): RichTextNode => ({ type, content }));

it('touches nothing outside the fields of a rich text, styles included', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (content) => {
      const { richText, text } = filler();
      const valueOf = (node: RichTextNode): readonly string[] => {
        if (node.type !== MERGE_FIELD_NODE)
          return node.content
            ? [`<${node.type}>`, ...node.content.flatMap(valueOf), `</${node.type}>`]
            : characters(node);
        const name = String(node.attrs?.['field']);
        return text(`{{${name}}}`)
          .split('\n')
          .flatMap((line, index) => [
            ...(index > 0 ? ['<hardBreak/>'] : []),
            ...characters({ ...node, type: 'text', text: line }),
          ]);
      };
      const whole = { type: 'doc', content };
      expect(characters(richText(whole))).toEqual(valueOf(whole));
    }),
  );
});

it('shows and stores a plain text without a loss, in any language', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(words, names), { maxLength: 5 }),
      fc.constantFrom('en', 'cs', 'pl', 'ru'),
      (pairs, language) => {
        const stored = pairs.map(([text, name]) => `${text.replaceAll('{', '(')}{{${name}}}`).join('');
        const t = translator(language);
        expect(storedText(shownText(stored, practice, t), practice, t)).toBe(stored);
        expect(
          textParts(stored)
            .map((part) => ('text' in part ? part.text : `{{${part.field}}}`))
            .join(''),
        ).toBe(stored);
      },
    ),
  );
});

it('knows a field of the practice again after it was renamed, and shows what a removed one was called', () => {
  const t = translator('en');
  const stored = storedText('{{byt c.  1}}', { customFields: { law: [{ ...FLAT, label: 'Byt č.  1' }] } }, t);
  expect(stored).toBe('{{custom:flat-1|Byt č.  1}}');
  const renamed = aPractice({ customFields: { law: [{ ...FLAT, label: 'Jednotka' }] } });
  expect(shownText(stored, renamed, t)).toBe('{{Jednotka}}');
  expect(shownText(stored, aPractice({ customFields: {} }), t)).toBe('{{Byt č.  1}}');
});

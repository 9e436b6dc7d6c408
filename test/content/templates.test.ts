import { expect, test } from 'vitest';
import cs from '../../resources/app/templates/cs.json';
import en from '../../resources/app/templates/en.json';
import pl from '../../resources/app/templates/pl.json';
import ru from '../../resources/app/templates/ru.json';
import { PRACTICE_KINDS } from '#shared/domain/practice.ts';
import { plainText } from '#shared/domain/rich-text.ts';
import { templatesSchema, type Templates } from '#shared/domain/template.ts';

const languages: readonly (readonly [string, unknown])[] = [
  ['en', en],
  ['cs', cs],
  ['pl', pl],
  ['ru', ru],
];

/** All that must be the same in every language: what is left when the words are taken away. */
const structure = ({ meetings, requirements }: Templates) => ({
  meetings: meetings.map(({ id, kinds, agenda, body }) => ({
    id,
    kinds,
    points: agenda.length,
    blocks: (body.content ?? []).map(({ type, attrs }) => ({ type, attrs })),
  })),
  requirements: requirements.map(({ id, kinds, sections, inboxSectionId }) => ({
    id,
    kinds,
    sections: sections.map((section) => section.id),
    inboxSectionId,
  })),
});

const texts = ({ meetings, requirements }: Templates): readonly string[] => [
  ...meetings.flatMap(({ name, agenda, body }) => [name, ...agenda, ...(body.content ?? []).map(plainText)]),
  ...requirements.flatMap(({ name, sections }) => [
    name,
    ...sections.flatMap(({ title, hint }) => [title, hint]),
  ]),
];

const english = templatesSchema.parse(en);

test.each(languages)('templates in %s fit the schema and have the structure of all others', (_, content) => {
  expect(structure(templatesSchema.parse(content))).toEqual(structure(english));
});

test.each(languages)('templates in %s have no empty wording', (_, content) => {
  const templates = templatesSchema.parse(content);
  const headings = templates.meetings.flatMap(({ body }) =>
    (body.content ?? []).filter(({ type }) => type === 'heading').map(plainText),
  );
  expect(headings.length).toBeGreaterThan(0);
  expect(headings).not.toContain('');
  expect(
    templates.requirements.flatMap(({ sections }) => sections.flatMap(({ title, hint }) => [title, hint])),
  ).not.toContain('');
});

test.each(languages.slice(1))('templates in %s are translated', (_, content) => {
  const own = texts(templatesSchema.parse(content));
  const same = texts(english).filter((text, index) => text !== '' && own[index] === text);
  expect(same).toEqual([]);
});

test.each(PRACTICE_KINDS)('a practice of kind %s has meeting and requirements templates', (kind) => {
  expect(english.meetings.some(({ kinds }) => kinds.includes(kind))).toBe(true);
  expect(english.requirements.some(({ kinds }) => kinds.length === 0 || kinds.includes(kind))).toBe(true);
});

test('ids are unique and every inbox is one of the sections', () => {
  const ids = [...english.meetings, ...english.requirements].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { sections, inboxSectionId } of english.requirements) {
    expect(sections.map(({ id }) => id)).toContain(inboxSectionId);
  }
});

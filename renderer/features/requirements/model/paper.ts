import { heldBackSources } from '#shared/documents/held-back.ts';
import { letterheadLines } from '#shared/documents/letterhead.ts';
import { plain, type Block, type DocumentModel, type Inline } from '#shared/documents/model.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Note } from '#shared/domain/note.ts';
import type { Practice } from '#shared/domain/practice.ts';
import { requirementLabel, type Requirement, type RequirementsDocument } from '#shared/domain/requirement.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import { inReadingOrder, inSection } from './order.ts';
import { sourceFinder, type ShownSource } from './sources.ts';

export interface PaperInput {
  readonly document: RequirementsDocument;
  readonly requirements: readonly Requirement[];
  readonly client: Client;
  readonly practice: Practice;
  /** The notes of the file: they tell where a requirement came from, and what stays in the practice. */
  readonly notes: readonly Note[];
  readonly language: Language;
  /** The day printed under the title. */
  readonly today: IsoDate;
}

export interface RequirementsPaper {
  readonly document: DocumentModel;
  /** Requirements that came from lines now internal or sensitive: they are not printed. */
  readonly heldBack: readonly Requirement[];
}

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/u)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', text: plain(line) }));

const labelled = (label: string, value: string): string => (value.trim() === '' ? '' : `${label}: ${value}`);

/** One paragraph, so that what belongs to a requirement stands close to it and is never on another page. */
function requirementBlock(requirement: Requirement, source: ShownSource | null, language: Language): Block {
  const t = translator(language);
  const { number, text, priority, status, dueOn, responsible, acceptance, rationale } = requirement;
  const facts = [
    t(`domain.priority.${priority}`),
    t(`domain.requirementStatus.${status}`),
    dueOn === null ? '' : labelled(t('requirements.field.due'), formatDay(dueOn, language)),
    labelled(t('requirements.field.responsible'), responsible),
    source === null ? '' : t('requirements.meetingOf', { day: formatDay(source.day, language) }),
  ];
  const wish: Inline = status === 'dropped' ? { text, strike: true } : { text };
  const more = [
    labelled(t('requirements.field.acceptance'), acceptance),
    labelled(t('requirements.field.rationale'), rationale),
    facts.filter((fact) => fact !== '').join(' · '),
  ].filter((line) => line !== '');
  return {
    type: 'paragraph',
    margin: requirementLabel(number),
    text: [wish, ...more.map((line): Inline => ({ text: `\n${line}`, quiet: true }))],
  };
}

/** A requirements document as it is printed for the client. */
export function requirementsPaper(input: PaperInput): RequirementsPaper {
  const { document, client, practice, notes, language, today } = input;
  const isHidden = heldBackSources(notes);
  const sourceOf = sourceFinder(notes);
  const written = inReadingOrder(document.sections, input.requirements).filter(
    ({ text }) => text.trim() !== '',
  );
  const shown = written.filter(({ source }) => !isHidden(source));
  const blocks = (requirements: readonly Requirement[]): Block[] =>
    requirements.map((one) => requirementBlock(one, sourceOf(one.source), language));
  const known = new Set(document.sections.map(({ id }) => id));
  return {
    document: {
      title: document.title,
      language,
      letterhead: letterheadLines(practice.letterhead),
      subtitle: `${client.name} · ${formatDay(today, language)}`,
      blocks: [
        ...document.sections.flatMap((section): Block[] => {
          const body = [...paragraphs(section.text), ...blocks(inSection(shown, section.id))];
          return body.length === 0
            ? []
            : [{ type: 'heading', level: 1, text: plain(section.title) }, ...body];
        }),
        ...blocks(shown.filter(({ sectionId }) => !known.has(sectionId))),
      ],
      foot: practice.confidentiality.slice(0, 300),
    },
    heldBack: written.filter(({ source }) => isHidden(source)),
  };
}

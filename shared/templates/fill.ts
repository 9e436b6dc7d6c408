import type { TFunction } from 'i18next';
import type { ClientBody } from '#shared/domain/client.ts';
import { customText } from '#shared/domain/custom-values.ts';
import type { EngagementBody } from '#shared/domain/engagement.ts';
import type { Attendee, NoteBody } from '#shared/domain/note.ts';
import type { NumberKind } from '#shared/domain/numbers/kinds.ts';
import { formatNumber } from '#shared/domain/numbers/numbers.ts';
import type { PracticeBody } from '#shared/domain/practice.ts';
import type { RichTextMark, RichTextNode } from '#shared/domain/rich-text.ts';
import type { Language } from '#shared/domain/values.ts';
import { dayOf, formatDay, formatLongDay, formatTime } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import {
  customFieldNamed,
  fieldLabel,
  fieldMeant,
  isMergeField,
  isNumberField,
  type MergeField,
} from './merge-fields.ts';
import { standingName } from '#shared/i18n/translate.ts';
import { textParts } from './text-fields.ts';

/** The node of a rich text that stands for a field. */
export const MERGE_FIELD_NODE = 'mergeField';

/** What the fields of a template are filled from. */
export interface MergeSource {
  readonly client: ClientBody;
  readonly practice: PracticeBody;
  /** The moment of filling, milliseconds since the epoch. */
  readonly at: number;
  /** The language that days, numbers and choices are written in: that of the template. */
  readonly language: Language;
  /** Null: no meeting. */
  readonly meeting: {
    readonly attendees: readonly Attendee[];
    readonly place: string;
    readonly channel: NoteBody['channel'];
  } | null;
  /** The engagements that go on. */
  readonly engagements: readonly Pick<EngagementBody, 'title' | 'custom'>[];
  /** Name of a party by its id; undefined when there is none any more. */
  readonly partyName: (id: string) => string | undefined;
}

type Values = { readonly [Field in Exclude<MergeField, NumberKind>]: () => string };

function numbersText({ client: { numbers } }: MergeSource, t: TFunction): string {
  const short = (kind: NumberKind): string =>
    kind === 'other' ? '' : `${t(`domain.numberKind.${kind}`).split(' (')[0] ?? ''} `;
  return numbers.map(({ kind, value }) => `${short(kind)}${formatNumber(kind, value)}`).join(', ');
}

const ofKind = ({ client: { numbers } }: MergeSource, wanted: string): string =>
  numbers
    .filter(({ kind }) => kind === wanted)
    .map(({ kind, value }) => formatNumber(kind, value))
    .join(', ');

const joinedLines = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(', ');

const names = (all: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(all);

function valuesFrom(source: MergeSource, t: TFunction): Values {
  const { client, practice, at, language, meeting, engagements } = source;
  const { letterhead } = practice;
  return {
    clientName: () => client.name,
    contactPerson: () => client.contactPerson,
    decisionMaker: () => client.decisionMaker,
    clientAddress: () => client.address,
    clientEmail: () => client.email,
    clientPhone: () => client.phone,
    birthDate: () => (client.birthDate === null ? '' : formatDay(client.birthDate, language)),
    stage: () => standingName(t, client),
    responsible: () => client.responsible,
    group: () => client.group,
    lineOfBusiness: () => client.about.lineOfBusiness,
    numbers: () => numbersText(source, t),
    clientNumber: () => ofKind(source, 'other'),
    date: () => formatDay(dayOf(at), language),
    longDate: () => formatLongDay(dayOf(at), language),
    matter: () => joinedLines(engagements.map(({ title }) => title)),
    time: () => (meeting ? formatTime(at, language) : ''),
    place: () => meeting?.place ?? '',
    channel: () => (meeting ? t(`domain.channel.${meeting.channel}`) : ''),
    attendees: () =>
      names(
        (meeting?.attendees ?? []).map(({ name }) => name),
        language,
      ),
    practiceName: () => letterhead.name,
    professional: () => practice.professional,
    practiceAddress: () => letterhead.address,
    practicePhone: () => letterhead.phone,
    practiceEmail: () => letterhead.email,
    practiceNumber: () => letterhead.registration,
  };
}

/** What a field says; empty: nothing is known; null: there is no such field, or any more. */
function valueOf(name: string, source: MergeSource, t: TFunction): string | null {
  if (isMergeField(name)) {
    return isNumberField(name) ? ofKind(source, name) : valuesFrom(source, t)[name]();
  }
  const own = customFieldNamed(name, source.practice);
  if (!own) return null;
  const { language, partyName } = source;
  const words = { language, yes: t('register.yes'), no: t('register.no'), partyName };
  // A field belongs to clients or to engagements: its id has a value in the one or the other.
  return joinedLines(
    [source.client, ...source.engagements].map(({ custom = {} }) => customText(own, custom[own.id], words)),
  );
}

const sameMarks = (one: RichTextNode, other: RichTextNode): boolean =>
  JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);

/** Text beside text of the same style is one, as the editor has it. */
function joined(nodes: readonly RichTextNode[]): readonly RichTextNode[] {
  const all: RichTextNode[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (last?.text !== undefined && node.text !== undefined && sameMarks(last, node))
      all[all.length - 1] = { ...last, text: last.text + node.text };
    else all.push(node);
  }
  return all;
}

/** A value of several lines in one block. */
const inlineText = (value: string, marks: readonly RichTextMark[] | undefined): RichTextNode[] =>
  value
    .split('\n')
    .flatMap((line, index): RichTextNode[] => [
      ...(index > 0 ? [{ type: 'hardBreak' }] : []),
      ...(line === '' ? [] : [{ type: 'text', text: line, ...(marks && { marks }) }]),
    ]);

const attribute = (node: RichTextNode, name: string): string => {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
};

/** As much as a line takes (`lineSchema`). */
const LONGEST_LINE = 500;
/** What has several lines, with commas between. */
const oneLine = (value: string): string =>
  value
    .trim()
    .split(/\s*\n\s*/)
    .join(', ');
const shortened = (value: string, room: number): string =>
  value.length <= room ? value : `${value.slice(0, room - 1)}…`;

/** Fills in the fields of one template. */
export interface Filler {
  readonly text: (text: string) => string;
  /** In one line: what has several lines stands with commas between. */
  readonly line: (text: string) => string;
  readonly richText: (body: RichTextNode) => RichTextNode;
  /** What the fields are called that there are none of any more, so far. */
  readonly unknown: () => readonly string[];
}

/**
 * Makes what fills in the fields of a template. Where nothing is known a gap stands to be filled in, «[Address: …]»; nothing
 * outside the fields is touched, and what a client's data say is never read as a field.
 * @param newLineId Gives each marked line of the body an id of its own.
 */
export function createFiller(source: MergeSource, newLineId: () => string): Filler {
  const t = translator(source.language);
  const unknown = new Set<string>();
  const filled = (typed: string, label: string | null): string => {
    const name = fieldMeant(typed, source.practice) ?? typed;
    const value = valueOf(name, source, t);
    const called = fieldLabel(name, source.practice, t) ?? label ?? typed;
    if (value === null) unknown.add(called);
    return value === null || value.trim() === '' ? t('templates.gap', { field: called }) : value;
  };
  const text = (whole: string): string =>
    textParts(whole)
      .map((part) => ('text' in part ? part.text : filled(part.field, part.label)))
      .join('');
  const inline = (node: RichTextNode): readonly RichTextNode[] => {
    if (node.type === MERGE_FIELD_NODE)
      return inlineText(filled(attribute(node, 'field'), attribute(node, 'label')), node.marks);
    if (node.text === undefined) return [richText(node)];
    return textParts(node.text).flatMap((part) =>
      'text' in part
        ? [{ ...node, text: part.text }]
        : inlineText(filled(part.field, part.label), node.marks),
    );
  };
  const richText = (node: RichTextNode): RichTextNode => ({
    ...node,
    ...(node.attrs && {
      attrs: typeof node.attrs['lineId'] === 'string' ? { ...node.attrs, lineId: newLineId() } : node.attrs,
    }),
    ...(node.content && { content: joined(node.content.flatMap(inline)) }),
  });
  return {
    text,
    line: (whole) => {
      const parts = textParts(whole);
      const words = parts.reduce((sum, part) => sum + ('text' in part ? part.text.length : 0), 0);
      const fields = parts.filter((part) => 'field' in part).length;
      const room = Math.max(1, Math.floor((LONGEST_LINE - words) / Math.max(1, fields)));
      return parts
        .map((part) =>
          'text' in part ? part.text : shortened(oneLine(filled(part.field, part.label)), room),
        )
        .join('');
    },
    richText,
    unknown: () => [...unknown],
  };
}

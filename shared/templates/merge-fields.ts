import type { TFunction } from 'i18next';
import type { CustomField } from '#shared/domain/custom-field.ts';
import { NUMBER_KINDS, type NumberKind } from '#shared/domain/numbers/kinds.ts';
import { fieldsByKind, type FieldsSource, ownFields } from '#shared/domain/own-fields.ts';
import type { PracticeBody } from '#shared/domain/practice.ts';
import type { OwnTemplateBody } from '#shared/domain/template.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { fold } from '#shared/lib/fold.ts';

/** Registered numbers that are fields of their own; those of no known kind are the client's number with the practice. */
const NUMBER_FIELDS = NUMBER_KINDS.filter((kind): kind is Exclude<NumberKind, 'other'> => kind !== 'other');

/** What a template can ask of a client file, a meeting and the practice, by the heading it stands under in the menu. */
export const MERGE_FIELD_GROUPS = {
  client: [
    'clientName',
    'contactPerson',
    'decisionMaker',
    'clientAddress',
    'clientEmail',
    'clientPhone',
    'birthDate',
    'stage',
    'responsible',
    'group',
    'lineOfBusiness',
  ],
  numbers: ['numbers', 'clientNumber', ...NUMBER_FIELDS],
  occasion: ['date', 'longDate', 'matter'],
  meeting: ['time', 'place', 'channel', 'attendees'],
  practice: [
    'practiceName',
    'professional',
    'practiceAddress',
    'practicePhone',
    'practiceEmail',
    'practiceNumber',
  ],
} as const;
/** A heading of the menu of fields. */
export type MergeFieldGroup = keyof typeof MERGE_FIELD_GROUPS | 'custom' | 'engagement';

/** Every field that comes with the app. */
export const MERGE_FIELDS = [
  ...MERGE_FIELD_GROUPS.client,
  ...MERGE_FIELD_GROUPS.numbers,
  ...MERGE_FIELD_GROUPS.occasion,
  ...MERGE_FIELD_GROUPS.meeting,
  ...MERGE_FIELD_GROUPS.practice,
] as const;
/** Name of a field that comes with the app. */
export type MergeField = (typeof MERGE_FIELDS)[number];

const CUSTOM = 'custom:';
/** The name under which templates know a field of the practice. */
export const customFieldName = (id: string): string => `${CUSTOM}${id}`;
/** The id of the practice's field behind a name; null: it is none of those. */
export const customFieldId = (name: string): string | null =>
  name.startsWith(CUSTOM) ? name.slice(CUSTOM.length) : null;

/** Whether a name is that of a field that comes with the app. */
export const isMergeField = (name: string): name is MergeField => MERGE_FIELDS.some((one) => one === name);

/** Whether a field is the registered number of one kind. */
export const isNumberField = (name: MergeField): name is Exclude<NumberKind, 'other'> =>
  NUMBER_FIELDS.some((kind) => kind === name);

const labelOf = (name: MergeField, t: TFunction): string =>
  isNumberField(name) ? t(`domain.numberKind.${name}`) : t(`templates.field.${name}`);

/** Every field of the practice's own, on clients and engagements, of whatever kind of practice. */
const customFieldsOf = (practice: FieldsSource): readonly CustomField[] =>
  (['clients', 'engagements'] as const).flatMap((of) => Object.values(fieldsByKind(of, practice)).flat());

/** The practice's own field behind a name; undefined: there is none any more. */
export const customFieldNamed = (name: string, practice: FieldsSource): CustomField | undefined => {
  const id = customFieldId(name);
  return id === null ? undefined : customFieldsOf(practice).find((field) => field.id === id);
};

/** What a field is called; null: no such field is known, or any more. */
export const fieldLabel = (name: string, practice: FieldsSource, t: TFunction): string | null =>
  isMergeField(name) ? labelOf(name, t) : (customFieldNamed(name, practice)?.label ?? null);

/** Folded labels of the app's own fields in every language, made once. */
let known: ReadonlyMap<string, MergeField> | null = null;

function knownLabels(): ReadonlyMap<string, MergeField> {
  known ??= new Map(
    LANGUAGES.flatMap((language) => {
      const t = translator(language);
      return MERGE_FIELDS.flatMap((name) => {
        const label = labelOf(name, t);
        // «IČO» is enough for «IČO (Czech company number)».
        return [label, label.split(' (')[0] ?? label].map((text) => [fold(text), name] as const);
      });
    }),
  );
  return known;
}

/** The field that somebody means who types a name or a label, in whatever language and case; null: none. */
export function fieldMeant(typed: string, practice: FieldsSource): string | null {
  const text = typed.trim();
  if (isMergeField(text)) return text;
  if (customFieldId(text) !== null) return text;
  const folded = fold(text);
  const own = customFieldsOf(practice).find(({ label }) => fold(label) === folded);
  return own ? customFieldName(own.id) : (knownLabels().get(folded) ?? null);
}

/** A field as the menu offers it. */
export interface OfferedField {
  readonly name: string;
  readonly label: string;
}

/** The fields that a template of a kind can use, under their headings: a requirements document knows of no meeting. */
export function offeredFields(
  of: OwnTemplateBody['of'],
  practice: FieldsSource & Pick<PracticeBody, 'kind'>,
  t: TFunction,
): readonly { readonly group: MergeFieldGroup; readonly fields: readonly OfferedField[] }[] {
  const groups = (['client', 'numbers', 'occasion', 'meeting', 'practice'] as const).filter(
    (group) => of === 'meeting' || group !== 'meeting',
  );
  const own = (['clients', 'engagements'] as const).map((one) => ({
    group: one === 'clients' ? ('custom' as const) : ('engagement' as const),
    fields: ownFields(one, practice).map(({ id, label }) => ({ name: customFieldName(id), label })),
  }));
  return [
    ...groups.map((group) => ({
      group,
      fields: MERGE_FIELD_GROUPS[group].map((name) => ({ name, label: labelOf(name, t) })),
    })),
    ...own.filter(({ fields }) => fields.length > 0),
  ];
}

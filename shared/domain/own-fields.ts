import type { CustomField } from './custom-field.ts';
import type { EngagementBody } from './engagement.ts';
import type { PracticeBody } from './practice.ts';
import { type CustomWords, customText } from './custom-values.ts';

/** What a practice adds fields of its own to. */
export type OwnFieldsOf = 'clients' | 'engagements';

/** The part of a practice that knows its own fields. */
export type FieldsSource = Pick<PracticeBody, 'customFields' | 'engagementFields'>;

/** All fields that a practice added to its clients or engagements, by the kind of practice for which they were added. */
export const fieldsByKind = (
  of: OwnFieldsOf,
  { customFields, engagementFields }: FieldsSource,
): PracticeBody['customFields'] => (of === 'clients' ? customFields : (engagementFields ?? {}));

/** The fields that a practice of this kind has on its clients or engagements, in their order. */
export const ownFields = (
  of: OwnFieldsOf,
  practice: FieldsSource & Pick<PracticeBody, 'kind'>,
): readonly CustomField[] => fieldsByKind(of, practice)[practice.kind] ?? [];

/** What an engagement says in the practice's own fields, as it is read; fields without a value are left out. */
export const engagementFacts = (
  { custom = {} }: Pick<EngagementBody, 'custom'>,
  practice: FieldsSource & Pick<PracticeBody, 'kind'>,
  words: CustomWords,
): readonly { readonly label: string; readonly text: string }[] =>
  ownFields('engagements', practice)
    .map((field) => ({ label: field.label, text: customText(field, custom[field.id], words) }))
    .filter(({ text }) => text.trim() !== '');

import type { TFunction } from 'i18next';
import type { FieldsSource } from '#shared/domain/own-fields.ts';
import { customFieldId, fieldLabel, fieldMeant } from './merge-fields.ts';

/** A field in plain text: its name, and for one of the practice's own what it was called when it was put there. */
const FIELD = /\{\{([^{}|]+)(?:\|([^{}]*))?\}\}/gu;

/** A stretch of plain text: words, or a field by its name (or what was typed in its place) with the label it had. */
export type TextPart = { readonly text: string } | { readonly field: string; readonly label: string | null };

/** Takes plain text apart. Joined again, words and fields make the whole. */
export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(FIELD)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ field: match[1] ?? '', label: match[2] ?? null });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

/** Without the signs that a field in plain text is made of. */
const bare = (label: string): string => label.replaceAll(/[{}|]/g, ' ').trim();

/** A field as plain text stores it. */
export const storedField = (name: string, label: string): string =>
  customFieldId(name) === null ? `{{${name}}}` : `{{${name}|${bare(label)}}}`;

/** Plain text as it is stored, from what stands in a field: labels become names, which are the same in every language. */
export const storedText = (shown: string, practice: FieldsSource, t: TFunction): string =>
  shown.replaceAll(FIELD, (whole, typed: string) => {
    const name = fieldMeant(typed, practice);
    if (name === null) return whole;
    return storedField(name, fieldLabel(name, practice, t) ?? typed);
  });

/** Plain text as it is shown and typed: fields by their labels in the user's language. */
export const shownText = (stored: string, practice: FieldsSource, t: TFunction): string =>
  stored.replaceAll(FIELD, (_whole, name: string, label: string | undefined) => {
    const meant = fieldMeant(name, practice) ?? name;
    return `{{${bare(fieldLabel(meant, practice, t) ?? label ?? name)}}}`;
  });

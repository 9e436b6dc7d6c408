import type { PracticeKind } from '#shared/domain/practice.ts';
import {
  templatesSchema,
  type MeetingTemplate,
  type RequirementsTemplate,
  type Templates,
} from '#shared/domain/template.ts';
import type { Language } from '#shared/domain/values.ts';

const files = import.meta.glob<{ readonly default: unknown }>('../../../resources/app/templates/*.json');

/** The templates that come with the app, in one language. */
export async function builtInTemplates(language: Language): Promise<Templates> {
  const file = files[`../../../resources/app/templates/${language}.json`];
  if (!file) throw new Error(`No templates for ${language}`);
  return templatesSchema.parse((await file()).default);
}

/** Those made for this kind of practice first, then those for all. */
export function offered<T extends { readonly kinds: readonly PracticeKind[] }>(
  all: readonly T[],
  kind: PracticeKind,
): readonly T[] {
  return [...all.filter((one) => one.kinds.includes(kind)), ...all.filter((one) => one.kinds.length === 0)];
}

/** Meeting templates of the app offered to a kind of practice, in one language. */
export const meetingTemplates = async (
  language: Language,
  kind: PracticeKind,
): Promise<readonly MeetingTemplate[]> => offered((await builtInTemplates(language)).meetings, kind);

/** Requirements templates of the app offered to a kind of practice, in one language. */
export const requirementsTemplates = async (
  language: Language,
  kind: PracticeKind,
): Promise<readonly RequirementsTemplate[]> => offered((await builtInTemplates(language)).requirements, kind);

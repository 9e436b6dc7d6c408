import type { Section } from '#shared/domain/requirement.ts';

/** Renames a section, or changes its free text. */
export const withSection = (
  sections: readonly Section[],
  id: string,
  patch: Partial<Omit<Section, 'id'>>,
): Section[] => sections.map((section) => (section.id === id ? { ...section, ...patch } : section));

/** Adds an empty section after another; at the end when there is no such section. */
export function withNewSection(
  sections: readonly Section[],
  after: string | null,
  added: Section,
): Section[] {
  const index = sections.findIndex(({ id }) => id === after);
  return sections.toSpliced(index < 0 ? sections.length : index + 1, 0, added);
}

/** Moves a section by one place; unchanged at the edge. */
export function withSectionMoved(
  sections: readonly Section[],
  id: string,
  direction: 'up' | 'down',
): Section[] {
  const from = sections.findIndex((section) => section.id === id);
  const to = from + (direction === 'up' ? -1 : 1);
  const section = sections[from];
  if (!section || to < 0 || to >= sections.length) return [...sections];
  return sections.toSpliced(from, 1).toSpliced(to, 0, section);
}

/** Whether a section may be removed: it says nothing, holds no requirement and is not where meetings' requirements go. */
export const isRemovable = (section: Section, inboxSectionId: string, requirements: number): boolean =>
  section.text.trim() === '' && requirements === 0 && section.id !== inboxSectionId;

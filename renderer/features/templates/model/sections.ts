import { v4 } from 'uuid';
import type { OwnTemplateBody, OwnTemplateOf } from '#shared/domain/template.ts';

/** The sections of a requirements template, and which of them receives the requirements of meetings. */
export type Sections = Pick<OwnTemplateOf<'requirements'>, 'sections' | 'inboxSectionId'>;
export type TemplateSection = Sections['sections'][number];

/** Changes a template's sections; a meeting template has none. */
export const ofSections =
  (how: (body: OwnTemplateOf<'requirements'>) => Partial<Sections>) =>
  (body: OwnTemplateBody): Partial<Sections> =>
    body.of === 'requirements' ? how(body) : {};

/** Changes one section. */
export const sectionChanged = (id: string, patch: Partial<TemplateSection>) =>
  ofSections(({ sections }) => ({
    sections: sections.map((one) => (one.id === id ? { ...one, ...patch } : one)),
  }));

/** Adds a section at the end. */
export const sectionAdded = (title: string) =>
  ofSections(({ sections }) => ({ sections: [...sections, { id: v4(), title, hint: '', text: '' }] }));

/** Moves a section up by one place. */
export const sectionUp = (id: string) =>
  ofSections(({ sections }) => {
    const at = sections.findIndex((one) => one.id === id);
    const [before, one] = [sections[at - 1], sections[at]];
    return before && one ? { sections: sections.toSpliced(at - 1, 2, one, before) } : {};
  });

/** Removes a section; where it received the requirements of meetings, the first of the others does. */
export const sectionRemoved = (id: string) =>
  ofSections(({ sections, inboxSectionId }) => {
    const left = sections.filter((one) => one.id !== id);
    const [first] = left;
    if (!first) return {};
    return { sections: left, inboxSectionId: inboxSectionId === id ? first.id : inboxSectionId };
  });

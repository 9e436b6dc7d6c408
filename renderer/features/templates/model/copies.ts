import { v4 } from 'uuid';
import { EMPTY_RICH_TEXT } from '#shared/domain/rich-text.ts';
import type { PracticeBody } from '#shared/domain/practice.ts';
import {
  ownTemplateSchema,
  type MeetingTemplate,
  type OwnTemplate,
  type OwnTemplateBody,
  type OwnTemplateOf,
  type RequirementsTemplate,
} from '#shared/domain/template.ts';
import type { Language } from '#shared/domain/values.ts';

type Practice = Pick<PracticeBody, 'language' | 'kind'>;

/** A template of the app's as it is listed. */
export type BuiltIn =
  | { readonly of: 'meeting'; readonly template: MeetingTemplate }
  | { readonly of: 'requirements'; readonly template: RequirementsTemplate };

/** A meeting template with nothing in it. */
export const emptyMeeting = ({ language, kind }: Practice): OwnTemplateOf<'meeting'> => ({
  of: 'meeting',
  name: '',
  kinds: [kind],
  language,
  startsMeetings: false,
  agenda: [],
  body: EMPTY_RICH_TEXT,
});

/** A requirements template with one section. */
export function emptyRequirements(
  { language, kind }: Practice,
  sectionTitle: string,
): OwnTemplateOf<'requirements'> {
  const id = v4();
  return {
    of: 'requirements',
    name: '',
    kinds: [kind],
    language,
    sections: [{ id, title: sectionTitle, hint: '', text: '' }],
    inboxSectionId: id,
  };
}

/** An own template that says what one of the app's says. */
export const copyOfBuiltIn = (one: BuiltIn, language: Language, name: string): OwnTemplateBody =>
  one.of === 'meeting'
    ? {
        of: 'meeting',
        name,
        kinds: [...one.template.kinds],
        language,
        startsMeetings: false,
        agenda: [...one.template.agenda],
        body: one.template.body,
      }
    : {
        of: 'requirements',
        name,
        kinds: [...one.template.kinds],
        language,
        sections: one.template.sections.map((section) => ({ ...section, text: '' })),
        inboxSectionId: one.template.inboxSectionId,
      };

/** Another own template that says the same. */
export function copyOfOwn(own: OwnTemplate, name: string): OwnTemplateBody {
  const body = { ...ownTemplateSchema.parse(own), name };
  return body.of === 'meeting' ? { ...body, startsMeetings: false } : body;
}

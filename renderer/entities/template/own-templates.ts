import { PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import type { PracticeKind } from '#shared/domain/practice.ts';
import {
  templateRecord,
  type MeetingTemplate,
  type OwnTemplate,
  type OwnTemplateBody,
  type OwnTemplateOf,
  type RequirementsTemplate,
} from '#shared/domain/template.ts';
import type { Language } from '#shared/domain/values.ts';
import { vault } from '#renderer/db/index.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';
import { meetingTemplates, offered, requirementsTemplates } from './built-in.ts';

const records = recordCommands(templateRecord);

export const templateCommands = {
  /** Adds an own template. Returns its id. */
  add: (body: OwnTemplateBody): Promise<RecordId> => records.add(PRACTICE_FILE, body),

  /** Changes an own template by what it says at that moment, so that parts of it can be stored one after another. */
  change: (
    id: RecordId,
    how: (
      body: OwnTemplateBody,
    ) => Partial<OwnTemplateOf<'meeting'>> | Partial<OwnTemplateOf<'requirements'>>,
  ): Promise<void> =>
    vault().commit((change) =>
      change.update(templateRecord, id, (body) => how(body) as Partial<OwnTemplateBody>),
    ),

  /** Makes new meetings start from a template, or from none of the own ones. */
  startMeetingsFrom: (id: RecordId | null): Promise<void> =>
    vault().commit(async (change) => {
      for (const one of await change.all(templateRecord)) {
        if (one.of !== 'meeting' || one.startsMeetings === (one.id === id)) continue;
        change.put(templateRecord, { id: one.id, fileId: one.fileId }, {
          ...templateRecord.schema.parse(one),
          startsMeetings: one.id === id,
        } as OwnTemplateBody);
      }
    }),

  /** Removes an own template. Answers the number of the action, to undo it. */
  remove: records.remove,
};

/** The own templates, the oldest first. */
export const ownTemplates = (): Promise<readonly OwnTemplate[]> => vault().all(templateRecord);

/** One own template; undefined when there is none. */
export const ownTemplate = (id: RecordId): Promise<OwnTemplate | undefined> =>
  vault().get(templateRecord, id);

/** A template as it is chosen: one of the app's or an own one, whose fields are still to be filled in. */
export interface Offered<Template> {
  readonly own: boolean;
  /** The language it is written in. */
  readonly language: Language;
  /** Whether new meetings start from it. */
  readonly starts: boolean;
  readonly template: Template;
}

type Own<Of extends OwnTemplateBody['of']> = Extract<OwnTemplate, { readonly of: Of }>;
const isOf =
  <Of extends OwnTemplateBody['of']>(of: Of) =>
  (one: OwnTemplate): one is Own<Of> =>
    one.of === of;

/** Own ones in the language first, then the app's, then own ones in other languages. */
function inOrder<Template>(
  own: readonly Offered<Template>[],
  builtIn: readonly Template[],
  language: Language,
): readonly Offered<Template>[] {
  const theApps = builtIn.map((template) => ({ own: false, language, starts: false, template }));
  return [
    ...own.filter((one) => one.language === language),
    ...theApps,
    ...own.filter((one) => one.language !== language),
  ];
}

/** Every meeting template offered to a kind of practice. */
export async function offeredMeetings(
  language: Language,
  kind: PracticeKind,
): Promise<readonly Offered<MeetingTemplate>[]> {
  const own = offered((await ownTemplates()).filter(isOf('meeting')), kind).map((one) => ({
    own: true,
    language: one.language,
    starts: one.startsMeetings,
    template: { id: one.id, kinds: one.kinds, name: one.name, agenda: one.agenda, body: one.body },
  }));
  return inOrder(own, await meetingTemplates(language, kind), language);
}

/** A requirements template with what its sections say from the start. */
export type StartingRequirements = Omit<RequirementsTemplate, 'sections'> & {
  readonly sections: readonly (RequirementsTemplate['sections'][number] & { readonly text: string })[];
};

/** Every requirements template offered to a kind of practice. */
export async function offeredRequirements(
  language: Language,
  kind: PracticeKind,
): Promise<readonly Offered<StartingRequirements>[]> {
  const own = offered((await ownTemplates()).filter(isOf('requirements')), kind).map((one) => ({
    own: true,
    language: one.language,
    starts: false,
    template: {
      id: one.id,
      kinds: one.kinds,
      name: one.name,
      sections: one.sections,
      inboxSectionId: one.inboxSectionId,
    },
  }));
  const builtIn = await requirementsTemplates(language, kind);
  return inOrder(
    own,
    builtIn.map((one) => ({ ...one, sections: one.sections.map((section) => ({ ...section, text: '' })) })),
    language,
  );
}

import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import type { MeetingTemplate } from '#shared/domain/template.ts';
import { systemClock } from '#shared/lib/clock.ts';
import type { Filler } from '#shared/templates/fill.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { fillerFor, type Offered, offeredMeetings, tellUnknown } from '#renderer/entities/template/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import { filledIn } from './start-meeting.ts';
import { switchTemplate } from './template-switch.ts';
import type { Details } from './use-meeting.ts';

type Chosen = Offered<MeetingTemplate>;

/** The meeting templates of this practice; none while they load. */
function useOffered(): readonly Chosen[] {
  const practice = usePractice();
  const [templates, setTemplates] = useState<readonly Chosen[]>([]);
  const language = practice?.language;
  const kind = practice?.kind;
  useEffect(() => {
    if (language === undefined || kind === undefined) return undefined;
    let wanted = true;
    const load = async (): Promise<void> => {
      const loaded = await offeredMeetings(language, kind);
      if (wanted) setTemplates(loaded);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [language, kind]);
  return templates;
}

interface Templates {
  readonly templates: readonly Chosen[];
  /** Gives the note another template, filled in from what is known at this moment. */
  readonly choose: (id: string) => void;
}

/** The templates that a meeting can go on with. */
export function useTemplates(
  note: Note,
  details: Details,
  change: (patch: Partial<Details>) => void,
  editor: Editor | null,
): Templates {
  const { t } = useTranslation();
  const templates = useOffered();
  /** What the template of the note has given it, and what was known then. */
  const given = useRef({ template: undefined as MeetingTemplate | undefined, details });
  const swap = async (next: Chosen): Promise<void> => {
    if (!editor) return;
    const current = templates.find(({ template }) => template.id === details.templateId);
    const fillerAt = ({ language }: Chosen, at: number, known: Details): Promise<Filler> =>
      fillerFor(note.fileId, language, at, known);
    if (current && given.current.template?.id !== current.template.id) {
      const then = await fillerAt(current, note.startedAt, given.current.details);
      given.current = { ...given.current, template: filledIn(current, then) };
    }
    const filler = await fillerAt(next, systemClock.now(), details);
    const filled = filledIn(next, filler);
    change(switchTemplate(editor, details, given.current.template, filled));
    given.current = { template: filled, details };
    tellUnknown(filler, t);
  };
  return {
    templates,
    choose: (id) => {
      const next = templates.find(({ template }) => template.id === id);
      if (next) watched(swap(next), t);
    },
  };
}

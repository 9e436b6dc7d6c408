import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Editor } from '@tiptap/core';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS, type NoteBody } from '#shared/domain/note.ts';
import type { MeetingTemplate } from '#shared/domain/template.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { meetingTemplates } from '#renderer/entities/template/index.ts';
import { switchTemplate } from '../model/template-switch.ts';
import type { Details } from '../model/use-meeting.ts';

/** The meeting templates of this practice; none while they load. */
function useTemplates(): readonly MeetingTemplate[] {
  const practice = usePractice();
  const [templates, setTemplates] = useState<readonly MeetingTemplate[]>([]);
  const language = practice?.language;
  const kind = practice?.kind;
  useEffect(() => {
    if (language === undefined || kind === undefined) return undefined;
    let wanted = true;
    const load = async (): Promise<void> => {
      const loaded = await meetingTemplates(language, kind);
      if (wanted) setTemplates(loaded);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [language, kind]);
  return templates;
}

interface CircumstancesProps {
  readonly details: Details;
  readonly change: (patch: Partial<Details>) => void;
  readonly editor: Editor | null;
}

/** How and where the meeting takes place, and from which template the note started. */
export function Circumstances({ details, change, editor }: CircumstancesProps): ReactElement {
  const { t } = useTranslation();
  const templates = useTemplates();
  const current = templates.find(({ id }) => id === details.templateId);
  const choose = (id: string): void => {
    const next = templates.find((template) => template.id === id);
    if (next && editor) change(switchTemplate(editor, details, current, next));
  };
  return (
    <>
      <TextField
        select
        size="small"
        label={t('meeting.place.channel')}
        value={details.channel}
        onChange={(event) => change({ channel: event.target.value as NoteBody['channel'] })}
      >
        {CHANNELS.map((channel) => (
          <MenuItem key={channel} value={channel}>
            {t(`domain.channel.${channel}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        size="small"
        label={t('meeting.place.place')}
        value={details.place}
        onChange={(event) => change({ place: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <TextField
        select
        size="small"
        label={t('meeting.place.template')}
        helperText={t('meeting.place.templateHelp')}
        value={current?.id ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {templates.map(({ id, name }) => (
          <MenuItem key={id} value={id}>
            {name}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

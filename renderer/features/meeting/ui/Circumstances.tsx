import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { Editor } from '@tiptap/core';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CHANNELS, type Note, type NoteBody } from '#shared/domain/note.ts';
import type { Details } from '../model/use-meeting.ts';
import { useTemplates } from '../model/use-templates.ts';

interface CircumstancesProps {
  readonly note: Note;
  readonly details: Details;
  readonly change: (patch: Partial<Details>) => void;
  readonly editor: Editor | null;
}

/** How and where the meeting takes place, and from which template the note started. */
export function Circumstances({ note, details, change, editor }: CircumstancesProps): ReactElement {
  const { t } = useTranslation();
  const { templates, choose } = useTemplates(note, details, change, editor);
  const current = templates.find(({ template }) => template.id === details.templateId);
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
        value={current?.template.id ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {templates.map(({ template: { id, name } }) => (
          <MenuItem key={id} value={id}>
            {name === '' ? t('templates.untitled') : name}
          </MenuItem>
        ))}
      </TextField>
    </>
  );
}

import Box from '@mui/material/Box';
import type { Editor } from '@tiptap/core';
import { memo, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import type { Details } from '../model/use-meeting.ts';
import { Agenda } from './Agenda.tsx';
import { Attendees } from './Attendees.tsx';
import { Circumstances } from './Circumstances.tsx';
import { EarlierQuestions } from './EarlierQuestions.tsx';
import { Part } from './Part.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface SideColumnProps {
  readonly note: Note;
  readonly details: Details;
  readonly change: (patch: Partial<Details>) => void;
  readonly editor: Editor | null;
  /** Where the points to go through are. */
  readonly agenda: RefObject<HTMLUListElement | null>;
}

/** What stands beside the sheet: points to go through, what was left open, who is here and where. */
export const SideColumn = memo(function SideColumn({
  note,
  details,
  change,
  editor,
  agenda: list,
}: SideColumnProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Box
      component="aside"
      aria-label={t('meeting.side')}
      sx={{
        width: 288,
        flexShrink: 0,
        overflowY: 'auto',
        px: 4,
        py: 4,
        display: 'grid',
        gap: 5,
        alignContent: 'start',
        borderRight: 1,
        borderColor: 'line',
      }}
    >
      <Writes>
        <Part title={t('meeting.agenda.title')}>
          <Agenda list={list} agenda={details.agenda} onChange={(agenda) => change({ agenda })} />
        </Part>
        <EarlierQuestions fileId={note.fileId} noteId={note.id} />
        <Part title={t('meeting.attendees.title')}>
          <Attendees attendees={details.attendees} onChange={(attendees) => change({ attendees })} />
        </Part>
        <Part title={t('meeting.place.title')}>
          <Circumstances note={note} details={details} change={change} editor={editor} />
        </Part>
      </Writes>
    </Box>
  );
});

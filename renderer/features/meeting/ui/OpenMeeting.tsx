import Box from '@mui/material/Box';
import type { Editor } from '@tiptap/core';
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Note } from '#shared/domain/note.ts';
import { useClient } from '#renderer/entities/client/index.ts';
import { HistoryDialog } from '#renderer/entities/history/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useSaveFailure } from '#renderer/lib/save-state.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { useMeeting } from '../model/use-meeting.ts';
import { MeetingHeader } from './MeetingHeader.tsx';
import { NoteSheet } from './NoteSheet.tsx';
import { SideColumn } from './SideColumn.tsx';
import { useMeetingCommands } from './useMeetingCommands.ts';

/** What could not be stored, in words, for as long as it is not. */
function StoreFailure(): ReactElement | null {
  const failure = useSaveFailure();
  if (failure === null) return null;
  return (
    <Box sx={{ px: 6, pb: 3 }}>
      <FailureMessage failure={failure} onRetry={() => void flushAll().catch(() => undefined)} />
    </Box>
  );
}

/** Goes to another screen once everything is stored; stays when it could not be, and the header says so. */
function useLeave(keepTime: () => void): (to: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (to) => {
      keepTime();
      flushAll().then(
        () => navigate(to),
        () => undefined,
      );
    },
    [keepTime, navigate],
  );
}

/** A meeting that is being written. */
export function OpenMeeting({ note }: { readonly note: Note }): ReactElement {
  const meeting = useMeeting(note);
  const { details, change, changeBody, stopwatch, running, toggleTimer, keepTime } = meeting;
  const client = useClient(note.fileId);
  const leave = useLeave(keepTime);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [editingTask, setEditingTask] = useState(false);
  const [sideShown, setSideShown] = useState(true);

  const people = useRef<readonly string[]>([]);
  useEffect(() => {
    people.current = details.attendees.map(({ name }) => name);
  }, [details.attendees]);
  const readPeople = useCallback(() => people.current, []);
  const editTask = useCallback(() => setEditingTask(true), []);
  const [history, setHistory] = useState(false);
  // What is compared is what is stored: the last words typed are stored first.
  const showHistory = useCallback(() => {
    flushAll().then(
      () => setHistory(true),
      () => undefined,
    );
  }, []);
  const toggleSide = useCallback(() => setSideShown((shown) => !shown), []);

  const agenda = useRef<HTMLUListElement>(null);
  useMeetingCommands({
    note,
    editor,
    agenda,
    leave,
    editTask,
    toggleTimer,
    running,
    toggleSide,
    sideShown,
    showHistory,
  });

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', bgcolor: 'paper' }}>
      <MeetingHeader
        client={client}
        note={note}
        stopwatch={stopwatch}
        running={running}
        onToggleTimer={toggleTimer}
        sideShown={sideShown}
        onToggleSide={toggleSide}
        onHistory={showHistory}
        onWrapUp={() => leave(routes.wrapUp(note.id))}
        onBack={() => leave(routes.file(note.fileId))}
      />
      <StoreFailure />
      {history && (
        <NotForClient>
          <HistoryDialog table="notes" id={note.id} name={details.title} onClose={() => setHistory(false)} />
        </NotForClient>
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {sideShown && (
          <SideColumn note={note} details={details} change={change} editor={editor} agenda={agenda} />
        )}
        <NoteSheet
          note={note}
          title={details.title}
          onTitle={change}
          onBody={changeBody}
          onEditor={setEditor}
          people={readPeople}
          editingTask={editingTask}
          onEditTask={setEditingTask}
        />
      </Box>
    </Box>
  );
}

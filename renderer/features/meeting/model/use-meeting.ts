import type { Node } from '@tiptap/pm/model';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Note, NoteBody } from '#shared/domain/note.ts';
import type { RichTextNode } from '#shared/domain/rich-text.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { noteCommands } from '#renderer/entities/note/index.ts';
import { createAutosave, type Autosave } from '#renderer/lib/autosave.ts';
import { createStopwatch, type Stopwatch } from './stopwatch.ts';

/** What stands around the text of a note. */
export type Details = Pick<
  NoteBody,
  'title' | 'templateId' | 'timerSeconds' | 'attendees' | 'channel' | 'place' | 'agenda'
>;

/** An open meeting: what is shown, and how it is changed. Everything is stored by itself. */
export interface Meeting {
  readonly details: Details;
  readonly change: (patch: Partial<Details>) => void;
  /** Takes the document as it is; it is turned into a record only when it is stored. */
  readonly changeBody: (doc: Node) => void;
  readonly stopwatch: Stopwatch;
  readonly running: boolean;
  readonly toggleTimer: () => void;
  /** Puts the time that ran into the note. */
  readonly keepTime: () => void;
}

/** A meeting that began so short a time ago is beginning now, so its time runs. */
const JUST_STARTED_MS = 120_000;
/** How often the time is stored while nothing else is. */
const KEEP_TIME_MS = 30_000;

const detailsOf = ({
  title,
  templateId,
  timerSeconds,
  attendees,
  channel,
  place,
  agenda,
}: Note): Details => ({
  title,
  templateId,
  timerSeconds,
  attendees,
  channel,
  place,
  agenda,
});

interface Savers {
  readonly details: Autosave<Details>;
  readonly body: Autosave<Node>;
}

/** What differs between two states of what stands around the text. */
const differing = (from: Details, to: Details): Partial<Details> =>
  Object.fromEntries(Object.entries(to).filter(([name, value]) => from[name as keyof Details] !== value));

function createSavers(id: RecordId, opened: Details): Savers {
  let stored = opened;
  return {
    // Only what was changed here: the rest may have been set back meanwhile, by undo or out of the history.
    details: createAutosave<Details>(`note:${id}:details`, async (details) => {
      const patch = differing(stored, details);
      if (Object.keys(patch).length > 0) await noteCommands.change(id, patch);
      stored = details;
    }),
    body: createAutosave<Node>(`note:${id}:body`, (doc) =>
      noteCommands.change(id, { body: doc.toJSON() as RichTextNode }),
    ),
  };
}

const isBeginning = (note: Note): boolean =>
  note.wrappedAt === null &&
  note.timerSeconds === 0 &&
  Math.abs(systemClock.now() - note.startedAt) < JUST_STARTED_MS;

/** Opens a note for writing. One note a component: give the component the note's id as its key. */
export function useMeeting(note: Note): Meeting {
  const [details, setDetails] = useState<Details>(() => detailsOf(note));
  const latest = useRef(details);
  const opened = useRef(details);
  const savers = useRef<Savers | null>(null);
  const [stopwatch] = useState(() => createStopwatch(note.timerSeconds));

  const change = useCallback((patch: Partial<Details>) => {
    latest.current = { ...latest.current, ...patch };
    setDetails(latest.current);
    savers.current?.details.change(latest.current);
  }, []);
  const changeBody = useCallback((doc: Node) => savers.current?.body.change(doc), []);
  const keepTime = useCallback(() => {
    const timerSeconds = stopwatch.seconds();
    if (timerSeconds !== latest.current.timerSeconds) change({ timerSeconds });
  }, [change, stopwatch]);

  const [running, setRunning] = useState(() => isBeginning(note));
  const toggleTimer = useCallback(() => {
    if (stopwatch.running()) stopwatch.pause();
    else stopwatch.start();
    keepTime();
    setRunning(stopwatch.running());
  }, [stopwatch, keepTime]);

  const startsRunning = useRef(running);
  useEffect(() => {
    const made = createSavers(note.id, opened.current);
    savers.current = made;
    if (startsRunning.current) stopwatch.start();
    const timer = setInterval(keepTime, KEEP_TIME_MS);
    return () => {
      clearInterval(timer);
      stopwatch.pause();
      keepTime();
      savers.current = null;
      // A failure is in the save state, and what could not be stored goes on being tried.
      for (const saver of [made.details, made.body]) void saver.end().catch(() => undefined);
    };
  }, [note.id, keepTime, stopwatch]);

  return useMemo(
    () => ({ details, change, changeBody, stopwatch, running, toggleTimer, keepTime }),
    [details, change, changeBody, stopwatch, running, toggleTimer, keepTime],
  );
}

import Button from '@mui/material/Button';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Note } from '#shared/domain/note.ts';
import { noteQueries } from '#renderer/entities/note/index.ts';
import { useRestoredCount } from '#renderer/lib/restored.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { OpenMeeting } from './OpenMeeting.tsx';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'open'; readonly note: Note };

/** Reads the note once: from then on this screen is where it changes. */
function useLoadedNote(noteId: RecordId): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    let wanted = true;
    const show = (next: Loaded): void => {
      if (wanted) setLoaded(next);
    };
    noteQueries.get(noteId).then(
      (note) => show(note ? { state: 'open', note } : { state: 'missing' }),
      (failure: unknown) => show({ state: 'failed', failure }),
    );
    return () => {
      wanted = false;
    };
  }, [noteId]);
  return loaded;
}

function Meeting({ noteId }: { readonly noteId: RecordId }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const loaded = useLoadedNote(noteId);
  if (loaded.state === 'open') return <OpenMeeting note={loaded.note} />;
  if (loaded.state === 'failed') return <FailureMessage failure={loaded.failure} />;
  if (loaded.state === 'loading') return <EmptyState title={t('common.loading')} text="" />;
  return (
    <EmptyState
      title={t('meeting.missing.title')}
      text={t('meeting.missing.text')}
      action={<Button onClick={() => void navigate(routes.clients)}>{t('meeting.missing.clients')}</Button>}
    />
  );
}

/** Meeting mode: the client, the sheet to write on, and nothing else. */
export function MeetingScreen(): ReactElement {
  const noteId = useParams()['noteId'] as RecordId;
  // Set back by undo or out of its history, a note is opened anew.
  const restored = useRestoredCount(noteId);
  return <Meeting key={`${noteId} ${String(restored)}`} noteId={noteId} />;
}

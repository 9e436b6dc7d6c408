import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet, useMatches, useNavigate, useParams } from 'react-router';
import { useFileOfNote } from '#renderer/entities/note/index.ts';
import { useLooking } from '#renderer/lib/looking.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { shownAt } from './sight.ts';

/** Stands in place of a screen that a client must not see. */
function PutAway({ fileId }: { readonly fileId: FileId | null }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const action = fileId !== null && (
    <Button variant="contained" autoFocus onClick={() => void navigate(routes.file(fileId))}>
      {t('looking.putAway.toFile')}
    </Button>
  );
  return (
    <>
      <ScreenHeader title={t('looking.putAway.title')} />
      <EmptyState
        title={t('looking.putAway.what')}
        text={t(fileId === null ? 'looking.putAway.nobody' : 'looking.putAway.text')}
        action={action}
      />
    </>
  );
}

interface Address {
  readonly fileId?: string;
  readonly noteId?: string;
}

/** The file in hand on the screen that is open; null: none. */
export function useFileInHand(): FileId | null {
  const { fileId, noteId } = useParams<keyof Address>();
  const ofNote = useFileOfNote(noteId as RecordId | undefined);
  return (fileId as FileId | undefined) ?? ofNote ?? null;
}

/** The screen at the address; while a client is looking only if it shows no other file than theirs, by whatever way it was come to. */
export function SightGuard(): ReactElement | null {
  const looking = useLooking();
  const shows = shownAt(useMatches());
  const { fileId, noteId } = useParams<keyof Address>();
  const ofNote = useFileOfNote(looking === null ? undefined : (noteId as RecordId | undefined));
  if (looking === null || shows === 'seen') return <Outlet />;
  if (shows === 'note' && ofNote === undefined) return null;
  const shown = shows === 'note' ? ofNote : fileId;
  const isTheirs = shows !== 'everything' && looking.fileId !== null && shown === looking.fileId;
  return isTheirs ? <Outlet /> : <PutAway fileId={looking.fileId} />;
}

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NewClientDialog } from '#renderer/features/clients/index.ts';
import { Palette } from '#renderer/features/palette/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { notify } from '#renderer/ui/notices.ts';
import type { ClientBody } from '#shared/domain/client.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { StopLooking } from './StopLooking.tsx';
import { closeOverlay, showOverlay, useOverlay } from './overlays.ts';

/** Begins a conflict check with all that was typed of a new client, who is come back to after it. */
async function startClientCheck(draft: Partial<ClientBody>): Promise<void> {
  const { startCheck } = await import('#renderer/features/conflict-check/index.ts');
  const { name = '', contactPerson = '', phone = '', email = '' } = draft;
  startCheck([name, contactPerson, phone, email], draft);
}

/** Puts what was typed elsewhere into the search. */
async function beginSearch(query: string): Promise<void> {
  const { searchFor } = await import('#renderer/features/search/index.ts');
  searchFor(query);
}

/** The palette, the form for a new client and the list of keys, over whatever screen is open. */
export function Overlays(): ReactElement {
  const { t } = useTranslation();
  const { overlay } = useOverlay();
  const navigate = useNavigate();
  const openFile = (fileId: FileId): void => {
    closeOverlay();
    void navigate(routes.file(fileId));
  };
  const openNote = (noteId: RecordId): void => {
    closeOverlay();
    void navigate(routes.meeting(noteId));
  };
  // What a screen begins with is read from the app's own files: also that can fail.
  const follow = (begun: Promise<void>, to: string): void =>
    void begun.then(() => navigate(to)).catch(() => notify({ text: t('shell.notOpened'), tone: 'warning' }));
  const openSearch = (query: string): void => {
    closeOverlay();
    follow(beginSearch(query), routes.search);
  };
  const checkFirst = (draft: Partial<ClientBody>): void => {
    closeOverlay();
    follow(startClientCheck(draft), routes.conflicts);
  };
  return (
    <>
      <Palette
        open={overlay.kind === 'palette'}
        onClose={closeOverlay}
        onOpenFile={openFile}
        onOpenNote={openNote}
        onSearch={openSearch}
        onNewClient={(name) => showOverlay({ kind: 'newClient', name })}
      />
      {overlay.kind === 'newClient' && (
        <NewClientDialog
          draft={{ name: overlay.name, ...overlay.draft }}
          onClose={closeOverlay}
          onCreated={openFile}
          onOpen={openFile}
          onCheck={checkFirst}
        />
      )}
      {overlay.kind === 'stopLooking' && <StopLooking onClose={closeOverlay} />}
      {overlay.kind === 'keys' && <KeysHelp onClose={closeOverlay} />}
    </>
  );
}

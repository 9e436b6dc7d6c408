import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { NewClientDialog } from '#renderer/features/clients/index.ts';
import { Palette } from '#renderer/features/palette/index.ts';
import { searchFor } from '#renderer/features/search/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { KeysHelp } from './KeysHelp.tsx';
import { closeOverlay, showOverlay, useOverlay } from './overlays.ts';

/** The palette, the form for a new client and the list of keys, over whatever screen is open. */
export function Overlays(): ReactElement {
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
  const openSearch = (query: string): void => {
    closeOverlay();
    searchFor(query);
    void navigate(routes.search);
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
        <NewClientDialog name={overlay.name} onClose={closeOverlay} onCreated={openFile} />
      )}
      {overlay.kind === 'keys' && <KeysHelp onClose={closeOverlay} />}
    </>
  );
}

import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useReadOnly, useReadOnlyReason } from '#renderer/ui/read-only/index.ts';
import { notify } from '#renderer/ui/notices.ts';
import { useFileDrop } from '#renderer/ui/useFileDrop.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { filesOf, named, type Transferred } from '../model/transfer.ts';
import { useAddDocuments } from '../model/use-add-documents.ts';

interface FileDropProps {
  readonly fileId: FileId;
  /** Called when files have come: to show where they are. */
  readonly onAdd: () => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped or pasted anywhere on the screen of a client file. */
export function FileDrop({ fileId, onAdd, children }: FileDropProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { take: takeFiles } = useAddDocuments(fileId);
  const readOnly = useReadOnly();
  const reason = useReadOnlyReason();

  const take = ({ files, folders }: Transferred): void => {
    if (readOnly) return notify({ text: reason, tone: 'warning' });
    if (folders > 0) notify({ text: t('attachments.noFolders'), tone: 'warning' });
    if (files.length === 0) return;
    takeFiles(files);
    onAdd();
  };
  const over = useFileDrop((transfer) => take(filesOf(transfer)));
  const paste = useEffectEvent((event: ClipboardEvent): void => {
    if (event.defaultPrevented) return;
    const { files, folders } = filesOf(event.clipboardData);
    if (files.length + folders === 0) return;
    event.preventDefault();
    const when = formatMoment(systemClock.now(), language);
    take({ files: files.map((file) => named(file, t('attachments.pasted', { when }))), folders });
  });
  useEffect(() => {
    const control = new AbortController();
    window.addEventListener('paste', (event) => paste(event), { signal: control.signal });
    return () => control.abort();
  }, []);

  return (
    <Box sx={{ position: 'relative' }}>
      {children}
      {over && (
        <Box
          sx={{
            position: 'fixed',
            inset: 8,
            zIndex: 'modal',
            display: 'grid',
            placeItems: 'center',
            border: 2,
            borderStyle: 'dashed',
            borderColor: 'ink',
            bgcolor: 'background.default',
            opacity: 0.92,
            pointerEvents: 'none',
          }}
        >
          <Typography variant="h2" component="p">
            {t('attachments.dropHere')}
          </Typography>
        </Box>
      )}
    </Box>
  );
}

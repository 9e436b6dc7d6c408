import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttachmentsOf } from '#renderer/entities/attachment/index.ts';
import { clientQueries } from '#renderer/entities/client/index.ts';
import { useConsentGate } from '#renderer/entities/consent/index.ts';
import { useAttachmentJobs, useBrokenAttachments } from '#renderer/operations/attachment-jobs.ts';
import { saveAttachment } from '#renderer/operations/attachments.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { useAddDocuments } from '../model/use-add-documents.ts';
import { DocumentDialog } from './DocumentDialog.tsx';
import { documentLinkId, DocumentTable } from './DocumentTable.tsx';
import { JobRows } from './JobRows.tsx';
import { PreviewDialog } from './preview/PreviewDialog.tsx';
import { ScanOffer } from './scans/ScanOffer.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

/** Which document is being shown. Afterwards the focus goes back to the one shown last. */
function useViewing(): readonly [RecordId | null, (id: RecordId | null) => void] {
  const [viewing, setViewing] = useState<RecordId | null>(null);
  const last = useRef<RecordId | null>(null);
  useEffect(() => {
    if (viewing === null && last.current !== null)
      document.getElementById(documentLinkId(last.current))?.focus();
    last.current = viewing;
  }, [viewing]);
  return [viewing, setViewing];
}

/** The documents kept in a client file, the newest first, and what is being added to them or saved. */
export function DocumentsTab({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const attachments = useAttachmentsOf(fileId);
  const jobs = useAttachmentJobs(fileId);
  const broken = useBrokenAttachments();
  const { choose } = useAddDocuments(fileId);
  const gate = useConsentGate();
  const [editing, setEditing] = useState<RecordId | null>(null);
  const [viewing, setViewing] = useViewing();
  const sorted = useMemo(() => attachments?.toSorted((a, b) => b.addedAt - a.addedAt), [attachments]);
  useCommands([
    {
      id: 'file.document',
      writes: true,
      title: t('attachments.add'),
      group: t('clients.file.group'),
      keys: 'a',
      run: choose,
    },
  ]);
  if (!sorted) return null;
  const save = (attachment: Attachment): void => {
    const run = async (): Promise<void> => {
      const client = await clientQueries.get(fileId);
      if (client && !(await gate.ask(client, 'export'))) return;
      const saved = await saveAttachment(attachment);
      if (saved !== null) notify({ text: t('attachments.saved', { ...saved }) });
    };
    watched(run(), t);
  };
  const edited = sorted.find(({ id }) => id === editing);
  const add = (
    <Writes>
      <Button onClick={choose}>
        {t('attachments.add')}
        <KeyHint keys="a" />
      </Button>
    </Writes>
  );
  return (
    <>
      {gate.dialog}
      <JobRows fileId={fileId} />
      <NotForClient>
        <ScanOffer fileId={fileId} />
      </NotForClient>
      {sorted.length > 0 && (
        <DocumentTable
          attachments={sorted}
          broken={broken}
          onOpen={({ id }) => setViewing(id)}
          onEdit={({ id }) => setEditing(id)}
          onSave={save}
        />
      )}
      {sorted.length === 0 && jobs.length === 0 ? (
        <EmptyState title={t('attachments.empty.title')} text={t('attachments.empty.text')} action={add} />
      ) : (
        <Box sx={{ p: 3, display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center' }}>
          {add}
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {t('attachments.dropHint')}
          </Typography>
        </Box>
      )}
      {viewing !== null && (
        <PreviewDialog
          documents={sorted}
          shown={viewing}
          onShow={setViewing}
          onSave={save}
          onClose={() => setViewing(null)}
        />
      )}
      {edited && (
        <DocumentDialog
          key={edited.id}
          attachment={edited}
          broken={broken.has(edited.id)}
          onSave={() => save(edited)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

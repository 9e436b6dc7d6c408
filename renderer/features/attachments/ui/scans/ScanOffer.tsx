import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScans } from '#renderer/operations/scans.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { ScanDialog } from './ScanDialog.tsx';

/** Offers what the scanner has written to its folder since; says when the folder is away. */
export function ScanOffer({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const { folder, there, scans } = useScans();
  const [open, setOpen] = useState(false);
  const count = scans.length;
  useCommands(
    count === 0
      ? []
      : [
          {
            id: 'file.scans',
            writes: true,
            title: t('attachments.scans.put'),
            group: t('clients.file.group'),
            keys: 's',
            run: () => setOpen(true),
          },
        ],
  );
  if (folder === null || (there && count === 0)) return null;
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        alignItems: 'center',
        px: 5,
        py: 2,
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: 'hover',
      }}
    >
      <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        {there ? t('attachments.scans.new', { count }) : t('attachments.scans.away', { folder })}
      </Typography>
      {there && (
        <Writes>
          <Button onClick={() => setOpen(true)}>
            {t('attachments.scans.put')}
            <KeyHint keys="s" />
          </Button>
        </Writes>
      )}
      {open && count > 0 && <ScanDialog fileId={fileId} onClose={() => setOpen(false)} />}
    </Box>
  );
}

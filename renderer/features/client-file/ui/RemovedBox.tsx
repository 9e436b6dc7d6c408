import Button from '@mui/material/Button';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RemovedDialog } from '#renderer/entities/history/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import type { FileId } from '#shared/domain/ids.ts';

/** The way to what was removed from the file. */
export function RemovedBox({ fileId }: { readonly fileId: FileId }): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const show = (): void => setShown(true);
  useCommands([
    { id: 'file.removed', title: t('history.removedTitle'), group: t('clients.file.group'), run: show },
  ]);
  return (
    <div>
      <Button variant="text" onClick={show} sx={{ ml: -2 }}>
        {t('history.removedOpen')}
      </Button>
      {shown && <RemovedDialog fileId={fileId} onClose={() => setShown(false)} />}
    </div>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { attachmentCommands } from '#renderer/entities/attachment/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import { type Attachment, attachmentName } from '#shared/domain/attachment.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface DocumentDialogProps {
  readonly attachment: Attachment;
  readonly broken: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** Selects the name without its extension, as file managers do. */
function selectStem(field: HTMLInputElement): void {
  const end = field.value.lastIndexOf('.');
  field.setSelectionRange(0, end > 0 ? end : field.value.length);
}

/** One document: renamed, saved, removed. */
export function DocumentDialog({ attachment, broken, onSave, onClose }: DocumentDialogProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState(attachment.name);
  const missing = attachmentName(name) === '';
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    if (missing) return;
    if (name !== attachment.name) watched(attachmentCommands.rename(attachment.id, name), t);
    onClose();
  };
  const remove = (): void => {
    doUndoably(
      () => attachmentCommands.remove(attachment),
      t('attachments.removed', { name: attachment.name }),
      t,
    );
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <form onSubmit={rename} noValidate>
        <DialogTitle id={id}>{t('attachments.dialog')}</DialogTitle>
        <DialogContent>
          {broken && (
            <Typography color="error" sx={{ mb: 3 }}>
              {t('attachments.brokenText')}
            </Typography>
          )}
          <Box sx={{ pt: 1 }}>
            <Writes>
              <TextField
                autoFocus
                fullWidth
                required
                label={t('attachments.name')}
                value={name}
                error={missing}
                helperText={missing ? t('attachments.nameMissing') : undefined}
                onFocus={(event) => selectStem(event.target as HTMLInputElement)}
                onChange={(event) => setName(event.target.value)}
                slotProps={{ htmlInput: { maxLength: 255 } }}
              />
            </Writes>
          </Box>
        </DialogContent>
        <DialogActions>
          <Writes>
            <Button color="error" variant="text" onClick={remove} sx={{ mr: 'auto' }}>
              {t('common.remove')}
            </Button>
          </Writes>
          <Button
            onClick={() => {
              onSave();
              onClose();
            }}
          >
            {t('attachments.saveAs')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Writes>
            <Button type="submit" variant="contained" color="primary">
              {t('attachments.rename')}
            </Button>
          </Writes>
        </DialogActions>
      </form>
    </Dialog>
  );
}

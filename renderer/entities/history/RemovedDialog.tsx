import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileId } from '#shared/domain/ids.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import type { Version } from '#renderer/db/index.ts';
import { bringBack } from './bring-back.ts';
import { headlineOf } from './fields.ts';
import type { WorkTable } from '#shared/domain/record.ts';
import { useRemovedFrom } from './history-hooks.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

/** The line goes: the focus moves to the next one, to the one before, or to the button that closes. */
function passFocusOn(button: HTMLElement): void {
  const line = button.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  const closing = button.closest('[role=dialog]')?.querySelector<HTMLElement>('[data-closes]');
  (next?.querySelector<HTMLElement>('button') ?? closing)?.focus();
}

function RemovedLine({ version }: { readonly version: Version<unknown> }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const own = headlineOf(version.table, version.body, t, language);
  const name = own === '' ? t('history.nameless') : own;
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 3, py: 2, borderTop: 1, borderColor: 'line' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography noWrap>{name}</Typography>
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t(`history.kind.${version.table}`)} ·{' '}
          {t('history.removedAt', { when: formatMoment(version.keptAt, language) })}
        </Typography>
      </Box>
      <Writes>
        <Button
          aria-label={t('history.bringBackName', { name })}
          onClick={({ currentTarget }) => {
            passFocusOn(currentTarget);
            bringBack(version, t('history.returned', { name }), t);
          }}
        >
          {t('history.bringBackShort')}
        </Button>
      </Writes>
    </Box>
  );
}

interface RemovedDialogProps {
  readonly fileId: FileId;
  /** Of one table alone. */
  readonly only?: WorkTable;
  /** In place of what is said of a client file. */
  readonly title?: string;
  readonly nothing?: string;
  readonly onClose: () => void;
}

/** What was removed from a client file or the practice's own, to bring it back. */
export function RemovedDialog(props: RemovedDialogProps): ReactElement {
  const { fileId, only, title, nothing, onClose } = props;
  const { t } = useTranslation();
  const heading = useId();
  const all = useRemovedFrom(fileId);
  const removed = all?.filter(({ table }) => only === undefined || table === only);
  return (
    <Dialog open onClose={onClose} aria-labelledby={heading} fullWidth maxWidth="sm">
      <DialogTitle id={heading}>{title ?? t('history.removedTitle')}</DialogTitle>
      <DialogContent>
        {removed === undefined || removed.length === 0 ? (
          <Typography sx={{ color: 'quiet' }}>
            {removed ? (nothing ?? t('history.nothingRemoved')) : t('common.loading')}
          </Typography>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {removed.map((version) => (
              <RemovedLine key={version.id} version={version} />
            ))}
          </Box>
        )}
      </DialogContent>
      <DialogActions>
        <Button data-closes onClick={onClose}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

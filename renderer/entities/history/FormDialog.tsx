import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog, { type DialogProps } from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { KeptLine } from '#renderer/ui/KeptLine.tsx';
import { notify } from '#renderer/ui/notices.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { submitByKeys } from '#renderer/ui/submit-by-keys.ts';
import { HistoryButton } from './HistoryButton.tsx';
import type { HistoryOf } from './HistoryDialog.tsx';

interface FormDialogProps {
  readonly title: string;
  /** The form's state, as `useForm` of the drafts has it. */
  readonly form: {
    readonly failure: unknown;
    readonly busy: boolean;
    readonly keptAt: number | null;
    readonly touched: boolean;
    readonly restart: () => void;
  };
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** Removes the thing; left out for a new one. */
  readonly onRemove?: (() => void) | undefined;
  /** The record that is changed, to show its history; absent for a new one. */
  readonly history?: HistoryOf | undefined;
  /** What else can be done with what was typed: a button at the left. */
  readonly aside?: ReactNode;
  /** What sending it is called. Default: «Save». */
  readonly sendText?: string;
  readonly maxWidth?: Extract<DialogProps['maxWidth'], string>;
  readonly children: ReactNode;
}

/** A short form over the screen. Enter stores it, Ctrl Enter from a field of several lines too; Escape leaves it and keeps what was typed; Cancel gives that up. */
export function FormDialog({
  title,
  form,
  onSubmit,
  onClose,
  onRemove,
  history,
  aside,
  sendText,
  maxWidth = 'sm',
  children,
}: FormDialogProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    // What cannot be read is not what the user meant: it is never stored as what stood there before.
    const unreadable = event.currentTarget.querySelector<HTMLElement>('[data-unreadable]');
    if (unreadable) unreadable.focus();
    else onSubmit();
  };
  const leave = (): void => {
    if (form.touched) notify({ text: t('common.draft.kept') });
    onClose();
  };
  const giveUp = (): void => {
    form.restart();
    onClose();
  };
  return (
    <Dialog open onKeyDown={submitByKeys} onClose={leave} aria-labelledby={id} fullWidth maxWidth={maxWidth}>
      <form onSubmit={submit} noValidate>
        <DialogTitle id={id}>{title}</DialogTitle>
        <DialogContent>
          {form.failure !== null && <FailureMessage failure={form.failure} />}
          <KeptLine at={form.keptAt} onDiscard={() => form.restart()} />
          <Writes>
            <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(6, 1fr)', gap: 3, pt: 1 }}>
              {children}
            </Box>
          </Writes>
        </DialogContent>
        <DialogActions>
          {onRemove && (
            <Writes>
              <Button
                color="error"
                variant="text"
                onClick={onRemove}
                sx={history ? undefined : { mr: 'auto' }}
              >
                {t('common.remove')}
              </Button>
            </Writes>
          )}
          {history && (
            <Box sx={{ mr: 'auto' }}>
              <HistoryButton {...history} onBroughtBack={onClose} />
            </Box>
          )}
          {aside && <Box sx={{ mr: 'auto' }}>{aside}</Box>}
          <Button onClick={giveUp}>{t('common.cancel')}</Button>
          <Writes>
            <Button type="submit" variant="contained" color="primary" disabled={form.busy}>
              {sendText ?? t('common.save')}
            </Button>
          </Writes>
        </DialogActions>
      </form>
    </Dialog>
  );
}

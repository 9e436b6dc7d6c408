import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What every step of the wizard is given. */
export interface StepProps {
  readonly titleId: string;
  readonly onCancel: () => void;
}

interface StepFrameProps {
  readonly titleId: string;
  readonly title: string;
  readonly children: ReactNode;
  /** Leaves the wizard; absent while it works. */
  readonly onCancel?: (() => void) | undefined;
  readonly onBack?: (() => void) | undefined;
  /** Goes on; absent while there is nothing to go on with. Enter does it too. */
  readonly onNext?: (() => void) | undefined;
  readonly nextLabel?: string;
  readonly cancelLabel?: string;
}

/** One step: what it is about, its content, and the ways out. The focus goes to the first field, else to the title. */
export function StepFrame(props: StepFrameProps): ReactElement {
  const { t } = useTranslation();
  const { titleId, title, children, onCancel, onBack, onNext } = props;
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLSpanElement>(null);
  // Before it is painted: a key struck at the first sight of it counts.
  useLayoutEffect(() => {
    const fields = form.current;
    const field = fields?.querySelector<HTMLElement>('input:checked') ?? fields?.querySelector('input');
    (field ?? heading.current)?.focus();
  }, []);
  return (
    <form
      ref={form}
      noValidate
      // The content scrolls in it, as in the dialog itself.
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        onNext?.();
      }}
    >
      <DialogTitle id={titleId}>
        <Typography component="span" variant="body2" sx={{ color: 'quiet', display: 'block' }}>
          {t('backups.wizard.title')}
        </Typography>
        <Box
          component="span"
          ref={heading}
          tabIndex={-1}
          sx={{ outline: 'none' }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            // Else the same press would go on to the next step, whose field has the focus by then.
            event.preventDefault();
            onNext?.();
          }}
        >
          {title}
        </Box>
      </DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 4, alignContent: 'start' }}>{children}</DialogContent>
      <DialogActions>
        {onCancel && <Button onClick={onCancel}>{props.cancelLabel ?? t('common.cancel')}</Button>}
        {onBack && <Button onClick={onBack}>{t('common.back')}</Button>}
        {onNext && (
          <Button type="submit" variant="contained" color="primary">
            {props.nextLabel ?? t('common.next')}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}

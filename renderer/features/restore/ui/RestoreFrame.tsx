import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Frame } from '#renderer/ui/Frame.tsx';

interface RestoreFrameProps {
  readonly title: string;
  readonly sign?: string | undefined;
  readonly explanation: string;
  readonly children?: ReactNode;
  readonly disabled?: boolean;
  /** Back, by the button or by Escape; absent where there is no way back. */
  readonly onBack?: (() => void) | undefined;
  /** Ends the work under way, by the button or by Escape; absent while there is none. */
  readonly onCancel?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  readonly nextLabel?: string;
}

/** One question on the way to a restored vault. Enter goes on, Escape goes back, the first field has the focus. */
export function RestoreFrame(props: RestoreFrameProps): ReactElement {
  const { t } = useTranslation();
  const { title, sign, explanation, children, disabled = false, onBack, onCancel, onNext } = props;
  const place = useRef<HTMLDivElement>(null);
  // Before it is painted: a key struck at the first sight of it counts.
  useLayoutEffect(() => {
    const find = (selector: string) => place.current?.querySelector<HTMLElement>(selector) ?? null;
    (find('input:checked') ?? find('textarea, input') ?? find('button'))?.focus();
  }, []);
  return (
    <Box
      ref={place}
      sx={{ height: '100%' }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        if (onCancel) onCancel();
        else if (!disabled) onBack?.();
      }}
    >
      <Frame
        title={title}
        {...(sign !== undefined && { sign })}
        onSubmit={() => {
          if (!disabled) onNext?.();
        }}
      >
        <Typography sx={{ color: 'quiet' }}>{explanation}</Typography>
        {children}
        <Stack direction="row" spacing={3} sx={{ justifyContent: 'flex-end' }}>
          {onCancel ? (
            <Button onClick={onCancel}>{t('common.cancel')}</Button>
          ) : (
            onBack && (
              <Button onClick={onBack} disabled={disabled}>
                {t('common.back')}
              </Button>
            )
          )}
          {onNext && (
            <Button type="submit" variant="contained" color="primary" disabled={disabled}>
              {props.nextLabel ?? t('common.next')}
            </Button>
          )}
        </Stack>
      </Frame>
    </Box>
  );
}

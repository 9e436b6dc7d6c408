import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Container from '@mui/material/Container';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { STEPS } from '../model/draft.ts';

interface StepFrameProps {
  readonly step: number;
  readonly question: string;
  readonly explanation: string;
  readonly children?: ReactNode;
  readonly onNext: () => void;
  /** Absent on the first step and where there is no way back. */
  readonly onBack?: (() => void) | undefined;
  readonly nextLabel?: string;
  /** What the machine is doing; null when it waits for the user. */
  readonly busy?: string | null;
  /** What the last attempt to go on threw; null when it went well. */
  readonly failure?: unknown;
  /** Where the focus goes first: the first field, or the question when there is no field. */
  readonly focus: 'field' | 'question';
  /** A quiet way to something else than what the question leads to. */
  readonly otherWay?: { readonly label: string; readonly hint: string; readonly onChoose: () => void };
  /** For a sheet of paper with a column beside it. */
  readonly wide?: boolean;
}

/** One question of first run: heading, fields, and a way on and back. Enter goes on. */
export function StepFrame(props: StepFrameProps) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const questionId = useId();
  const { focus, busy = null, failure = null } = props;

  // Before it is painted: a key struck at the first sight of it counts.
  useLayoutEffect(() => {
    const find = (selector: string) => form.current?.querySelector<HTMLElement>(selector) ?? null;
    const field = find('input:checked') ?? find('input');
    if (focus === 'field' && field) field.focus();
    else heading.current?.focus();
  }, [focus]);

  const goOn = (): void => {
    if (busy === null) props.onNext();
  };
  const onHeadingKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    // Else the same press would go on to submit the next step, whose field has the focus by then.
    event.preventDefault();
    goOn();
  };
  const wide = props.wide === true;
  return (
    <Box component="main" sx={{ height: '100%', overflow: 'auto', bgcolor: 'background.default' }}>
      <Container
        component="form"
        ref={form}
        noValidate
        aria-labelledby={questionId}
        maxWidth={wide ? 'xl' : 'sm'}
        // A sheet of paper fills the window, so that it scrolls in its own frame.
        sx={{ display: 'flex', flexDirection: 'column', py: wide ? 6 : 16, height: wide ? '100%' : 'auto' }}
        onSubmit={(event) => {
          event.preventDefault();
          goOn();
        }}
      >
        <Stack spacing={6} sx={{ flex: 1, minHeight: 0 }}>
          <Stack spacing={2}>
            <Typography variant="body2" sx={{ color: 'quiet' }}>
              {t('setup.step', { step: props.step, steps: STEPS })}
            </Typography>
            <Typography variant="h1" id={questionId} ref={heading} tabIndex={-1} onKeyDown={onHeadingKey}>
              {props.question}
            </Typography>
            <Typography sx={{ color: 'quiet', maxWidth: '84ch' }}>{props.explanation}</Typography>
          </Stack>
          {wide ? (
            <Box sx={{ flex: 1, minHeight: 0, border: 1, borderColor: 'divider' }}>{props.children}</Box>
          ) : (
            props.children
          )}
          {failure === null ? null : <FailureMessage failure={failure} onRetry={goOn} />}
          {busy === null ? null : (
            <Stack component="output" spacing={2}>
              <Typography>{busy}</Typography>
              <LinearProgress aria-label={busy} />
            </Stack>
          )}
          <Stack direction="row" spacing={3} sx={{ justifyContent: 'flex-end', alignItems: 'flex-end' }}>
            {props.otherWay && (
              <Box sx={{ flex: 1 }}>
                <Typography variant="body2" sx={{ color: 'quiet' }}>
                  {props.otherWay.hint}
                </Typography>
                <Button variant="text" onClick={props.otherWay.onChoose} sx={{ ml: -2 }}>
                  {props.otherWay.label}
                </Button>
              </Box>
            )}
            {props.onBack === undefined ? null : (
              <Button onClick={props.onBack} disabled={busy !== null}>
                {t('common.back')}
              </Button>
            )}
            <Button
              type="submit"
              disabled={busy !== null}
              {...(wide ? {} : { variant: 'contained', color: 'primary' })}
            >
              {props.nextLabel ?? t('common.next')}
            </Button>
          </Stack>
        </Stack>
      </Container>
    </Box>
  );
}

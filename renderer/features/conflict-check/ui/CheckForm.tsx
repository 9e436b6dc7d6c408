import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { formatNumber } from '#shared/i18n/format.ts';
import { changeTyped, runCheck, startOver, useCurrentCheck } from '../model/current-check.ts';

const run = (): void => void runCheck();

/** What is looked for, and how far the looking has come. */
export function CheckForm(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { typed, state, read, failure } = useCurrentCheck();
  const field = useRef<HTMLTextAreaElement>(null);
  const busy = state === 'reading' || state === 'checking';
  const wrong = state === 'missing' || state === 'tooMany';
  const again = (): void => {
    startOver();
    field.current?.focus();
  };
  // Before it is painted: a key struck at the first sight of it counts.
  useLayoutEffect(() => field.current?.focus(), []);
  useCommands([
    {
      id: 'conflicts.check',
      title: t('conflicts.check'),
      group: t('conflicts.title'),
      keys: 'mod+enter',
      run,
    },
    { id: 'conflicts.again', title: t('conflicts.again'), group: t('conflicts.title'), run: again },
  ]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run();
  };
  return (
    <Box component="form" onSubmit={submit} noValidate sx={{ display: 'grid', gap: 3, maxWidth: 720 }}>
      <LongTextField
        inputRef={field}
        label={t('conflicts.queries')}
        minRows={2}
        value={typed}
        error={wrong}
        helperText={wrong ? t(`conflicts.${state}`) : t('conflicts.queriesHint')}
        onChange={(event) => changeTyped(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
      />
      {failure !== null && <FailureMessage failure={failure} onRetry={run} />}
      <Box sx={{ display: 'flex', gap: 3, alignItems: 'center' }}>
        <Button
          type="submit"
          variant={state === 'done' ? 'outlined' : 'contained'}
          color="primary"
          disabled={busy}
        >
          {t('conflicts.check')}
          <KeyHint keys="mod+enter" />
        </Button>
        {state === 'done' && <Button onClick={again}>{t('conflicts.again')}</Button>}
        <Typography variant="body2" component="output" sx={{ color: 'quiet' }}>
          {state === 'reading' && t('conflicts.reading', { number: formatNumber(read, language) })}
          {state === 'checking' && t('conflicts.checking')}
        </Typography>
      </Box>
    </Box>
  );
}

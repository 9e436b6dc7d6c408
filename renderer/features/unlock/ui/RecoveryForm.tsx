import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultHeader } from '#shared/formats/vault-header.ts';
import { unlockWithRecoveryWords, type VaultKey } from '#renderer/db/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { readWords, RECOVERY_WORDS, splitWords, type ReadWords } from '../model/recovery-words.ts';
import type { Attempts } from '../model/use-attempts.ts';
import { vaultSign } from '../model/vault-sign.ts';
import { Frame } from './Frame.tsx';

type Problem = Exclude<ReadWords, { state: 'words' }> | { readonly state: 'wrong' };

interface RecoveryFormProps {
  readonly header: VaultHeader;
  readonly attempts: Attempts;
  readonly onKey: (key: VaultKey) => void;
  readonly onBack: () => void;
}

function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation();
  return (problem) => {
    switch (problem.state) {
      case 'unknown': {
        const { position, word, suggestion } = problem;
        return suggestion === null
          ? t('unlock.recovery.unknown', { position, word })
          : t('unlock.recovery.suggestion', { position, word, suggestion });
      }
      case 'tooFew':
      case 'tooMany':
        return t(`unlock.recovery.${problem.state}`, { count: problem.count, words: RECOVERY_WORDS });
      case 'checksum':
      case 'wrong':
        return t(`unlock.recovery.${problem.state}`);
      default:
        return problem satisfies never;
    }
  };
}

/** Asks for the words of the recovery sheet, typed or pasted. */
export function RecoveryForm({ header, attempts, onKey, onBack }: RecoveryFormProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const waiting = attempts.waitSeconds > 0;
  useEffect(() => field.current?.focus(), []);

  const attempt = async (): Promise<void> => {
    if (busy || waiting) return;
    setFailure(null);
    const read = readWords(text);
    setProblem(read.state === 'words' ? null : read);
    if (read.state !== 'words') {
      field.current?.focus();
      return;
    }
    setBusy(true);
    try {
      const key = await unlockWithRecoveryWords(header, read.words);
      if (key === null) {
        setProblem({ state: 'wrong' });
        await attempts.report(false);
      } else {
        await attempts.report(true).catch(() => undefined);
        onKey(key);
      }
    } catch (thrown) {
      setFailure(thrown);
    }
    setBusy(false);
  };
  return (
    <Frame
      title={t('unlock.recovery.question')}
      sign={t('unlock.vault', { vault: vaultSign(header) })}
      onSubmit={() => void attempt()}
    >
      <Typography sx={{ color: 'quiet' }}>{t('unlock.recovery.explanation')}</Typography>
      <TextField
        multiline
        minRows={4}
        label={t('unlock.recovery.label')}
        value={text}
        error={problem !== null}
        helperText={
          problem === null ? (
            t('unlock.recovery.count', { count: splitWords(text).length, words: RECOVERY_WORDS })
          ) : (
            <span role="alert">{problemText(problem)}</span>
          )
        }
        onChange={(event) => {
          setProblem(null);
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          void attempt();
        }}
        slotProps={{
          htmlInput: { ref: field, autoComplete: 'off', autoCapitalize: 'none', spellCheck: false },
        }}
      />
      {waiting ? <Typography>{t('unlock.wait', { count: attempts.waitSeconds })}</Typography> : null}
      {failure === null ? null : <FailureMessage failure={failure} onRetry={() => void attempt()} />}
      <Stack direction="row" spacing={3} sx={{ justifyContent: 'space-between', flexWrap: 'wrap' }}>
        <Button variant="text" onClick={onBack} disabled={busy} sx={{ ml: -2 }}>
          {t('unlock.recovery.back')}
        </Button>
        <Button type="submit" variant="contained" color="primary" disabled={busy || waiting}>
          {t('unlock.submit')}
        </Button>
      </Stack>
    </Frame>
  );
}

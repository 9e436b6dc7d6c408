import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openDoor, unlockWithRecoveryWords, type Door, type OpenedDoor } from '#renderer/db/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { readWords, WordsField, type WordsProblem } from '#renderer/ui/recovery-words/index.ts';
import type { Attempts } from '../model/use-attempts.ts';
import { vaultSign } from '../model/vault-sign.ts';
import { Frame } from '#renderer/ui/Frame.tsx';

interface RecoveryFormProps {
  readonly door: Door;
  readonly attempts: Attempts;
  readonly onOpened: (opened: OpenedDoor) => void;
  readonly onBack: () => void;
}

/** Asks for the words of the recovery sheet, typed or pasted. */
export function RecoveryForm({ door, attempts, onOpened, onBack }: RecoveryFormProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<WordsProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const waiting = attempts.waitSeconds > 0;
  // Before it is painted: what is typed at first sight belongs here.
  useLayoutEffect(() => field.current?.focus(), []);

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
      const opened = await openDoor(door, (header) => unlockWithRecoveryWords(header, read.words));
      if (opened === null) {
        await attempts.report(false);
        // Said when the next try counts: a key struck at the sight of it must not be lost.
        setProblem({ state: 'wrong' });
      } else {
        await attempts.report(true).catch(() => undefined);
        onOpened(opened);
      }
    } catch (thrown) {
      setFailure(thrown);
    }
    setBusy(false);
  };
  return (
    <Frame
      title={t('unlock.recovery.question')}
      sign={t('unlock.vault', { vault: vaultSign(door.header) })}
      onSubmit={() => void attempt()}
    >
      <Typography sx={{ color: 'quiet' }}>{t('unlock.recovery.explanation')}</Typography>
      <WordsField
        text={text}
        problem={problem}
        wrongText={t('unlock.recovery.wrong')}
        inputRef={field}
        onChange={(typed) => {
          setProblem(null);
          setText(typed);
        }}
        onEnter={() => void attempt()}
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

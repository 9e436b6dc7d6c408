import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { PassphraseField } from '#renderer/ui/passphrase/index.ts';
import { readWords, WordsField, type WordsProblem } from '#renderer/ui/recovery-words/index.ts';
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import type { RestoreCandidate } from '#shared/ipc/contract/backups.ts';
import type { Proof } from '../model/identities.ts';
import { type Installing, useInstalling } from '../model/use-installing.ts';
import { RestoreFrame } from './RestoreFrame.tsx';

interface ProofStepProps {
  readonly candidate: RestoreCandidate;
  /** There is a vault that does not open. */
  readonly damaged: boolean;
  readonly onInstalled: (by: Proof['by']) => void;
  readonly onBack: () => void;
}

interface FormProps extends ProofStepProps {
  /** The other way to prove; absent when there is none. */
  readonly onOther?: (() => void) | undefined;
}

function Outcome({ busy, unsealed, progress, failure }: Installing): ReactElement | null {
  const { t } = useTranslation();
  if (busy) {
    return (
      <>
        <WorkProgress
          text={t(`restore.working.${progress.step}`)}
          done={progress.done}
          total={progress.total}
        />
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t('restore.working.stay')}
        </Typography>
      </>
    );
  }
  if (unsealed) return <Alert severity="warning">{t('restore.unsealed.text')}</Alert>;
  return failure === null ? null : <FailureMessage failure={failure} />;
}

/** First eight signs of the vault's id, as its recovery sheet shows them. */
const useSign = ({ header }: RestoreCandidate): string | undefined => {
  const { t } = useTranslation();
  return header === null ? undefined : t('restore.words.sign', { vault: header.vaultId.slice(0, 8) });
};

function WordsForm({ onOther, ...props }: FormProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { candidate, onBack } = props;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<WordsProblem | null>(null);
  const installing = useInstalling(props);
  const field = useRef<HTMLTextAreaElement>(null);
  const sign = useSign(candidate);
  const attempt = async (): Promise<void> => {
    if (installing.busy) return;
    const read = readWords(text);
    setProblem(read.state === 'words' ? null : read);
    if (read.state !== 'words') {
      field.current?.focus();
      return;
    }
    if (await installing.run({ by: 'words', words: read.words })) setProblem({ state: 'wrong' });
  };
  return (
    <RestoreFrame
      title={t('restore.words.question')}
      sign={sign}
      explanation={t('restore.words.explanation')}
      disabled={installing.busy}
      onBack={onBack}
      onCancel={installing.busy ? installing.cancel : undefined}
      onNext={() => void attempt()}
      nextLabel={t(installing.unsealed ? 'restore.unsealed.anyway' : 'restore.words.submit')}
    >
      <WordsField
        text={text}
        problem={problem}
        wrongText={t('restore.words.wrong', { day: formatDay(dayOf(candidate.madeAt), language) })}
        readOnly={installing.busy}
        inputRef={field}
        onChange={(typed) => {
          setProblem(null);
          setText(typed);
        }}
        onEnter={() => void attempt()}
      />
      <Outcome {...installing} />
      {onOther && !installing.busy && (
        <div>
          <Button variant="text" onClick={onOther} sx={{ ml: -2 }}>
            {t('restore.words.passphrase')}
          </Button>
        </div>
      )}
    </RestoreFrame>
  );
}

function PassphraseForm({ onOther, ...props }: FormProps): ReactElement {
  const { t } = useTranslation();
  const { candidate, onBack } = props;
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<'empty' | 'wrong' | null>(null);
  const installing = useInstalling(props);
  const sign = useSign(candidate);
  const attempt = async (): Promise<void> => {
    if (installing.busy) return;
    setProblem(passphrase === '' ? 'empty' : null);
    if (passphrase === '') return;
    if (await installing.run({ by: 'passphrase', passphrase })) setProblem('wrong');
  };
  return (
    <RestoreFrame
      title={t('restore.passphrase.question')}
      sign={sign}
      explanation={t('restore.passphrase.explanation')}
      disabled={installing.busy}
      onBack={onBack}
      onCancel={installing.busy ? installing.cancel : undefined}
      onNext={() => void attempt()}
      nextLabel={t(installing.unsealed ? 'restore.unsealed.anyway' : 'restore.words.submit')}
    >
      <PassphraseField
        label={t('restore.passphrase.label')}
        purpose="current"
        value={passphrase}
        readOnly={installing.busy}
        problem={problem === null ? null : t(`restore.passphrase.${problem}`)}
        onChange={(typed) => {
          setProblem(null);
          setPassphrase(typed);
        }}
      />
      <Outcome {...installing} />
      {onOther && !installing.busy && (
        <div>
          <Button variant="text" onClick={onOther} sx={{ ml: -2 }}>
            {t('restore.passphrase.words')}
          </Button>
        </div>
      )}
    </RestoreFrame>
  );
}

/**
 * Asks for the words of the recovery sheet and restores. The passphrase does too where a header lies beside the backup.
 */
export function ProofStep(props: ProofStepProps): ReactElement {
  const [by, setBy] = useState<Proof['by']>('words');
  if (by === 'passphrase') return <PassphraseForm {...props} onOther={() => setBy('words')} />;
  const other = props.candidate.header === null ? undefined : () => setBy('passphrase');
  return <WordsForm {...props} onOther={other} />;
}

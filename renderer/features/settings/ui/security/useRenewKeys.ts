import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeRecoveryWords, type VaultKey } from '#renderer/db/index.ts';
import { notify } from '#renderer/ui/notices.ts';
import {
  choosePlaces,
  unguessable,
  useWordCheck,
  type WordCheck,
} from '#renderer/ui/recovery-words/index.ts';
import { keyFor, lockNow, replaceSheet, rotate } from '../../model/renew-keys.ts';

/** What the new sheet is for: itself, or the new vault key that goes with it. */
export type RenewPurpose = 'sheet' | 'rotation';
type Step = 'passphrase' | 'sheet' | 'check';

/** What the steps of the dialog share. */
export interface RenewKeys {
  readonly step: Step;
  readonly passphrase: string;
  readonly wrong: boolean;
  readonly busy: boolean;
  readonly progress: { readonly done: number; readonly total: number };
  readonly failure: unknown;
  /** The vault was closed by the change: there is nothing left to do but to lock. */
  readonly mustLock: boolean;
  readonly words: readonly string[];
  readonly handedOut: boolean;
  readonly check: WordCheck;
  readonly typePassphrase: (text: string) => void;
  readonly handOut: () => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly lock: () => void;
}

interface Sheet {
  readonly words: readonly string[];
  readonly places: readonly number[];
}

function newSheet(): Sheet {
  const words = makeRecoveryWords();
  return { words, places: choosePlaces(words.length, unguessable) };
}

/** Leads through the steps of a new sheet. The old one opens until the last step has ended. */
export function useRenewKeys(purpose: RenewPurpose, onDone: () => void): RenewKeys {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [key, setKey] = useState<VaultKey | null>(null);
  const [state, setState] = useState<'waiting' | 'busy' | 'wrong' | 'closed'>('waiting');
  const [progress, setProgress] = useState({ done: 0, total: 0 });
  const [failure, setFailure] = useState<unknown>(null);
  const [{ words, places }] = useState(newSheet);
  const [handedOut, setHandedOut] = useState(false);
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const check = useWordCheck(words, places, typed, setTyped);

  const working = async (work: () => Promise<void>): Promise<void> => {
    if (state === 'busy') return;
    setState('busy');
    setFailure(null);
    try {
      await work();
    } catch (thrown) {
      setFailure(thrown);
      setState(purpose === 'rotation' && step === 'check' ? 'closed' : 'waiting');
    }
  };
  const ask = async (): Promise<void> => {
    const found = await keyFor(passphrase);
    setKey(found);
    setState(found === null ? 'wrong' : 'waiting');
    if (found !== null) setStep('sheet');
  };
  const finish = async (vaultKey: VaultKey): Promise<void> => {
    if (purpose === 'rotation') {
      await rotate(vaultKey, { passphrase, words }, (done, total) => setProgress({ done, total }));
      await lockNow();
      return;
    }
    await replaceSheet(vaultKey, words);
    notify({ text: t('security.sheet.done') });
    onDone();
  };
  return {
    step,
    passphrase,
    words,
    handedOut,
    check,
    progress,
    failure,
    wrong: state === 'wrong',
    busy: state === 'busy',
    mustLock: state === 'closed',
    typePassphrase: (text) => {
      setPassphrase(text);
      setState('waiting');
    },
    handOut: () => setHandedOut(true),
    next: () => {
      if (step === 'passphrase') void working(ask);
      else if (step === 'sheet') setStep('check');
      else if (key !== null && check.check()) void working(() => finish(key));
    },
    back: () => setStep('sheet'),
    lock: () => void lockNow(),
  };
}

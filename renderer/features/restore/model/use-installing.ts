import { useEffect, useRef, useState } from 'react';
import { platform } from '#renderer/platform/index.ts';
import type { RestoreCandidate, RestoreProgress } from '#shared/ipc/contract/backups.ts';
import type { Proof } from './identities.ts';
import { install } from './install.ts';

const BEGINNING: RestoreProgress = { step: 'checking', done: 0, total: 0 };

/** A restore of the backup that was chosen, as the form for the proof shows it. */
export interface Installing {
  readonly busy: boolean;
  readonly progress: RestoreProgress;
  /** The backup has no seal, since it is of an older format; the next try takes it all the same. */
  readonly unsealed: boolean;
  readonly failure: unknown;
  /** Answers whether the proof was wrong. */
  readonly run: (proof: Proof) => Promise<boolean>;
  /** Ends it; nothing is changed then. */
  readonly cancel: () => void;
}

interface What {
  readonly candidate: RestoreCandidate;
  /** There is a vault that does not open. */
  readonly damaged: boolean;
  readonly onInstalled: (by: Proof['by']) => void;
}

/** Restores when it is told to, once at a time. */
export function useInstalling({ candidate, damaged, onInstalled }: What): Installing {
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState(BEGINNING);
  const [unsealed, setUnsealed] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const control = useRef<AbortController | null>(null);
  useEffect(() => platform().on('restore.progress', setProgress), []);
  useEffect(() => () => control.current?.abort(), []);
  const run = async (proof: Proof): Promise<boolean> => {
    const own = new AbortController();
    control.current = own;
    setBusy(true);
    setFailure(null);
    setProgress(BEGINNING);
    try {
      const options = { replace: damaged, acceptUnsealed: unsealed, signal: own.signal };
      const installed = await install(candidate, proof, options);
      if (installed === 'installed') {
        onInstalled(proof.by);
        return false;
      }
      setUnsealed(installed === 'unsealed' || (installed === 'cancelled' && unsealed));
      return installed === 'wrong';
    } catch (thrown) {
      setFailure(thrown);
      return false;
    } finally {
      control.current = null;
      setBusy(false);
    }
  };
  return { busy, progress, unsealed, failure, run, cancel: () => control.current?.abort() };
}

import { useEffect, useRef, useState } from 'react';
import { problemOf, strengthOf, type PassphraseProblem, type Strength } from './strength.ts';

/** A passphrase typed twice. */
export interface PassphraseDraft {
  readonly first: string;
  readonly second: string;
}

export const EMPTY_PASSPHRASE: PassphraseDraft = { first: '', second: '' };

/** What a form needs to ask for a new passphrase. */
export interface NewPassphrase {
  readonly draft: PassphraseDraft;
  readonly change: (draft: PassphraseDraft) => void;
  /** Strength of the first field; null while it is empty or being judged. */
  readonly strength: Strength | null;
  /** Set by a {@link check} that failed; taken back when the user types. */
  readonly problem: PassphraseProblem | null;
  /** Judges the draft and shows what is wrong. True when the passphrase can be taken. */
  readonly check: () => Promise<boolean>;
}

/** Keeps the strength and the problem of a passphrase that is being chosen. The draft itself is the caller's. */
export function useNewPassphrase(
  draft: PassphraseDraft,
  onChange: (draft: PassphraseDraft) => void,
): NewPassphrase {
  const [judged, setJudged] = useState<{ readonly of: string; readonly strength: Strength } | null>(null);
  const [problem, setProblem] = useState<PassphraseProblem | null>(null);
  const newest = useRef(draft.first);
  const { first, second } = draft;

  useEffect(() => {
    newest.current = first;
    const judge = async (): Promise<void> => {
      const strength = await strengthOf(first);
      if (newest.current === first) setJudged({ of: first, strength });
    };
    if (first !== '') void judge();
  }, [first]);

  return {
    draft,
    strength: judged?.of === first && first !== '' ? judged.strength : null,
    problem,
    change: (next) => {
      setProblem(null);
      onChange(next);
    },
    check: async () => {
      const found = problemOf(first, second, await strengthOf(first));
      setProblem(found);
      return found === null;
    },
  };
}

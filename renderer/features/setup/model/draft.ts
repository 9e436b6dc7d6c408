import type { PracticeKind } from '#shared/domain/practice.ts';
import type { PreparedVault } from '#renderer/db/index.ts';
import { EMPTY_PASSPHRASE, type PassphraseDraft } from '#renderer/ui/passphrase/index.ts';

/** The steps of first run, in order. The last two looks at the recovery sheet are one step: hand out, then check. */
export const SCREENS = ['language', 'practice', 'passphrase', 'recovery', 'check', 'start'] as const;
export type Screen = (typeof SCREENS)[number];

/** How many steps the user is told there are, and which one a screen belongs to (from 1). */
export const STEPS = 5;
export const STEP_OF: Readonly<Record<Screen, number>> = {
  language: 1,
  practice: 2,
  passphrase: 3,
  recovery: 4,
  check: 4,
  start: 5,
};

/** Everything answered so far. It outlives going back and forth between the steps. */
export interface SetupDraft {
  readonly kind: PracticeKind | null;
  readonly practiceName: string;
  readonly professional: string;
  readonly passphrase: PassphraseDraft;
  /** Keys made for a passphrase; made anew only when the passphrase was changed. */
  readonly prepared: { readonly passphrase: string; readonly vault: PreparedVault } | null;
  /** Places (from 0) of the two recovery words that are asked for, and what was typed. */
  readonly asked: readonly number[];
  readonly typed: readonly string[];
  readonly handedOut: boolean;
  readonly start: 'empty' | 'sample';
}

export const EMPTY_DRAFT: SetupDraft = {
  kind: null,
  practiceName: '',
  professional: '',
  passphrase: EMPTY_PASSPHRASE,
  prepared: null,
  asked: [],
  typed: [],
  handedOut: false,
  start: 'empty',
};

/** What every step gets: the answers, a way to change them, and where to go. */
export interface StepProps {
  readonly draft: SetupDraft;
  readonly change: (patch: Partial<SetupDraft>) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { moveToStage, type StageMove } from '#renderer/operations/stage-move.ts';
import { type GoneStage, isGone, type LifecycleStage } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { GoneDialog } from './GoneDialog.tsx';

interface Asked {
  readonly files: readonly FileId[];
  readonly stage: GoneStage;
  /** What is said when it is done. */
  readonly text: string;
}

/** Moves clients to a stage; who is lost or ended is asked after first. `dialog` has to be shown by the caller. */
export function useStageMove(): {
  readonly move: (files: readonly FileId[], stage: LifecycleStage, text: string) => void;
  readonly dialog: ReactElement | null;
} {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const run = (files: readonly FileId[], move: StageMove, text: string): void =>
    doUndoably(() => moveToStage(files, move, dayOf(systemClock.now())), text, t);
  const move = (files: readonly FileId[], stage: LifecycleStage, text: string): void => {
    if (isGone(stage)) setAsked({ files, stage, text });
    else run(files, { stage, reason: '', winBack: null }, text);
  };
  const answer = (reason: string, winBack: boolean): void => {
    if (!asked) return;
    const { files, stage, text } = asked;
    setAsked(null);
    run(files, { stage, reason, winBack: winBack ? t('clientProfile.action.winBack.title') : null }, text);
  };
  const dialog = asked && (
    <GoneDialog
      count={asked.files.length}
      stage={asked.stage}
      onMove={answer}
      onClose={() => setAsked(null)}
    />
  );
  return { move, dialog };
}

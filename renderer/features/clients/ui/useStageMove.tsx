import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { moveToStage, type StageMove } from '#renderer/operations/stage-move.ts';
import { type GoneStage, isGone } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { useStages } from '#renderer/entities/practice/index.ts';
import type { StageId } from '#shared/domain/stages.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { GoneDialog } from './GoneDialog.tsx';

interface Asked {
  readonly files: readonly FileId[];
  readonly stage: GoneStage;
  readonly ownStage: RecordId | null;
  /** What is said when it is done. */
  readonly text: string;
}

const run = (files: readonly FileId[], move: StageMove): Promise<number | null> =>
  moveToStage(files, move, dayOf(systemClock.now()));

/** Moves clients to a stage; who is lost or ended is asked after first. `dialog` has to be shown by the caller. */
export function useStageMove(): {
  readonly move: (files: readonly FileId[], stage: StageId, text: string) => void;
  readonly dialog: ReactElement | null;
} {
  const { t } = useTranslation();
  const { standingIn } = useStages();
  const [asked, setAsked] = useState<Asked | null>(null);
  const move = (files: readonly FileId[], to: StageId, text: string): void => {
    const { stage, ownStage } = standingIn(to);
    if (isGone(stage)) setAsked({ files, stage, ownStage, text });
    else doUndoably(() => run(files, { stage, ownStage, reason: '', winBack: null }), text, t);
  };
  const dialog = asked && (
    <GoneDialog
      files={asked.files}
      stage={asked.stage}
      move={(reason, winBack) =>
        run(asked.files, {
          stage: asked.stage,
          ownStage: asked.ownStage,
          reason,
          winBack: winBack ? t('clientProfile.action.winBack.title') : null,
        })
      }
      onMoved={(action) => {
        setAsked(null);
        doUndoably(() => Promise.resolve(action), asked.text, t);
      }}
      onClose={() => setAsked(null)}
    />
  );
  return { move, dialog };
}

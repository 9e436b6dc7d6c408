import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type KeyboardEvent, type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { useStages } from '#renderer/entities/practice/index.ts';
import type { StageId } from '#shared/domain/stages.ts';
import { stageName } from '#shared/i18n/translate.ts';

interface StageDialogProps {
  /** How many clients are moved. */
  readonly count: number;
  /** Where the one client stands; null when there are several. */
  readonly stage: StageId | null;
  readonly onChoose: (stage: StageId) => void;
  readonly onClose: () => void;
}

/** Moves clients to a stage: by a click, by the stage's number, or by the arrows and Enter. */
export function StageDialog({ count, stage, onChoose, onClose }: StageDialogProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const stages = useStages().offered(stage === null ? [] : [stage]);
  const steer = (event: KeyboardEvent<HTMLElement>): void => {
    // The upper row types letters in Czech: the place of the key counts.
    const number = Number(/^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]);
    const chosen = stages[number - 1];
    if (chosen) {
      // The field that may come next must not get the number.
      event.preventDefault();
      onChoose(chosen);
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button === document.activeElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} fullWidth maxWidth="xs">
      <DialogTitle id={title}>{t('register.bulk.stageOf', { count })}</DialogTitle>
      <DialogContent>
        <Box onKeyDown={steer} sx={{ display: 'grid', gap: 1 }}>
          {stages.map((one, index) => (
            <Button
              key={one}
              autoFocus={stage === null ? index === 0 : one === stage}
              aria-current={one === stage}
              onClick={() => onChoose(one)}
              sx={{ justifyContent: 'space-between', ...(one === stage && { bgcolor: 'selected' }) }}
            >
              {stageName(t, one)}
              <KeyHint keys={String(index + 1)} />
            </Button>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
}

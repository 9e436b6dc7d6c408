import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useForm } from '#renderer/entities/draft/index.ts';
import { FormDialog } from '#renderer/entities/history/index.ts';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import type { GoneStage } from '#shared/domain/client.ts';
import { type FileId, PRACTICE_FILE } from '#shared/domain/ids.ts';
import { textSchema } from '#shared/domain/values.ts';

const goneSchema = z.object({ reason: textSchema, winBack: z.boolean() });
type Gone = z.infer<typeof goneSchema>;

interface GoneDialogProps {
  /** Who is moved. */
  readonly files: readonly FileId[];
  readonly stage: GoneStage;
  /** Moves them; answers the number of the action. Rejects when it could not be stored. */
  readonly move: (reason: string, winBack: boolean) => Promise<number | null>;
  readonly onMoved: (action: number | null) => void;
  readonly onClose: () => void;
}

/** Asks why clients are lost or ended, and whether to try to win them back. */
export function GoneDialog({ files, stage, move, onMoved, onClose }: GoneDialogProps): ReactElement {
  const { t } = useTranslation();
  const count = files.length;
  const [only = PRACTICE_FILE] = count === 1 ? files : [];
  const form = useForm<Gone, number | null>({
    fileId: only,
    form: `gone:${stage}`,
    schema: goneSchema,
    start: { reason: '', winBack: stage === 'lost' },
    store: ({ reason, winBack }) => move(reason, winBack),
  });
  const send = (): void => form.send(onMoved);
  return (
    <FormDialog
      title={t(`register.gone.${stage}`, { count })}
      form={form}
      onSubmit={send}
      onClose={onClose}
      sendText={t('register.gone.move')}
      maxWidth="xs"
    >
      <LongTextField
        autoFocus
        label={t('clientProfile.stageReason')}
        value={form.draft.reason}
        minRows={2}
        helperText={t('register.gone.hint', { count })}
        onChange={(event) => form.change({ reason: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 10_000 } }}
        sx={{ gridColumn: 'span 6' }}
      />
      <FormControlLabel
        label={t('register.gone.winBack', { count })}
        control={
          <Checkbox
            checked={form.draft.winBack}
            onChange={(event) => form.change({ winBack: event.target.checked })}
          />
        }
        sx={{ gridColumn: 'span 6' }}
      />
    </FormDialog>
  );
}

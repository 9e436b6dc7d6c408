import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questionCommands } from '#renderer/entities/question/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { type QuestionBody, questionSchema } from '#shared/domain/question.ts';
import { useForm } from '#renderer/entities/draft/index.ts';
import { FormDialog } from '#renderer/entities/history/index.ts';

const EMPTY: QuestionBody = { text: '', askedOf: 'client', answer: '', answeredAt: null, source: null };

interface QuestionDialogProps {
  readonly fileId: FileId;
  readonly onClose: () => void;
}

/** Adds a question to the client, or from the client. */
export function QuestionDialog({ fileId, onClose }: QuestionDialogProps): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const form = useForm({
    fileId,
    form: 'question',
    schema: questionSchema,
    start: EMPTY,
    store: (draft) => questionCommands.add(fileId, { ...draft, text: draft.text.trim().normalize('NFC') }),
  });
  const missing = form.draft.text.trim() === '';
  return (
    <FormDialog
      title={t('clients.questions.add')}
      form={form}
      onSubmit={() => {
        setAsked(true);
        if (!missing) form.send(onClose);
      }}
      onClose={onClose}
    >
      <TextField
        autoFocus
        required
        label={t('clients.questions.text')}
        value={form.draft.text}
        error={asked && missing}
        helperText={asked && missing ? t('clients.questions.textMissing') : undefined}
        onChange={(event) => form.change({ text: event.target.value })}
        sx={{ gridColumn: 'span 6' }}
      />
      <TextField
        select
        label={t('clients.questions.who')}
        value={form.draft.askedOf}
        onChange={(event) => form.change({ askedOf: event.target.value as QuestionBody['askedOf'] })}
        sx={{ gridColumn: 'span 6' }}
      >
        <MenuItem value="client">{t('clients.questions.askedOf.client')}</MenuItem>
        <MenuItem value="practice">{t('clients.questions.askedOf.practice')}</MenuItem>
      </TextField>
    </FormDialog>
  );
}

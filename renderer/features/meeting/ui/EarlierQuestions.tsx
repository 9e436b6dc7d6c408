import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Question } from '#shared/domain/question.ts';
import { questionCommands, useQuestionsOf } from '#renderer/entities/question/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { Part } from './Part.tsx';

/** One open question; what is typed as its answer is kept at once, and closes it when it is confirmed. */
function OpenQuestion({ question }: { readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  const { id, text, askedOf } = question;
  const [answer, setAnswer] = useAutosavedText(`question:${id}`, question.answer, (typed) =>
    questionCommands.change(id, { answer: typed }),
  );
  const close = (): void => {
    // What failed to be stored stays in the field, and the header says so.
    flushAll().then(
      () => questionCommands.answer(id, answer.normalize('NFC')),
      () => undefined,
    );
  };
  return (
    <Box component="li" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="body2">
        <Box component="span" sx={{ color: 'quiet' }}>
          {t(`domain.side.${askedOf}`)}:{' '}
        </Box>
        {text}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <TextField
          size="small"
          fullWidth
          placeholder={t('meeting.questions.answer')}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey) return;
            event.preventDefault();
            if (answer.trim() !== '') close();
          }}
          slotProps={{ htmlInput: { 'aria-label': t('meeting.questions.answerTo', { question: text }) } }}
        />
        <Button disabled={answer.trim() === ''} onClick={close}>
          {t('common.done')}
        </Button>
      </Box>
    </Box>
  );
}

interface EarlierQuestionsProps {
  readonly fileId: FileId;
  readonly noteId: RecordId;
}

/** What earlier meetings left open, answered here. Nothing is shown when nothing is open. */
export function EarlierQuestions({ fileId, noteId }: EarlierQuestionsProps): ReactElement | null {
  const { t } = useTranslation();
  const open = (useQuestionsOf(fileId) ?? []).filter(
    ({ answeredAt, source }) => answeredAt === null && source?.noteId !== noteId,
  );
  if (open.length === 0) return null;
  return (
    <Part title={t('meeting.questions.title')}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 }}>
        {open.map((question) => (
          <OpenQuestion key={question.id} question={question} />
        ))}
      </Box>
    </Part>
  );
}

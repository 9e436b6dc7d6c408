import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { questionCommands } from '#renderer/entities/question/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Question } from '#shared/domain/question.ts';
import { QuestionDialog } from './QuestionDialog.tsx';
import { SideBox } from './SideBox.tsx';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

/** An open question with its answer: what is typed is kept at once, and the question closes when the user says so. */
function OpenQuestion({ question }: { readonly question: Question }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [answer, setAnswer] = useAutosavedText(`answer-${question.id}`, question.answer, (text) =>
    questionCommands.change(question.id, { answer: text }),
  );
  const close = (): void => watched(questionCommands.answer(question.id, answer.trim()), t);
  return (
    <Box component="li" sx={{ py: 3, borderBottom: 1, borderColor: 'line' }}>
      <Typography variant="caption" sx={{ color: 'quiet' }}>
        {t(`clients.questions.askedOf.${question.askedOf}`)}
        {question.source !== null && (
          <>
            {' · '}
            <Link
              component={RouterLink}
              to={routes.meeting(question.source.noteId, question.source.lineId)}
              underline="hover"
            >
              {t('clients.tasks.source')}
            </Link>
          </>
        )}
      </Typography>
      <Typography id={id} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {question.text}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, mt: 1, alignItems: 'flex-start' }}>
        <Writes>
          <LongTextField
            fullWidth
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
            placeholder={t('clients.questions.answer')}
            slotProps={{ htmlInput: { 'aria-label': t('clients.questions.answer'), 'aria-describedby': id } }}
          />
          <Button onClick={close} disabled={answer.trim() === ''}>
            {t('clients.questions.close')}
          </Button>
        </Writes>
      </Box>
    </Box>
  );
}

interface QuestionsBoxProps {
  readonly fileId: FileId;
  readonly questions: readonly Question[];
}

/** Questions between meetings that nobody has answered yet. */
export function QuestionsBox({ fileId, questions }: QuestionsBoxProps): ReactElement {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const add = (): void => setAdding(true);
  useCommands([
    {
      id: 'file.question',
      writes: true,
      title: t('clients.questions.add'),
      group: t('clients.file.group'),
      keys: 'q',
      run: add,
    },
  ]);
  const open = questions.filter(({ answeredAt }) => answeredAt === null);
  return (
    <>
      <SideBox
        title={t('clients.questions.title')}
        addName={t('clients.questions.add')}
        onAdd={add}
        empty={open.length === 0 ? t('clients.questions.empty') : null}
      >
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {open.map((question) => (
            <OpenQuestion key={question.id} question={question} />
          ))}
        </Box>
      </SideBox>
      {adding && <QuestionDialog fileId={fileId} onClose={() => setAdding(false)} />}
    </>
  );
}

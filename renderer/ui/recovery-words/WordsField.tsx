import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { RECOVERY_WORDS, splitWords, type ReadWords } from './recovery-words.ts';
import { LongTextField } from '../LongTextField.tsx';

/** What keeps typed words from being used: they do not read, or they belong to something else. */
export type WordsProblem = Exclude<ReadWords, { state: 'words' }> | { readonly state: 'wrong' };

interface WordsFieldProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Enter was pressed; Shift Enter makes a new line. */
  readonly onEnter: () => void;
  readonly problem: WordsProblem | null;
  /** What is said when the words are right by themselves and do not open what they should. */
  readonly wrongText: string;
  /** Keeps the text as it is, and the focus, while it is being checked. */
  readonly readOnly?: boolean;
  readonly inputRef?: Ref<HTMLTextAreaElement>;
}

function useProblemText(wrongText: string): (problem: WordsProblem) => string {
  const { t } = useTranslation();
  return (problem) => {
    switch (problem.state) {
      case 'unknown': {
        const { position, word, suggestion } = problem;
        return suggestion === null
          ? t('unlock.recovery.unknown', { position, word })
          : t('unlock.recovery.suggestion', { position, word, suggestion });
      }
      case 'tooFew':
      case 'tooMany':
        return t(`unlock.recovery.${problem.state}`, { count: problem.count, words: RECOVERY_WORDS });
      case 'checksum':
        return t('unlock.recovery.checksum');
      case 'wrong':
        return wrongText;
      default:
        return problem satisfies never;
    }
  };
}

/** Field for the words of a recovery sheet, typed or pasted; counts them, and names the one that is mistyped. */
export function WordsField({
  text,
  onChange,
  onEnter,
  problem,
  wrongText,
  readOnly = false,
  inputRef,
}: WordsFieldProps) {
  const { t } = useTranslation();
  const problemText = useProblemText(wrongText);
  return (
    <LongTextField
      fullWidth
      minRows={4}
      label={t('unlock.recovery.label')}
      value={text}
      error={problem !== null}
      helperText={
        problem === null ? (
          t('unlock.recovery.count', { count: splitWords(text).length, words: RECOVERY_WORDS })
        ) : (
          <span role="alert">{problemText(problem)}</span>
        )
      }
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.shiftKey) return;
        event.preventDefault();
        onEnter();
      }}
      slotProps={{
        htmlInput: {
          ref: inputRef,
          readOnly,
          autoComplete: 'off',
          autoCapitalize: 'none',
          spellCheck: false,
        },
      }}
    />
  );
}

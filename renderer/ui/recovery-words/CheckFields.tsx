import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { type ReactElement, type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sameWord } from './check.ts';

/** Two words of a sheet that are typed back, to see that it can be read. */
export interface WordCheck {
  /** Places of the words asked for, from 0. */
  readonly places: readonly number[];
  readonly typed: readonly string[];
  /** What is wrong with each, once it was looked at; null: nothing. */
  readonly problems: readonly (string | null)[];
  readonly type: (index: number, text: string) => void;
  /** Looks at what was typed. Puts the focus where something is wrong. */
  readonly check: () => boolean;
  readonly fields: RefObject<(HTMLInputElement | null)[]>;
}

/**
 * Keeps what is typed back from a sheet.
 * @param typed What was typed so far; its owner keeps it over going back and forth.
 */
export function useWordCheck(
  words: readonly string[],
  places: readonly number[],
  typed: readonly string[],
  onType: (typed: readonly string[]) => void,
): WordCheck {
  const { t } = useTranslation();
  const [checked, setChecked] = useState(false);
  const fields = useRef<(HTMLInputElement | null)[]>([]);
  const right = places.map((place, index) => sameWord(typed[index] ?? '', words[place]));
  const problems = places.map((place, index) => {
    if (!checked || right[index] === true) return null;
    const number = place + 1;
    return (typed[index] ?? '').trim() === ''
      ? t('setup.check.empty', { number })
      : t('setup.check.wrong', { number });
  });
  return {
    places,
    typed,
    problems,
    fields,
    type: (index, text) => {
      setChecked(false);
      onType(places.map((_, at) => (at === index ? text : (typed[at] ?? ''))));
    },
    check: () => {
      setChecked(true);
      const wrong = right.indexOf(false);
      if (wrong >= 0) fields.current[wrong]?.focus();
      return wrong < 0;
    },
  };
}

/** The fields for the words that are typed back. */
export function CheckFields({ check }: { readonly check: WordCheck }): ReactElement {
  const { t } = useTranslation();
  return (
    <Stack spacing={4}>
      {check.places.map((place, index) => {
        const problem = check.problems[index] ?? null;
        return (
          <TextField
            key={place}
            fullWidth
            label={t('setup.check.word', { number: place + 1 })}
            value={check.typed[index] ?? ''}
            error={problem !== null}
            helperText={problem === null ? null : <span role="alert">{problem}</span>}
            onChange={(event) => check.type(index, event.target.value)}
            slotProps={{
              htmlInput: {
                ref: (field: HTMLInputElement | null) => {
                  check.fields.current[index] = field;
                },
                autoComplete: 'off',
                autoCapitalize: 'none',
                spellCheck: false,
              },
            }}
          />
        );
      })}
    </Stack>
  );
}

import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { practiceCommands, usePractice } from '#renderer/entities/practice/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { watched } from '#renderer/ui/watched.ts';
import {
  type Letterhead,
  type Practice,
  PRACTICE_KINDS,
  type PracticeKind,
} from '#shared/domain/practice.ts';
import { numberProblem } from '#shared/domain/numbers/numbers.ts';
import { type Language, LANGUAGES } from '#shared/domain/values.ts';
import { storeLetterhead } from '../model/letterhead.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly save: (text: string) => Promise<unknown>;
  readonly rows?: number;
  readonly hint?: string;
}

function Field({ label, name, value, save, rows, hint }: FieldProps): ReactElement {
  const [text, change] = useAutosavedText(`practice-${name}`, value, save);
  const Input = rows === undefined ? TextField : LongTextField;
  return (
    <Input
      label={label}
      value={text}
      helperText={hint}
      {...(rows !== undefined && { minRows: rows })}
      slotProps={{ htmlInput: { maxLength: rows === undefined ? 500 : 5000 } }}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** A wrong account is told of and stored all the same. */
function IbanField({ practice }: { readonly practice: Practice }): ReactElement {
  const { t } = useTranslation();
  const iban = practice.iban ?? '';
  const problem = iban.trim() === '' ? null : numberProblem('iban', iban);
  return (
    <Field
      name="iban"
      label={t('settings.letterhead.iban')}
      hint={
        problem === null ? t('settings.letterhead.ibanHint') : t(`clientProfile.number.problem.${problem}`)
      }
      value={iban}
      save={(text) => practiceCommands.change({ iban: text })}
    />
  );
}

function LetterheadFields({ practice }: { readonly practice: Practice }): ReactElement {
  const { t } = useTranslation();
  const fields = [
    'name',
    'address',
    'phone',
    'email',
    'web',
    'registration',
  ] as const satisfies readonly (keyof Letterhead)[];
  return (
    <Section title={t('settings.letterhead.title')} text={t('settings.letterhead.text')} writes>
      {fields.map((field) => (
        <Field
          key={field}
          name={field}
          label={t(`settings.letterhead.${field}`)}
          value={practice.letterhead[field]}
          save={(text) => storeLetterhead(field, text)}
          {...(field === 'address' && { rows: 2 })}
        />
      ))}
      <IbanField practice={practice} />
      <Field
        name="professional"
        label={t('settings.letterhead.professional')}
        hint={t('settings.letterhead.professionalHint')}
        value={practice.professional}
        save={(professional) => practiceCommands.change({ professional })}
      />
      <Field
        name="confidentiality"
        label={t('settings.letterhead.confidentiality')}
        hint={t('settings.letterhead.confidentialityHint')}
        value={practice.confidentiality}
        save={(confidentiality) => practiceCommands.change({ confidentiality })}
      />
    </Section>
  );
}

/** The practice itself, and what stands at the head of its paper. Every field stores itself. */
export function PracticeSection(): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  if (!practice) return null;
  return (
    <>
      <Section title={t('settings.practice.title')} text={t('settings.practice.text')} writes>
        <TextField
          select
          label={t('settings.practice.kind')}
          value={practice.kind}
          onChange={(event) =>
            watched(practiceCommands.change({ kind: event.target.value as PracticeKind }), t)
          }
        >
          {PRACTICE_KINDS.map((kind) => (
            <MenuItem key={kind} value={kind}>
              {t(`domain.practiceKind.${kind}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          label={t('settings.practice.language')}
          value={practice.language}
          onChange={(event) =>
            watched(practiceCommands.change({ language: event.target.value as Language }), t)
          }
        >
          {LANGUAGES.map((language) => (
            <MenuItem key={language} value={language}>
              {t(`domain.language.${language}`)}
            </MenuItem>
          ))}
        </TextField>
      </Section>
      <LetterheadFields practice={practice} />
    </>
  );
}

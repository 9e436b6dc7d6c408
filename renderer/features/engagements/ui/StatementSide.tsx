import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '#renderer/ui/dates/index.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import { type Currency } from '#shared/domain/money.ts';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import type { StatementInput } from '../model/statement.ts';

/** What the user chooses of a statement. */
export type StatementChoices = Pick<
  StatementInput,
  'currency' | 'engagementId' | 'withNotedTime' | 'withOwnFields' | 'variableSymbol' | 'payBy' | 'language'
>;

interface StatementSideProps {
  readonly choices: StatementChoices;
  readonly engagements: readonly Engagement[];
  /** Those that the client has something in. */
  readonly currencies: readonly Currency[];
  /** The practice has no account that a code could lead to. */
  readonly noAccount: boolean;
  /** The practice has fields of its own on engagements. */
  readonly withOwnFields: boolean;
  readonly onChoose: (patch: Partial<StatementChoices>) => void;
  /** Where the user says that the paper is for somebody else. */
  readonly forOthers: ReactElement;
}

const NATIVE = { select: { native: true } } as const;

/** Beside the pages: what is on them. */
export function StatementSide(props: StatementSideProps): ReactElement {
  const { choices, engagements, currencies, noAccount, withOwnFields, onChoose, forOthers } = props;
  const { t } = useTranslation();
  const symbolIsWrong = !/^\d{0,10}$/.test(choices.variableSymbol);
  return (
    <Box sx={{ display: 'grid', gap: 4, alignContent: 'start' }}>
      <TextField
        select
        label={t('summary.language')}
        value={choices.language}
        slotProps={NATIVE}
        onChange={(event) => onChoose({ language: event.target.value as Language })}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one}>
            {t(`domain.language.${one}`)}
          </option>
        ))}
      </TextField>
      {currencies.length > 1 && (
        <TextField
          select
          label={t('money.field.currency')}
          value={choices.currency}
          slotProps={NATIVE}
          onChange={(event) => onChoose({ currency: event.target.value as Currency })}
        >
          {currencies.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </TextField>
      )}
      <TextField
        select
        label={t('money.field.engagement')}
        value={choices.engagementId ?? ''}
        slotProps={{ ...NATIVE, inputLabel: { shrink: true } }}
        onChange={(event) =>
          onChoose({ engagementId: engagements.find(({ id }) => id === event.target.value)?.id ?? null })
        }
      >
        <option value="">{t('money.statement.allEngagements')}</option>
        {engagements.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </TextField>
      <DateField
        label={t('money.field.dueOn')}
        value={choices.payBy}
        onChange={(payBy) => onChoose({ payBy })}
      />
      <TextField
        label={t('money.statement.variableSymbol')}
        value={choices.variableSymbol}
        error={symbolIsWrong}
        helperText={symbolIsWrong ? t('money.statement.symbolDigits') : undefined}
        onChange={(event) => onChoose({ variableSymbol: event.target.value.trim() })}
        slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 20 } }}
      />
      <FormControlLabel
        label={t('money.statement.notedTime')}
        control={
          <Checkbox
            checked={choices.withNotedTime}
            onChange={(event) => onChoose({ withNotedTime: event.target.checked })}
          />
        }
      />
      {withOwnFields && (
        <FormControlLabel
          label={t('money.statement.ownFields')}
          control={
            <Checkbox
              checked={choices.withOwnFields}
              onChange={(event) => onChoose({ withOwnFields: event.target.checked })}
            />
          }
        />
      )}
      {forOthers}
      {noAccount && (
        <Typography component="output" variant="body2" sx={{ color: 'quiet' }}>
          {t('money.statement.noAccount')}
        </Typography>
      )}
    </Box>
  );
}

import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { PassphraseField } from './PassphraseField.tsx';
import { ENOUGH_CHARACTERS, type Strength } from './strength.ts';
import type { NewPassphrase } from './use-new-passphrase.ts';

const STRONGEST = 4;

function StrengthMeter({ strength }: { readonly strength: Strength | null }) {
  const { t } = useTranslation();
  const judged = strength === null ? t('setup.passphrase.notYet') : t(`setup.strength.${strength}`);
  return (
    <Stack spacing={1}>
      <LinearProgress
        variant="determinate"
        color={strength !== null && strength < 2 ? 'warning' : 'primary'}
        aria-label={t('setup.passphrase.strength')}
        aria-valuetext={judged}
        value={strength === null ? 0 : ((strength + 1) / (STRONGEST + 1)) * 100}
      />
      <Typography component="output" variant="body2" sx={{ color: 'quiet' }}>
        {t('setup.passphrase.strength')}: {judged}
      </Typography>
    </Stack>
  );
}

/** Two fields for a new passphrase, with its strength in words and as a bar. */
export function NewPassphraseFields({
  passphrase,
  disabled = false,
}: {
  readonly passphrase: NewPassphrase;
  readonly disabled?: boolean;
}) {
  const { t } = useTranslation();
  const { draft, change, problem } = passphrase;
  const text = problem === null ? null : t(`setup.passphrase.problem.${problem}`);
  return (
    <Stack spacing={3}>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('setup.passphrase.rule', { characters: ENOUGH_CHARACTERS })}
      </Typography>
      <PassphraseField
        label={t('setup.passphrase.first')}
        purpose="new"
        value={draft.first}
        disabled={disabled}
        problem={problem === 'different' ? null : text}
        onChange={(first) => change({ ...draft, first })}
      />
      <StrengthMeter strength={passphrase.strength} />
      <PassphraseField
        label={t('setup.passphrase.second')}
        purpose="new"
        value={draft.second}
        disabled={disabled}
        problem={problem === 'different' ? text : null}
        onChange={(second) => change({ ...draft, second })}
      />
    </Stack>
  );
}

import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PassphraseField } from './PassphraseField.tsx';
import { ENOUGH_CHARACTERS, type Strength } from './strength.ts';
import type { NewPassphrase } from './use-new-passphrase.ts';

const STRONGEST = 4;

function StrengthMeter({ strength, id }: { readonly strength: Strength | null; readonly id: string }) {
  const { t } = useTranslation();
  const words = strength === null ? t('setup.passphrase.rule', { count: ENOUGH_CHARACTERS }) : null;
  return (
    <Stack spacing={1} id={id}>
      <LinearProgress
        variant="determinate"
        color={strength !== null && strength < 2 ? 'warning' : 'primary'}
        aria-label={t('setup.passphrase.strength')}
        aria-valuetext={strength === null ? t('setup.passphrase.notYet') : t(`setup.strength.${strength}`)}
        value={strength === null ? 0 : ((strength + 1) / (STRONGEST + 1)) * 100}
      />
      <Typography variant="body2" color="text.secondary" role="status">
        {words ?? `${t('setup.passphrase.strength')}: ${t(`setup.strength.${strength ?? 0}`)}`}
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
  const meter = useId();
  const { draft, change, problem } = passphrase;
  const text = problem === null ? null : t(`setup.passphrase.problem.${problem}`);
  return (
    <Stack spacing={2}>
      <PassphraseField
        label={t('setup.passphrase.first')}
        purpose="new"
        value={draft.first}
        disabled={disabled}
        describedBy={meter}
        problem={problem === 'different' ? null : text}
        onChange={(first) => change({ ...draft, first })}
      />
      <StrengthMeter strength={passphrase.strength} id={meter} />
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

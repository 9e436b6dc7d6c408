import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormLabel from '@mui/material/FormLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { initials, NAMINGS, type Naming } from '../model/certificate.ts';

interface NamingChoiceProps {
  readonly naming: Naming;
  /** A client whose name shows what each choice means. */
  readonly name: string;
  readonly onChange: (naming: Naming) => void;
}

/** How the certificate is to name a client file. */
export function NamingChoice({ naming, name, onChange }: NamingChoiceProps): ReactElement {
  const { t } = useTranslation();
  const label = useId();
  return (
    <FormControl>
      <FormLabel id={label}>{t('erasure.naming')}</FormLabel>
      <RadioGroup aria-labelledby={label} value={naming} onChange={(_, value) => onChange(value as Naming)}>
        {NAMINGS.map((one) => (
          <FormControlLabel
            key={one}
            value={one}
            control={<Radio />}
            label={t(`erasure.namings.${one}`, { name, initials: initials(name) })}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}

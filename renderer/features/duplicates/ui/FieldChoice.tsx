import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MERGE_SIDES, type MergeSide } from '#shared/domain/duplicate.ts';
import { takesBoth } from '#shared/duplicates/merge-fields.ts';
import type { Decision } from '#shared/duplicates/propose.ts';

/** Field, the two values, and why one is proposed. */
export const COLUMNS = '140px minmax(0, 1fr) minmax(0, 1fr) 190px';

interface FieldChoiceProps {
  readonly decision: Decision;
  /** What the field is called. */
  readonly label: string;
  /** What the two say, as it is read. */
  readonly texts: { readonly into: string; readonly from: string };
  readonly side: MergeSide;
  readonly onChoose: (side: MergeSide) => void;
}

/** One field in which two clients differ: which value is taken. */
export function FieldChoice({ decision, label, texts, side, onChoose }: FieldChoiceProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const { field, because } = decision;
  const choice = (one: 'into' | 'from'): ReactElement => (
    <FormControlLabel
      value={one}
      control={<Radio />}
      sx={{ alignItems: 'flex-start', m: 0, minWidth: 0 }}
      label={
        <Typography
          component="span"
          sx={{
            display: 'block',
            pt: 1,
            whiteSpace: 'pre-line',
            overflowWrap: 'anywhere',
            color: texts[one] === '' ? 'quiet' : undefined,
          }}
        >
          {texts[one] === '' ? t('duplicates.merge.nothing') : texts[one]}
        </Typography>
      }
    />
  );
  return (
    <RadioGroup
      aria-labelledby={id}
      value={side}
      onChange={(_, to) => onChoose(MERGE_SIDES.find((one) => one === to) ?? 'into')}
      sx={{
        display: 'grid',
        gridTemplateColumns: COLUMNS,
        columnGap: 4,
        px: 4,
        py: 1.5,
        borderTop: 1,
        borderColor: 'line',
      }}
    >
      <Typography id={id} variant="body2" sx={{ pt: 1.5, fontWeight: 'fontWeightMedium' }}>
        {label}
      </Typography>
      {choice('into')}
      {choice('from')}
      <Box>
        {takesBoth(field) && (
          <FormControlLabel
            value="both"
            control={<Radio />}
            sx={{ m: 0 }}
            label={t('duplicates.merge.both')}
          />
        )}
        {side === decision.side && (
          <Typography variant="body2" sx={{ color: 'quiet', pt: 1.5 }}>
            {t(`duplicates.because.${because}`)}
          </Typography>
        )}
      </Box>
    </RadioGroup>
  );
}

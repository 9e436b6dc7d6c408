import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { Refusal } from '#renderer/worker/import/read-error.ts';
import { isBusy, useFlow } from '../model/flow.ts';
import { ChooseFile } from './ChooseFile.tsx';
import { Columns } from './Columns.tsx';
import { DropFile } from './DropFile.tsx';
import { EarlierImports } from './EarlierImports.tsx';
import { Report } from './Report.tsx';
import { Review } from './Review.tsx';
import { Working } from './Working.tsx';

function Refused({ reason }: { readonly reason: Refusal }): ReactElement {
  const { t } = useTranslation();
  return (
    <Alert severity="error" role="alert">
      <Typography sx={{ fontWeight: 'fontWeightBold' }}>{t(`imports.refused.${reason}`)}</Typography>
      <Typography>{t('imports.refusedKept')}</Typography>
    </Alert>
  );
}

function CurrentStep(): ReactElement {
  const { step, read, how, plan, outcome } = useFlow();
  if (isBusy(step)) return <Working />;
  if (step === 'done' && outcome) return <Report outcome={outcome} problems={plan?.problems ?? []} />;
  if (step === 'review' && plan) return <Review plan={plan} />;
  if (step === 'columns' && read && how) return <Columns read={read} how={how} />;
  return (
    <>
      <ChooseFile />
      <EarlierImports />
    </>
  );
}

/** Import from a file: chosen, understood, reviewed, written, and taken back if need be. Route `/import`. */
export function ImportScreen(): ReactElement {
  const { t } = useTranslation();
  const { refused, failure } = useFlow();
  return (
    <DropFile>
      <ScreenHeader title={t('imports.title')} meta={t('imports.meta')} />
      <Box sx={{ px: 6, pb: 8, display: 'grid', gap: 6, maxWidth: 1240 }}>
        {refused !== null && <Refused reason={refused} />}
        {failure !== null && <FailureMessage failure={failure} />}
        <CurrentStep />
      </Box>
    </DropFile>
  );
}

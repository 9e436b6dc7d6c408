import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';

const WHOLE = 100;

interface WorkProgressProps {
  /** What is being done now. */
  readonly text: string;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
}

/** Work under way: what it is, and how far it has come when that can be told. */
export const WorkProgress = ({ text, done, total }: WorkProgressProps): ReactElement => (
  <Stack spacing={2}>
    <Typography component="output">{text}</Typography>
    <LinearProgress
      aria-label={text}
      {...(total > 0 && done < total && { variant: 'determinate', value: (done / total) * WHOLE })}
    />
  </Stack>
);

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface SideBoxProps {
  readonly title: string;
  /** What adding is called for screen readers; on screen it is short. */
  readonly addName: string;
  readonly onAdd: () => void;
  /** Stands in place of an empty list. */
  readonly empty: string | null;
  readonly children: ReactNode;
}

/** A short list at the side of a file, with a way to add to it. */
export function SideBox({ title, addName, onAdd, empty, children }: SideBoxProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Box
        sx={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'center',
          borderBottom: 1,
          borderColor: 'line',
        }}
      >
        <Typography id={id} variant="h3" component="h2">
          {title}
        </Typography>
        <Writes>
          <Button variant="text" aria-label={addName} onClick={onAdd} sx={{ mr: -2 }}>
            {t('common.add')}
          </Button>
        </Writes>
      </Box>
      {empty === null ? (
        children
      ) : (
        <Typography variant="body2" sx={{ color: 'quiet', pt: 2 }}>
          {empty}
        </Typography>
      )}
    </Box>
  );
}

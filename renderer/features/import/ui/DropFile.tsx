import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { isBusy, takeFiles, useFlow } from '../model/flow.ts';

const holdsFiles = (data: DataTransfer | null): data is DataTransfer =>
  data?.types.includes('Files') === true;

/** Takes files that are dropped anywhere while it is there. */
export function DropFile({ children }: { readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const step = useFlow((flow) => flow.step);
  const [over, setOver] = useState(false);
  const takes = !readOnly && !isBusy(step);
  const drag = useEffectEvent((event: DragEvent): void => {
    if (!takes || !holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setOver(true);
  });
  const leave = useEffectEvent((event: DragEvent): void => {
    // Moving from one element to the next names both; leaving the window names none.
    if (event.relatedTarget === null) setOver(false);
  });
  const drop = useEffectEvent((event: DragEvent): void => {
    setOver(false);
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    if (takes) takeFiles([...event.dataTransfer.files]);
  });
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    window.addEventListener('dragenter', (event) => drag(event), { signal });
    window.addEventListener('dragover', (event) => drag(event), { signal });
    window.addEventListener('dragleave', (event) => leave(event), { signal });
    window.addEventListener('drop', (event) => drop(event), { signal });
    return () => control.abort();
  }, []);
  return (
    <>
      {over && (
        <Box
          role="status"
          sx={{ mx: 6, mb: 4, p: 4, border: 1, borderStyle: 'dashed', borderColor: 'primary.main' }}
        >
          <Typography>{t('imports.choose.drop')}</Typography>
        </Box>
      )}
      {children}
    </>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { takeFiles } from '../model/flow.ts';

/** Names of files that can be read: what the system's dialog offers first. */
const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.vcf,.ics,.eml,.md';

/** The way to a file: by the system's dialog; dropping it works everywhere on the screen. */
export function ChooseFile(): ReactElement {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const open = (): void => input.current?.click();
  useCommands([
    {
      id: 'import.choose',
      title: t('imports.choose.button'),
      group: t('imports.title'),
      keys: 'mod+o',
      writes: true,
      run: open,
    },
  ]);
  return (
    <Box component="section" sx={{ display: 'grid', gap: 3, justifyItems: 'start', maxWidth: 720 }}>
      <Typography variant="h2">{t('imports.choose.title')}</Typography>
      <Typography sx={{ color: 'quiet' }}>{t('imports.choose.text')}</Typography>
      <Writes>
        <Button variant="contained" color="primary" onClick={open}>
          {t('imports.choose.button')}
          <KeyHint keys="mod+o" />
        </Button>
      </Writes>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        aria-label={t('imports.choose.field')}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file chosen again is a choice too.
          target.value = '';
          takeFiles(files);
        }}
      />
    </Box>
  );
}

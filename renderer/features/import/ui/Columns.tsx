import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { formatNumber } from '#shared/i18n/format.ts';
import { needsOf } from '#renderer/operations/import/fields.ts';
import type { ReadFile } from '#renderer/worker/import/protocol.ts';
import { check, startOver, type Understanding, useFlow } from '../model/flow.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { HowRead } from './HowRead.tsx';
import { useHeadingFocus } from './useHeadingFocus.ts';

/** What was read, and what it becomes. */
export function Columns({
  read,
  how,
}: {
  readonly read: ReadFile;
  readonly how: Understanding;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { files, remembered } = useFlow();
  const heading = useHeadingFocus();
  const [asked, setAsked] = useState(false);
  const missing = !needsOf(how.target).some((field) => how.columns.includes(field));
  const next = (): void => {
    setAsked(true);
    if (!missing) check();
  };
  useCommands([
    { id: 'import.check', title: t('imports.next'), group: t('imports.title'), keys: 'mod+enter', run: next },
    { id: 'import.other', title: t('imports.other'), group: t('imports.title'), run: startOver },
  ]);
  const count = t('imports.rows', {
    count: read.rows.length,
    number: formatNumber(read.rows.length, language),
  });
  return (
    <Box sx={{ display: 'grid', gap: 6 }}>
      <Box>
        <Typography ref={heading} variant="h2" tabIndex={-1} sx={{ overflowWrap: 'anywhere' }}>
          {files.map(({ name }) => name).join(', ')}
        </Typography>
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {count}
          {remembered && ` · ${t('imports.columns.remembered')}`}
        </Typography>
      </Box>
      <HowRead read={read} how={how} />
      <ColumnTable read={read} how={how} />
      {asked && missing && <Alert severity="error">{t('imports.columns.missing')}</Alert>}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="contained" color="primary" onClick={next}>
          {t('imports.next')}
          <KeyHint keys="mod+enter" />
        </Button>
        <Button onClick={startOver}>{t('imports.other')}</Button>
      </Box>
    </Box>
  );
}

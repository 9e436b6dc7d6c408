import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';

interface PageFieldProps {
  /** From 1. */
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
}

/** Which page is looked at; another number leads there. */
export function PageField({ page, count, onPage }: PageFieldProps): ReactElement {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const turn = (step: number): void => onPage(Math.max(1, Math.min(count, page + step)));
  const group = t('attachments.preview.group');
  const moving = { group, inDialog: true, keysOnly: true } as const;
  useCommands([
    {
      id: 'preview.page',
      title: t('attachments.preview.goToPage'),
      keys: 'g',
      ...moving,
      run: () => field.current?.select(),
    },
    {
      id: 'preview.pageDown',
      title: t('attachments.preview.nextPage'),
      keys: 'n',
      ...moving,
      run: () => turn(1),
    },
    {
      id: 'preview.pageUp',
      title: t('attachments.preview.previousPage'),
      keys: 'p',
      ...moving,
      run: () => turn(-1),
    },
  ]);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = Number.parseInt(typed ?? '', 10);
    setTyped(null);
    if (!Number.isNaN(wanted)) onPage(Math.max(1, Math.min(count, wanted)));
    field.current?.closest('[role=dialog]')?.querySelector<HTMLElement>('section[tabindex]')?.focus();
  };
  return (
    <Box component="form" onSubmit={go} noValidate sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <TextField
        size="small"
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => setTyped(null)}
        slotProps={{
          htmlInput: {
            ref: field,
            'aria-label': t('attachments.preview.goToPage'),
            inputMode: 'numeric',
            style: { width: '5ch', textAlign: 'right' },
          },
        }}
      />
      <Typography variant="body2" sx={{ color: 'quiet', fontVariantNumeric: 'tabular-nums' }}>
        {t('attachments.preview.ofPages', { count })}
      </Typography>
      <KeyHint keys="g" />
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZoom, ZoomButtons } from '#renderer/entities/paper/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { PdfPages } from '#renderer/ui/paper/index.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { usePageText, usePdf } from '../../model/use-pdf.ts';
import type { Refusal } from '../../model/use-content.ts';
import { Desk, DeskBar } from './Desk.tsx';
import { PageField } from './PageField.tsx';

interface PasswordProps {
  readonly name: string;
  readonly wrong: boolean;
  readonly onPassword: (password: string) => void;
}

/** Asks for the password of a PDF. It is used here and forgotten: the document in the vault stays as it came. */
function Password({ name, wrong, onPassword }: PasswordProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const open = (event: FormEvent): void => {
    event.preventDefault();
    if (typed !== '') onPassword(typed);
  };
  return (
    <Desk label={name}>
      <Box component="form" onSubmit={open} noValidate sx={{ p: 6, maxWidth: 480, display: 'grid', gap: 4 }}>
        <Typography>{t('attachments.preview.locked')}</Typography>
        <TextField
          autoFocus
          type="password"
          autoComplete="off"
          label={t('attachments.preview.password')}
          value={typed}
          error={wrong}
          helperText={wrong ? t('attachments.preview.wrongPassword') : undefined}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Box>
          <Button type="submit" variant="contained" color="primary">
            {t('attachments.preview.unlock')}
          </Button>
        </Box>
      </Box>
    </Desk>
  );
}

interface PdfViewProps {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly onRefuse: (why: Refusal) => void;
}

/** The pages of a PDF. Nothing in it is run, and none of its links leads anywhere. */
export function PdfView({ name, bytes, onRefuse }: PdfViewProps): ReactElement {
  const { t } = useTranslation();
  const { pdf, locked, open, malformed } = usePdf(bytes);
  useEffect(() => {
    if (malformed) onRefuse('malformed');
  }, [malformed, onRefuse]);
  const [scale, setScale] = useState(1);
  const [page, setPage] = useState(1);
  const [goTo, setGoTo] = useState<{ readonly page: number } | null>(null);
  const zoom = useZoom(scale);
  const text = usePageText(pdf, page);
  const group = t('attachments.preview.group');
  useCommands(zoom.commands.map((command) => ({ ...command, group, inDialog: true })));
  if (locked !== null) return <Password name={name} wrong={locked === 'wrong'} onPassword={open} />;
  const count = pdf?.pages.length ?? 0;
  return (
    <>
      <DeskBar>
        <PageField page={page} count={count} onPage={(to) => setGoTo({ page: to })} />
        <ZoomButtons zoom={zoom} />
      </DeskBar>
      <PdfPages
        pdf={pdf}
        zoom={zoom.zoom}
        label={name}
        busy={pdf === null}
        onScale={setScale}
        onPage={setPage}
        goTo={goTo}
      >
        <VisuallyHidden>
          <Box component="span" sx={{ whiteSpace: 'pre-line' }}>
            {text}
          </Box>
        </VisuallyHidden>
      </PdfPages>
    </>
  );
}

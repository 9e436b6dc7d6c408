import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentModel } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { PdfPages } from '#renderer/ui/paper/index.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { usePages } from './usePages.ts';
import { type LoggedPaper, useOut, type Way } from './useOut.ts';
import { useZoom, ZoomButtons } from './ZoomButtons.tsx';

interface PaperPanelProps {
  readonly document: DocumentModel;
  /** Name offered when saving, without extension. */
  readonly suggestedName: string;
  /** Stands beside the pages. */
  readonly side: ReactNode;
  /** The document went out: print dialog confirmed, or file written. */
  readonly onOut: (way: Way) => void;
  /** Asked before the document goes out; false: it stays. */
  readonly mayGo?: () => Promise<boolean>;
  /** What the activity log says went out; left out where there is no log yet. */
  readonly logged?: LoggedPaper;
  /** What the pages are, for screen readers. */
  readonly label: string;
}

/** The real pages of a document, and the way to paper and to a PDF file: what is seen is what comes out. */
export function PaperPanel(props: PaperPanelProps): ReactElement {
  const { document, suggestedName, side, onOut, mayGo, logged, label } = props;
  const { t } = useTranslation();
  const pages = usePages(document);
  const out = useOut(document, suggestedName, { onOut, mayGo, logged });
  const [scale, setScale] = useState(1);
  const zoom = useZoom(scale);
  const group = t('documents.paper.group');
  const inDialog = true;
  useCommands([
    { id: 'paper.print', title: t('common.print'), group, keys: 'mod+p', inDialog, run: out.print },
    { id: 'paper.save', title: t('common.savePdf'), group, keys: 'mod+s', inDialog, run: out.save },
    ...zoom.commands.map((command) => ({ ...command, group, inDialog })),
  ]);
  const count = pages.pdf?.pages.length ?? 0;
  return (
    <Box sx={{ display: 'flex', height: '100%', minHeight: 0 }}>
      <Box sx={{ flex: '1 1 auto', minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <Box
          role="toolbar"
          aria-label={group}
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            gap: 2,
            px: 4,
            py: 2,
            alignItems: 'center',
            borderBottom: 1,
            borderColor: 'line',
          }}
        >
          <Typography variant="body2" component="output" sx={{ color: 'quiet', minWidth: '9ch' }}>
            {pages.busy && count === 0 ? t('documents.paper.making') : null}
            {count > 0 ? t('documents.paper.pages', { count }) : null}
          </Typography>
          <ZoomButtons zoom={zoom} />
          <Box sx={{ flex: 1 }} />
          <Button onClick={out.save} loading={out.busy === 'saved'} disabled={out.busy !== null}>
            {t('common.savePdf')}
            <KeyHint keys="mod+s" />
          </Button>
          <Button
            variant="contained"
            color="primary"
            onClick={out.print}
            loading={out.busy === 'printed'}
            disabled={out.busy !== null}
          >
            {t('common.print')}
            <KeyHint keys="mod+p" />
          </Button>
        </Box>
        <Outcome failure={pages.failure} onRetry={pages.retry} />
        <Outcome failure={out.failure} />
        <Typography
          variant="body2"
          component="output"
          sx={{ px: 4, py: out.said === '' ? 0 : 2, color: 'quiet', overflowWrap: 'anywhere' }}
        >
          {out.said}
        </Typography>
        {/* Always there, so that the pages do not move when it shows. */}
        <LinearProgress aria-hidden sx={{ flex: 'none', visibility: pages.busy ? 'visible' : 'hidden' }} />
        <PdfPages pdf={pages.pdf} zoom={zoom.zoom} label={label} busy={pages.busy} onScale={setScale}>
          <VisuallyHidden>
            <Box component="span" lang={document.language} sx={{ whiteSpace: 'pre-line' }}>
              {documentText(document)}
            </Box>
          </VisuallyHidden>
        </PdfPages>
      </Box>
      <Box
        component="aside"
        sx={{
          flex: '0 0 320px',
          maxWidth: '40%',
          overflow: 'auto',
          p: 4,
          borderLeft: 1,
          borderColor: 'line',
        }}
      >
        {side}
      </Box>
    </Box>
  );
}

function Outcome({
  failure,
  onRetry,
}: {
  readonly failure: unknown;
  readonly onRetry?: () => void;
}): ReactElement | null {
  if (failure === null) return null;
  return (
    <Box sx={{ px: 4, py: 2 }}>
      <FailureMessage failure={failure} {...(onRetry && { onRetry })} />
    </Box>
  );
}

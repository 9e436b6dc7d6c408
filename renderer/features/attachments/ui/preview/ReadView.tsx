import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preview } from '#renderer/worker/documents/preview.ts';
import { readPreview } from '#renderer/worker/documents/read-document.ts';
import { type Encoding, ENCODINGS } from '#renderer/worker/import/encoding.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { Refusal } from '../../model/use-content.ts';
import { Desk, DeskBar } from './Desk.tsx';
import { numbered } from '../../model/numbered.ts';
import { LongText } from './LongText.tsx';
import { MailView } from './MailView.tsx';
import { WorkbookView } from './WorkbookView.tsx';

interface ReadViewProps {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
  readonly onRefuse: (why: Refusal) => void;
}

interface EncodingFieldProps {
  readonly encoding: Encoding;
  readonly onEncoding: (encoding: Encoding) => void;
}

/** Which encoding a text is read in: another one can be chosen where it was taken for the wrong one. */
function EncodingField({ encoding, onEncoding }: EncodingFieldProps): ReactElement {
  const { t } = useTranslation();
  return (
    <TextField
      select
      size="small"
      label={t('attachments.preview.encoding')}
      value={encoding}
      onChange={(event) => {
        const chosen = ENCODINGS.find((one) => one === event.target.value);
        if (chosen) onEncoding(chosen);
      }}
    >
      {ENCODINGS.map((one) => (
        <MenuItem key={one} value={one}>
          {one.toUpperCase()}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Rows of cells; the first may be a head, which nobody can know. */
const Cells = ({ rows }: { readonly rows: readonly (readonly string[])[] }): ReactElement => (
  <Box
    component="table"
    sx={{
      borderCollapse: 'collapse',
      typography: 'body2',
      fontVariantNumeric: 'tabular-nums',
      '& td': {
        px: 3,
        py: 1,
        maxWidth: '48ch',
        border: 1,
        borderColor: 'line',
        verticalAlign: 'top',
        whiteSpace: 'pre-wrap',
        overflowWrap: 'anywhere',
      },
    }}
  >
    <tbody>
      {numbered(rows).map(({ at: line, value: row }) => (
        <tr key={line}>
          {numbered(row).map(({ at, value }) => (
            <td key={at}>{value}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </Box>
);

/** A text, a table, a workbook or an e-mail. */
export function ReadView({ attachment, bytes, onRefuse }: ReadViewProps): ReactElement {
  const { t } = useTranslation();
  const { mediaType, name } = attachment;
  const [preview, setPreview] = useState<Exclude<Preview, { kind: 'tooLarge' }> | null>(null);
  const [encoding, setEncoding] = useState<Encoding | null>(null);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const made = await readPreview({ mediaType, bytes, ...(encoding !== null && { encoding }) });
      if (!wanted) return;
      if (made === null) onRefuse('malformed');
      else if (made.kind === 'tooLarge') onRefuse('tooLarge');
      else setPreview(made);
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [mediaType, bytes, encoding, onRefuse]);
  if (preview === null) return <LinearProgress aria-label={t('common.loading')} />;
  if (preview.kind === 'workbook') return <WorkbookView name={name} workbook={preview} />;
  const used = preview.kind === 'mail' ? null : preview.encoding;
  return (
    <>
      {(used !== null || preview.cut) && (
        <DeskBar>
          {used !== null && <EncodingField encoding={used} onEncoding={setEncoding} />}
          {preview.cut && (
            <Typography variant="body2" sx={{ color: 'quiet' }}>
              {t('attachments.preview.cut')}
            </Typography>
          )}
        </DeskBar>
      )}
      <Desk label={name}>
        <Box sx={{ p: 5 }}>
          {preview.kind === 'text' && <LongText text={preview.text} />}
          {preview.kind === 'table' && <Cells rows={preview.rows} />}
          {preview.kind === 'mail' && <MailView fileId={attachment.fileId} mail={preview} />}
        </Box>
      </Desk>
    </>
  );
}

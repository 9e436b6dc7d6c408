import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { formatMoment, formatSize } from '#shared/i18n/format.ts';
import { mediaKindOf } from '#shared/lib/media-type.ts';

interface DocumentTableProps {
  /** In the order they are shown. */
  readonly attachments: readonly Attachment[];
  readonly broken: ReadonlySet<RecordId>;
  readonly onOpen: (attachment: Attachment) => void;
  readonly onEdit: (attachment: Attachment) => void;
  readonly onSave: (attachment: Attachment) => void;
}

/** Where the focus goes back to from a document. */
export const documentLinkId = (id: RecordId): string => `document-${id}`;

/** The documents of a client file. Enter and Space show one, J and K go through them, F2 renames. */
export function DocumentTable(props: DocumentTableProps): ReactElement {
  const { attachments, broken, onOpen, onEdit, onSave } = props;
  const { t } = useTranslation();
  const list = useListKeys<HTMLTableElement>(t('clients.file.group'));
  const language = useLanguage();
  const quiet = { color: 'quiet', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;
  return (
    <Table ref={list} aria-label={t('clients.tab.documents')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('attachments.name')}</TableCell>
          <TableCell>{t('attachments.type')}</TableCell>
          <TableCell align="right">{t('attachments.size')}</TableCell>
          <TableCell>{t('attachments.addedAt')}</TableCell>
          <TableCell>
            <VisuallyHidden>{t('attachments.saveAs')}</VisuallyHidden>
          </TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {attachments.map((attachment) => (
          <TableRow
            key={attachment.id}
            hover
            onKeyDown={(event) => {
              if (event.key === 'F2') onEdit(attachment);
            }}
          >
            <TableCell sx={{ overflowWrap: 'anywhere', py: 1 }}>
              <Link
                id={documentLinkId(attachment.id)}
                component="button"
                type="button"
                underline="hover"
                onClick={() => onOpen(attachment)}
                sx={{ typography: 'body2', textAlign: 'left' }}
              >
                <bdi>{attachment.name}</bdi>
              </Link>
              {broken.has(attachment.id) && (
                <Typography variant="body2" color="error">
                  {t('attachments.broken')}
                </Typography>
              )}
            </TableCell>
            <TableCell sx={{ color: 'quiet' }}>
              {t(`attachments.kind.${mediaKindOf(attachment.mediaType)}`)}
            </TableCell>
            <TableCell align="right" sx={quiet}>
              {formatSize(attachment.size, language)}
            </TableCell>
            <TableCell sx={quiet}>{formatMoment(attachment.addedAt, language)}</TableCell>
            <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
              <Button
                size="small"
                variant="text"
                aria-label={t('attachments.renameOne', { name: attachment.name })}
                onClick={() => onEdit(attachment)}
              >
                {t('attachments.rename')}
              </Button>
              <Button
                size="small"
                aria-label={t('attachments.saveOne', { name: attachment.name })}
                onClick={() => onSave(attachment)}
                sx={{ ml: 1 }}
              >
                {t('attachments.saveAs')}
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

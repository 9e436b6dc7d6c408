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
  readonly onSave: (attachment: Attachment) => void;
}

/** The documents of a client file. */
export function DocumentTable({ attachments, broken, onOpen, onSave }: DocumentTableProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const quiet = { color: 'quiet', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' } as const;
  return (
    <Table aria-label={t('clients.tab.documents')}>
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
          <TableRow key={attachment.id} hover>
            <TableCell sx={{ overflowWrap: 'anywhere', py: 1 }}>
              <Link
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
            <TableCell align="right">
              <Button
                size="small"
                aria-label={t('attachments.saveOne', { name: attachment.name })}
                onClick={() => onSave(attachment)}
                sx={{ whiteSpace: 'nowrap' }}
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

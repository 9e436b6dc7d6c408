import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { EnclosedFile, Preview } from '#renderer/worker/documents/preview.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { formatMoment, formatSize } from '#shared/i18n/format.ts';
import { useAddDocuments } from '../../model/use-add-documents.ts';
import { numbered } from '../../model/numbered.ts';
import { LongText } from './LongText.tsx';

interface MailViewProps {
  readonly fileId: FileId;
  readonly mail: Extract<Preview, { kind: 'mail' }>;
}

interface EnclosedProps {
  readonly fileId: FileId;
  readonly enclosed: readonly EnclosedFile[];
}

/** What is attached to an e-mail; each can be taken into the client file, and from there be shown and saved. */
function Enclosed({ fileId, enclosed }: EnclosedProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { add } = useAddDocuments(fileId);
  const nameOf = ({ name }: EnclosedFile): string => name || t('attachments.preview.unnamed');
  const take = (files: readonly EnclosedFile[]): void =>
    add(files.map((file) => new File([file.bytes], nameOf(file))));
  return (
    <Box component="section" aria-label={t('attachments.preview.enclosed')} sx={{ mt: 6 }}>
      <Typography variant="h3" component="h3">
        {t('attachments.preview.enclosed')}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, maxWidth: '96ch' }}>
        {numbered(enclosed).map(({ at, value: file }) => (
          <Box
            key={at}
            component="li"
            sx={{
              display: 'flex',
              gap: 3,
              alignItems: 'center',
              py: 1,
              borderBottom: 1,
              borderColor: 'line',
            }}
          >
            <Typography variant="body2" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <bdi>{nameOf(file)}</bdi>
            </Typography>
            <Typography variant="body2" sx={{ color: 'quiet', fontVariantNumeric: 'tabular-nums' }}>
              {formatSize(file.bytes.length, language)}
            </Typography>
            <Writes>
              <Button
                size="small"
                aria-label={t('attachments.preview.takeOne', { name: nameOf(file) })}
                onClick={() => take([file])}
              >
                {t('attachments.preview.take')}
              </Button>
            </Writes>
          </Box>
        ))}
      </Box>
      {enclosed.length > 1 && (
        <Writes>
          <Button sx={{ mt: 2 }} onClick={() => take(enclosed)}>
            {t('attachments.preview.takeAll')}
          </Button>
        </Writes>
      )}
    </Box>
  );
}

/** An e-mail: its head, its words and what is attached. Of a formatted one its words: nothing in it is fetched or run. */
export function MailView({ fileId, mail }: MailViewProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const head = [
    ['from', mail.from],
    ['to', mail.to],
    ['cc', mail.cc],
    ['sentAt', mail.sentAt === null ? '' : formatMoment(mail.sentAt, language)],
  ] as const;
  return (
    <>
      <Typography variant="h2" component="h3" sx={{ overflowWrap: 'anywhere' }}>
        {mail.subject}
      </Typography>
      <Box
        component="dl"
        sx={{
          display: 'grid',
          gridTemplateColumns: 'max-content minmax(0, 1fr)',
          columnGap: 4,
          rowGap: 1,
          my: 4,
          typography: 'body2',
          '& dt': { color: 'quiet' },
          '& dd': { m: 0, overflowWrap: 'anywhere' },
        }}
      >
        {head
          .filter(([, text]) => text !== '')
          .map(([key, text]) => (
            <Box key={key} sx={{ display: 'contents' }}>
              <dt>{t(`attachments.preview.${key}`)}</dt>
              <dd>{text}</dd>
            </Box>
          ))}
      </Box>
      <LongText text={mail.text} />
      {mail.enclosed.length > 0 && <Enclosed fileId={fileId} enclosed={mail.enclosed} />}
    </>
  );
}

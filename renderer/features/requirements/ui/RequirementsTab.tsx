import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import type { FileId } from '#shared/domain/ids.ts';
import type { Requirement, RequirementsDocument } from '#shared/domain/requirement.ts';
import { useClient } from '#renderer/entities/client/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useRequirementsDocumentsOf, useRequirementsOf } from '#renderer/entities/requirement/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { NewDocumentDialog } from './NewDocumentDialog.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface DocumentItemProps {
  readonly document: RequirementsDocument;
  readonly requirements: readonly Requirement[];
}

function DocumentItem({ document, requirements }: DocumentItemProps): ReactElement {
  const { t } = useTranslation();
  const own = requirements.filter(
    ({ documentId, status }) => documentId === document.id && status !== 'dropped',
  );
  const open = own.filter(({ status }) => status !== 'done');
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 3,
        py: 2,
        borderBottom: 1,
        borderColor: 'line',
        alignItems: 'baseline',
      }}
    >
      <Link component={RouterLink} to={routes.requirements(document.fileId, document.id)} variant="body1">
        {document.title === '' ? t('requirements.untitled') : document.title}
      </Link>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('requirements.count', { count: own.length })}
        {own.length > 0 && ` · ${t('requirements.countOpen', { count: open.length })}`}
      </Typography>
    </Box>
  );
}

/** The requirements documents of a client file, and the way to a new one. */
export function RequirementsTab({ fileId }: { readonly fileId: FileId }): ReactElement {
  const { t } = useTranslation();
  const client = useClient(fileId);
  const practice = usePractice();
  const documents = useRequirementsDocumentsOf(fileId);
  const requirements = useRequirementsOf(fileId);
  const [choosing, setChoosing] = useState(false);
  const create = (): void => setChoosing(true);
  useCommands([
    {
      id: 'requirements.new',
      writes: true,
      title: t('requirements.newDocument'),
      group: t('requirements.group'),
      keys: 'shift+r',
      run: create,
    },
  ]);
  if (!client || !practice || !documents || !requirements)
    return <Box sx={{ p: 6 }}>{t('common.loading')}</Box>;
  const button = (
    <Writes>
      <Button onClick={create}>
        {t('requirements.newDocument')} <KeyHint keys="shift+r" />
      </Button>
    </Writes>
  );
  return (
    <>
      {documents.length === 0 ? (
        <EmptyState title={t('requirements.emptyTitle')} text={t('requirements.emptyText')} action={button} />
      ) : (
        <Box sx={{ px: 6, py: 4 }}>
          <Box
            component="ul"
            aria-label={t('requirements.group')}
            sx={{ m: 0, mb: 4, p: 0, listStyle: 'none' }}
          >
            {documents.map((document) => (
              <DocumentItem key={document.id} document={document} requirements={requirements} />
            ))}
          </Box>
          {button}
        </Box>
      )}
      {choosing && (
        <NewDocumentDialog
          fileId={fileId}
          language={client.language}
          kind={practice.kind}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}

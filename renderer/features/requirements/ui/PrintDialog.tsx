import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { suggestedName } from '#shared/documents/file-name.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Note } from '#shared/domain/note.ts';
import type { Practice } from '#shared/domain/practice.ts';
import { requirementLabel, type Requirement, type RequirementsDocument } from '#shared/domain/requirement.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { NotForClient } from '#renderer/ui/looking/index.ts';
import { usePassOnGate } from '#renderer/entities/consent/index.ts';
import { PaperPanel } from '#renderer/entities/paper/index.ts';
import { requirementsPaper } from '../model/paper.ts';

interface PrintDialogProps {
  readonly document: RequirementsDocument;
  readonly requirements: readonly Requirement[];
  readonly client: Client;
  readonly practice: Practice;
  readonly notes: readonly Note[];
  readonly onClose: () => void;
}

function HeldBack({ requirements }: { readonly requirements: readonly Requirement[] }): ReactElement {
  const { t } = useTranslation();
  if (requirements.length === 0)
    return <Typography sx={{ color: 'quiet' }}>{t('requirements.heldBackNone')}</Typography>;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h3" component="h2">
        {t('requirements.heldBack', { count: requirements.length })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('requirements.heldBackHint')}
      </Typography>
      {requirements.map(({ id, number, text }) => (
        <Typography key={id} variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {requirementLabel(number)} {text}
        </Typography>
      ))}
    </Box>
  );
}

/** The document on paper, to be printed or saved; over the whole window. */
export function PrintDialog(props: PrintDialogProps): ReactElement {
  const { document, requirements, client, practice, notes, onClose } = props;
  const { t } = useTranslation();
  const { language } = client;
  const today = dayOf(systemClock.now());
  const passOn = usePassOnGate(client);
  const paper = useMemo(
    () => requirementsPaper({ document, requirements, client, practice, notes, language, today }),
    [document, requirements, client, practice, notes, language, today],
  );
  return (
    <Dialog fullScreen open onClose={onClose} aria-labelledby="print-requirements">
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', pr: 5 }}>
        <DialogTitle id="print-requirements">{document.title}</DialogTitle>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Box>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <PaperPanel
          document={paper.document}
          suggestedName={suggestedName(document.title, client.name, formatDay(today, language))}
          label={t('requirements.pages')}
          mayGo={passOn.mayGo}
          onOut={() => undefined}
          logged={{ document: 'requirements', fileId: client.fileId }}
          side={
            <Box sx={{ display: 'grid', gap: 5, alignContent: 'start' }}>
              {passOn.choice}
              <NotForClient>
                <HeldBack requirements={paper.heldBack} />
              </NotForClient>
            </Box>
          }
        />
      </Box>
      {passOn.dialog}
    </Dialog>
  );
}

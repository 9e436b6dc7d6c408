import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import ListItemButton from '@mui/material/ListItemButton';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { FileId } from '#shared/domain/ids.ts';
import type { PracticeKind } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import {
  fillerFor,
  type Offered,
  offeredRequirements,
  type StartingRequirements,
  tellUnknown,
} from '#renderer/entities/template/index.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { shownText } from '#shared/templates/text-fields.ts';
import { routes } from '#renderer/lib/routes.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { createFromTemplate } from '../model/commands.ts';

interface NewDocumentDialogProps {
  readonly fileId: FileId;
  /** The client's language: the document is written in it. */
  readonly language: Language;
  readonly kind: PracticeKind;
  readonly onClose: () => void;
}

type Chosen = Offered<StartingRequirements>;

const takeFocus = (button: HTMLElement | null): void => button?.focus();

function useTemplates(language: Language, kind: PracticeKind) {
  const [templates, setTemplates] = useState<readonly Chosen[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    offeredRequirements(language, kind).then(
      (read) => wanted && setTemplates(read),
      (thrown: unknown) => wanted && setFailure(thrown),
    );
    return () => {
      wanted = false;
    };
  }, [language, kind]);
  return { templates, failure, setFailure };
}

function TemplateLine({ own, language, template }: Chosen): ReactElement {
  const { t } = useTranslation();
  const practice = usePractice();
  const titles = template.sections.map(({ title }) => (practice ? shownText(title, practice, t) : title));
  return (
    <>
      <Typography lang={language}>
        {template.name === '' ? t('templates.untitled') : template.name}
      </Typography>
      {own && (
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t('templates.own')} · {t(`domain.language.${language}`)}
        </Typography>
      )}
      <Typography variant="body2" lang={language} sx={{ color: 'quiet' }}>
        {titles.join(' · ')}
      </Typography>
    </>
  );
}

/** Chooses the template that a new document starts from, and opens the document. */
export function NewDocumentDialog({ fileId, language, kind, onClose }: NewDocumentDialogProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { templates, failure, setFailure } = useTemplates(language, kind);
  const start = async (chosen: Chosen): Promise<void> => {
    try {
      const filler = await fillerFor(fileId, chosen.language, systemClock.now(), null);
      const id = await createFromTemplate(fileId, chosen.template, filler);
      tellUnknown(filler, t);
      await navigate(routes.requirements(fileId, id));
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby="new-requirements">
      <DialogTitle id="new-requirements">{t('requirements.startFrom')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" sx={{ color: 'quiet', mb: 2 }}>
          {t('requirements.startFromHint')}
        </Typography>
        {failure !== null && <FailureMessage failure={failure} />}
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {templates.map((chosen, index) => (
            <li key={chosen.template.id}>
              <ListItemButton
                component="button"
                ref={index === 0 ? takeFocus : null}
                onClick={() => void start(chosen)}
                sx={{
                  width: 1,
                  display: 'block',
                  py: 2,
                  textAlign: 'left',
                  border: 0,
                  bgcolor: 'transparent',
                  font: 'inherit',
                  color: 'inherit',
                }}
              >
                <TemplateLine {...chosen} />
              </ListItemButton>
            </li>
          ))}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </DialogActions>
    </Dialog>
  );
}

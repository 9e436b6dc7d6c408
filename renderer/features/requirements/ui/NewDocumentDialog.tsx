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
import type { RequirementsTemplate } from '#shared/domain/template.ts';
import type { Language } from '#shared/domain/values.ts';
import { requirementsTemplates } from '#renderer/entities/template/index.ts';
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

const takeFocus = (button: HTMLElement | null): void => button?.focus();

function useTemplates(language: Language, kind: PracticeKind) {
  const [templates, setTemplates] = useState<readonly RequirementsTemplate[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    requirementsTemplates(language, kind).then(
      (read) => wanted && setTemplates(read),
      (thrown: unknown) => wanted && setFailure(thrown),
    );
    return () => {
      wanted = false;
    };
  }, [language, kind]);
  return { templates, failure, setFailure };
}

/** Chooses the template that a new document starts from, and opens the document. */
export function NewDocumentDialog({ fileId, language, kind, onClose }: NewDocumentDialogProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { templates, failure, setFailure } = useTemplates(language, kind);
  const start = async (template: RequirementsTemplate): Promise<void> => {
    try {
      const id = await createFromTemplate(fileId, template);
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
          {templates.map((template, index) => (
            <li key={template.id}>
              <ListItemButton
                component="button"
                ref={index === 0 ? takeFocus : null}
                onClick={() => void start(template)}
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
                <Typography lang={language}>{template.name}</Typography>
                <Typography variant="body2" lang={language} sx={{ color: 'quiet' }}>
                  {template.sections.map(({ title }) => title).join(' · ')}
                </Typography>
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

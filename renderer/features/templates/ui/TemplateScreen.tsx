import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { type RecordId, recordIdSchema } from '#shared/domain/ids.ts';
import type { Practice } from '#shared/domain/practice.ts';
import type { Templates } from '#shared/domain/template.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useBuiltInTemplates, useOwnTemplate } from '#renderer/entities/template/index.ts';
import { useRestoredCount } from '#renderer/lib/restored.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import type { BuiltIn } from '../model/copies.ts';
import { BuiltInScreen } from './BuiltInScreen.tsx';
import { OwnTemplateScreen, type Sheet } from './OwnTemplateScreen.tsx';

function Missing(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <EmptyState
      title={t('templates.missing.title')}
      text={t('templates.missing.text')}
      action={<Button onClick={() => void navigate(routes.templates)}>{t('templates.open')}</Button>}
    />
  );
}

interface OneProps {
  readonly practice: Practice;
  readonly Sheet: Sheet;
}

function Own({ id, ...props }: OneProps & { readonly id: RecordId }): ReactElement {
  const { t } = useTranslation();
  const template = useOwnTemplate(id);
  // Set back by undo or out of its history, a template is opened anew.
  const restored = useRestoredCount(id);
  if (template === undefined) return <EmptyState title={t('common.loading')} text="" />;
  if (template === null) return <Missing />;
  return <OwnTemplateScreen key={restored} template={template} {...props} />;
}

function builtInOf({ meetings, requirements }: Templates, id: string): BuiltIn | null {
  const meeting = meetings.find((one) => one.id === id);
  if (meeting) return { of: 'meeting', template: meeting };
  const found = requirements.find((one) => one.id === id);
  return found ? { of: 'requirements', template: found } : null;
}

function TheApps({ id, practice, Sheet }: OneProps & { readonly id: string }): ReactElement {
  const { t } = useTranslation();
  const templates = useBuiltInTemplates(practice.language);
  if (!templates) return <EmptyState title={t('common.loading')} text="" />;
  const one = builtInOf(templates, id);
  return one ? <BuiltInScreen one={one} practice={practice} Sheet={Sheet} /> : <Missing />;
}

/** One template, by its id in the address: an own one to be changed, or one of the app's. */
export function TemplateScreen({ Sheet }: { readonly Sheet: Sheet }): ReactElement {
  const { t } = useTranslation();
  const practice = usePractice();
  const { templateId = '' } = useParams();
  const own = recordIdSchema.safeParse(templateId);
  if (!practice) return <EmptyState title={t('common.loading')} text="" />;
  return own.success ? (
    <Own key={templateId} id={own.data} practice={practice} Sheet={Sheet} />
  ) : (
    <TheApps key={templateId} id={templateId} practice={practice} Sheet={Sheet} />
  );
}

import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { routes } from '#renderer/lib/routes.ts';
import { Section } from '#renderer/ui/Section.tsx';

/** The way to the templates. */
export function TemplatesSection(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Section title={t('templates.title')} text={t('templates.text')}>
      <div>
        <Button onClick={() => void navigate(routes.templates)}>{t('templates.open')}</Button>
      </div>
    </Section>
  );
}

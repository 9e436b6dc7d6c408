import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { routes } from '#renderer/lib/routes.ts';
import { Section } from '#renderer/ui/Section.tsx';

/** The way to the activity log. */
export function ActivitySection(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Section title={t('activity.title')} text={t('activity.text')}>
      <div>
        <Button onClick={() => void navigate(routes.activity)}>{t('activity.open')}</Button>
      </div>
    </Section>
  );
}

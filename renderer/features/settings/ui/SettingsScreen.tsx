import Box from '@mui/material/Box';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { AboutSection } from './AboutSection.tsx';
import { ActivitySection } from './ActivitySection.tsx';
import { DocumentsSection } from './DocumentsSection.tsx';
import { LookSection, SafetySection, type SettingsProps } from './AppSection.tsx';
import { OwnFieldsSection } from './OwnFieldsSection.tsx';
import { PracticeSection } from './PracticeSection.tsx';
import { SampleSection } from './SampleSection.tsx';
import { ScansSection } from './ScansSection.tsx';
import { ScoreSection } from './ScoreSection.tsx';
import { ServicesSection } from './ServicesSection.tsx';
import { StagesSection } from './StagesSection.tsx';
import { TemplatesSection } from './TemplatesSection.tsx';
import { SecuritySection } from './security/SecuritySection.tsx';

interface SettingsScreenProps extends SettingsProps {
  /** The part about backups. */
  readonly backups: ReactNode;
}

/** Everything that can be set. Each change holds at once; nothing has to be saved. */
export function SettingsScreen({ backups, ...props }: SettingsScreenProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <ScreenHeader title={t('settings.title')} meta={t('settings.meta')} />
      <Box sx={{ px: 6, pb: 8 }}>
        <LookSection {...props} />
        <SafetySection {...props} />
        {backups}
        <SecuritySection />
        <ActivitySection />
        <PracticeSection />
        <ServicesSection />
        <StagesSection />
        <OwnFieldsSection of="clients" />
        <OwnFieldsSection of="engagements" />
        <TemplatesSection />
        <ScoreSection />
        <DocumentsSection />
        <ScansSection />
        <SampleSection />
        <AboutSection />
      </Box>
    </>
  );
}

import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';

const TABS = ['clients', 'people'] as const;
type DuplicatesTab = (typeof TABS)[number];

/** What is looked through for who is there twice. */
export function DuplicatesTabs({ now }: { readonly now: DuplicatesTab }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = (tab: DuplicatesTab): void =>
    void navigate(tab === 'people' ? routes.samePeople : routes.duplicates, { replace: true });
  useCommands(
    TABS.map((tab, index) => ({
      id: `duplicates.tab.${tab}`,
      keys: String(index + 1),
      title: t(`duplicates.tab.${tab}`),
      group: t('duplicates.title'),
      run: () => open(tab),
    })),
  );
  return (
    <Tabs
      value={now}
      aria-label={t('duplicates.tab.label')}
      onChange={(_, to: DuplicatesTab) => open(to)}
      sx={{ px: 6, mb: 4 }}
    >
      {TABS.map((tab) => (
        <Tab key={tab} value={tab} label={t(`duplicates.tab.${tab}`)} />
      ))}
    </Tabs>
  );
}

import Box from '@mui/material/Box';
import { type ReactElement, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useOpenTasks } from '#renderer/entities/task/index.ts';
import { useIdle } from '#renderer/lib/idle.ts';
import { useLooking } from '#renderer/lib/looking.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { dayOf, formatNumber } from '#shared/i18n/format.ts';
import { SIZES } from '#renderer/ui/theme/index.ts';

interface RailLinkProps {
  readonly to: string;
  readonly name: string;
  readonly count?: ReactNode;
}

const RailLink = ({ to, name, count }: RailLinkProps): ReactElement => (
  <Box
    component={NavLink}
    to={to}
    sx={{
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: 2,
      minHeight: SIZES.row.compact,
      pl: '14px',
      pr: 3,
      borderLeft: '2px solid transparent',
      color: 'text.primary',
      textDecoration: 'none',
      '&:hover': { bgcolor: 'hover' },
      '&:focus-visible': { outlineOffset: -2 },
      '&.active': { borderLeftColor: 'ink', bgcolor: 'selected', fontWeight: 'fontWeightBold' },
    }}
  >
    <span>{name}</span>
    {count}
  </Box>
);

const Count = ({ of, label }: { readonly of: number; readonly label: string }): ReactElement | null => {
  const language = useLanguage();
  if (of === 0) return null;
  return (
    <Box
      component="span"
      sx={{ color: 'quiet', fontWeight: 'fontWeightRegular', fontVariantNumeric: 'tabular-nums' }}
    >
      <span aria-hidden>{formatNumber(of, language)}</span>
      <Box component="span" sx={{ position: 'absolute', clipPath: 'inset(50%)', whiteSpace: 'nowrap' }}>
        {label}
      </Box>
    </Box>
  );
};

function useTaskCounts(): { readonly open: number; readonly due: number } {
  const tasks = useOpenTasks();
  return useMemo(() => {
    const today = dayOf(systemClock.now());
    const due = tasks?.filter(({ dueOn }) => dueOn !== null && dueOn <= today);
    return { open: tasks?.length ?? 0, due: due?.length ?? 0 };
  }, [tasks]);
}

function DueCount(): ReactElement {
  const { t } = useTranslation();
  const { due } = useTaskCounts();
  return <Count of={due} label={t('shell.rail.due', { count: due })} />;
}

function OpenCount(): ReactElement {
  const { t } = useTranslation();
  const { open } = useTaskCounts();
  return <Count of={open} label={t('shell.rail.open', { count: open })} />;
}

/** The parts of the app, as words with counts. */
export function Rail(): ReactElement {
  const { t } = useTranslation();
  // Counting reads every open task; the screen itself comes first.
  const idle = useIdle();
  const looking = useLooking();
  return (
    <Box
      component="nav"
      aria-label={t('shell.rail.label')}
      sx={{
        gridArea: 'rail',
        borderRight: 1,
        borderColor: 'line',
        py: 2,
        display: 'flex',
        flexDirection: 'column',
        overflow: 'auto',
      }}
    >
      <RailLink to={routes.today} name={t('shell.rail.today')} count={idle && <DueCount />} />
      {looking === null && (
        <>
          <RailLink to={routes.clients} name={t('shell.rail.clients')} />
          <RailLink to={routes.forgotten} name={t('register.rail')} />
        </>
      )}
      {looking?.fileId != null && <RailLink to={routes.file(looking.fileId)} name={t('looking.rail')} />}
      <RailLink to={routes.tasks} name={t('shell.rail.tasks')} count={idle && <OpenCount />} />
      <RailLink to={routes.search} name={t('search.rail')} />
      <Box sx={{ flex: 1 }} />
      {looking === null && <RailLink to={routes.settings} name={t('shell.rail.settings')} />}
    </Box>
  );
}

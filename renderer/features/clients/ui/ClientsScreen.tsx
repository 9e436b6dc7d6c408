import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLanguage } from '#renderer/lib/language.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { runCommand, useCommands } from '#renderer/ui/commands/index.ts';
import { LIFECYCLE_STAGES, type LifecycleStage } from '#shared/domain/client.ts';
import { routes } from '#renderer/lib/routes.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { useRows } from '../model/useRows.ts';
import { changeView, useRegisterView } from '../model/view.ts';
import { Register } from './Register.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

const LIST_KEYS: Readonly<Record<string, string>> = {
  ArrowDown: 'clients.downArrow',
  ArrowUp: 'clients.upArrow',
  Enter: 'clients.open',
};

function useFilterField(): { readonly ref: React.RefObject<HTMLInputElement | null> } {
  const { t } = useTranslation();
  const ref = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'clients.filter',
      title: t('clients.command.filter'),
      group: t('clients.title'),
      keys: '/',
      run: () => {
        ref.current?.focus();
        ref.current?.select();
      },
    },
  ]);
  return { ref };
}

/** Filter, stage, and how many are shown. */
function Toolbar({ shown, total }: { readonly shown: number; readonly total: number }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { query, stage } = useRegisterView();
  const { ref } = useFilterField();
  const steer = (event: KeyboardEvent): void => {
    const command = LIST_KEYS[event.key];
    if (command !== undefined) {
      event.preventDefault();
      runCommand(command);
    }
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      changeView({ query: '' });
    }
  };
  const count = t('clients.count', { count: total, number: formatNumber(total, language) });
  return (
    <Box sx={{ display: 'flex', gap: 3, px: 6, pb: 3, alignItems: 'center', flexWrap: 'wrap' }}>
      <TextField
        inputRef={ref}
        value={query}
        onChange={(event) => changeView({ query: event.target.value })}
        onKeyDown={steer}
        placeholder={t('clients.filter')}
        slotProps={{ htmlInput: { 'aria-label': t('clients.filter'), type: 'search' } }}
        sx={{ width: 420 }}
      />
      <TextField
        select
        value={stage ?? ''}
        onChange={(event) =>
          changeView({ stage: event.target.value === '' ? null : (event.target.value as LifecycleStage) })
        }
        slotProps={{
          select: { displayEmpty: true, SelectDisplayProps: { 'aria-label': t('clients.stageFilter') } },
        }}
        sx={{ width: 200 }}
      >
        <MenuItem value="">{t('clients.anyStage')}</MenuItem>
        {LIFECYCLE_STAGES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`domain.stage.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <Typography variant="body2" component="output" sx={{ color: 'quiet' }}>
        {shown === total ? count : t('clients.countOf', { shown: formatNumber(shown, language), all: count })}
      </Typography>
    </Box>
  );
}

function NothingFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('clients.noneFound.title')}
      text={t('clients.noneFound.text')}
      action={
        <Button onClick={() => changeView({ query: '', stage: null })}>{t('clients.noneFound.clear')}</Button>
      }
    />
  );
}

interface ClientsScreenProps {
  /** Opens the form for a new client. */
  readonly onNewClient: () => void;
}

/** The register of clients. */
export function ClientsScreen({ onNewClient }: ClientsScreenProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const loaded = useRows();
  const create = (
    <Writes>
      <Button variant="contained" color="primary" onClick={onNewClient}>
        {t('clients.new')}
        <KeyHint keys="mod+n" />
      </Button>
    </Writes>
  );
  const importButton = (
    <Writes>
      <Button onClick={() => void navigate(routes.import)}>{t('imports.command')}</Button>
    </Writes>
  );
  const empty = loaded?.total === 0;
  return (
    <>
      <ScreenHeader title={t('clients.title')}>
        {!empty && (
          <>
            <Button onClick={() => void navigate(routes.conflicts)}>
              {t('conflicts.title')}
              <KeyHint keys="mod+shift+k" />
            </Button>
            {importButton}
            {create}
          </>
        )}
      </ScreenHeader>
      {empty && (
        <EmptyState
          title={t('clients.empty.title')}
          text={t('clients.empty.text')}
          action={
            <>
              {create}
              {importButton}
            </>
          }
        />
      )}
      {loaded && !empty && (
        <>
          <Toolbar shown={loaded.rows.length} total={loaded.total} />
          {loaded.rows.length === 0 ? <NothingFound /> : <Register rows={loaded.rows} />}
        </>
      )}
    </>
  );
}

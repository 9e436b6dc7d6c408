import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useRegisterViews } from '#renderer/entities/register-view/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { Client } from '#shared/domain/client.ts';
import { useRememberedLook } from '../model/useRememberedLook.ts';
import { type ShownRows, useRows } from '../model/useRows.ts';
import { clearFilter, useRegisterView } from '../model/view.ts';
import { ActiveFilters } from './ActiveFilters.tsx';
import { Board } from './Board.tsx';
import { BulkBar } from './BulkBar.tsx';
import { Register } from './Register.tsx';
import { Toolbar } from './Toolbar.tsx';

function NothingFound(): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t('clients.noneFound.title')}
      text={t('clients.noneFound.text')}
      action={<Button onClick={clearFilter}>{t('clients.noneFound.clear')}</Button>}
    />
  );
}

const Shown = (shown: ShownRows): ReactElement => {
  const { layout } = useRegisterView(({ look }) => look);
  return layout === 'board' ? <Board {...shown} /> : <Register {...shown} />;
};

interface ClientsScreenProps {
  /** Opens the form for a new client. */
  readonly onNewClient: () => void;
  /** Asks whether to erase the files of clients for good. */
  readonly onErase: (clients: readonly Client[]) => void;
}

/** The register of clients. */
export function ClientsScreen({ onNewClient, onErase }: ClientsScreenProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const views = useRegisterViews();
  const remembered = useRememberedLook(views);
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
  const forgotten = useRegisterView(({ viewId }) => viewId === 'forgotten');
  return (
    <>
      <ScreenHeader title={t(forgotten ? 'register.builtIn.forgotten' : 'clients.title')}>
        {!empty && (
          <>
            <Button onClick={() => void navigate(routes.conflicts)}>
              {t('conflicts.title')}
              <KeyHint keys="mod+shift+k" />
            </Button>
            <Button onClick={() => void navigate(routes.duplicates)}>{t('duplicates.title')}</Button>
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
      {loaded && remembered && !empty && (
        <>
          <Toolbar shown={loaded.rows.length} total={loaded.total} kept={views?.named ?? []} />
          <ActiveFilters />
          <BulkBar {...loaded} onErase={onErase} />
          {loaded.rows.length === 0 ? <NothingFound /> : <Shown {...loaded} />}
        </>
      )}
    </>
  );
}

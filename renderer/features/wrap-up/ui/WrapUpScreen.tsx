import Button from '@mui/material/Button';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { RecordId } from '#shared/domain/ids.ts';
import { routes } from '#renderer/lib/routes.ts';
import { loadWrapUp, type LoadedWrapUp } from '#renderer/operations/wrap-up-load.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { WrapUpSheet } from './WrapUpSheet.tsx';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly failure: unknown }
  | { readonly state: 'open'; readonly loaded: LoadedWrapUp | null };

function useWrapUp(noteId: RecordId): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    let wanted = true;
    const show = (next: Loaded): void => {
      if (wanted) setLoaded(next);
    };
    loadWrapUp(noteId).then(
      (found) => show({ state: 'open', loaded: found }),
      (failure: unknown) => show({ state: 'failed', failure }),
    );
    return () => {
      wanted = false;
    };
  }, [noteId]);
  return loaded;
}

/** The end of a meeting: what was marked, on one sheet, confirmed by one key. */
export function WrapUpScreen(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const noteId = useParams()['noteId'] as RecordId;
  const wrapUp = useWrapUp(noteId);
  if (wrapUp.state === 'loading') return <EmptyState title={t('common.loading')} text="" />;
  if (wrapUp.state === 'failed') return <FailureMessage failure={wrapUp.failure} />;
  if (wrapUp.loaded) return <WrapUpSheet key={noteId} loaded={wrapUp.loaded} />;
  return (
    <EmptyState
      title={t('wrapup.missing.title')}
      text={t('wrapup.missing.text')}
      action={<Button onClick={() => void navigate(routes.clients)}>{t('wrapup.missing.clients')}</Button>}
    />
  );
}

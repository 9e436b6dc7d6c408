import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { isReadOnly } from '#renderer/db/index.ts';
import { ReadOnly } from '#renderer/ui/read-only/index.ts';
import { startSearch } from '#renderer/entities/search/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { sightOf, useLooking } from '#renderer/lib/looking.ts';
import { routes } from '#renderer/lib/routes.ts';
import { startDocumentTexts } from '#renderer/operations/document-texts.ts';
import { startReminderPlan } from '#renderer/operations/reminder-plan.ts';
import { followScans } from '#renderer/operations/scans.ts';
import { appRoutes } from './routes.tsx';
import { useSpaceNotices } from './session/useSpaceNotices.ts';
import { useAttachmentCheck } from './session/useAttachmentCheck.ts';
import { ClosingDialog } from './session/ClosingDialog.tsx';
import { useStageNames } from './session/useStageNames.ts';
import { useBackups } from './session/useBackups.ts';

/** The first screen gets its address before the router looks: a redirect would overtake a key struck at first sight. */
function firstRouter(): ReturnType<typeof createHashRouter> {
  if (['', '#', '#/'].includes(window.location.hash)) {
    window.history.replaceState(null, '', `#${routes.today}`);
  }
  return createHashRouter(appRoutes);
}

type Router = ReturnType<typeof firstRouter>;

/** Every screen. Made anew when something else may be seen, so that nothing of before is left in any of them. */
function Screens({ onRouter }: { readonly onRouter: (router: Router) => void }): ReactElement {
  const [router] = useState(firstRouter);
  useEffect(() => {
    onRouter(router);
    return () => router.dispose();
  }, [router, onRouter]);
  return <RouterProvider router={router} />;
}

/** The app over an open vault: routes, and what runs as long as the vault is open. */
export function OpenVault(): ReactElement {
  const router = useRef<Router | null>(null);
  const keepRouter = useCallback((current: Router) => {
    router.current = current;
  }, []);
  const looking = useLooking();
  const language = useLanguage();
  useSpaceNotices();
  useStageNames();
  useEffect(() => startReminderPlan(language), [language]);
  useEffect(startSearch, []);
  useEffect(startDocumentTexts, []);
  useEffect(followScans, []);
  useAttachmentCheck();
  useBackups(() => void router.current?.navigate(routes.backups));
  return (
    <ReadOnly value={isReadOnly()}>
      <Screens key={sightOf(looking)} onRouter={keepRouter} />
      <ClosingDialog />
    </ReadOnly>
  );
}

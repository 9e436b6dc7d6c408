import { type ReactElement, useEffect, useState } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { isReadOnly } from '#renderer/db/index.ts';
import { ReadOnly } from '#renderer/ui/read-only/index.ts';
import { startSearch } from '#renderer/entities/search/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { startDocumentTexts } from '#renderer/operations/document-texts.ts';
import { startReminderPlan } from '#renderer/operations/reminder-plan.ts';
import { appRoutes } from './routes.tsx';
import { useSpaceNotices } from './session/useSpaceNotices.ts';
import { useAttachmentCheck } from './session/useAttachmentCheck.ts';
import { ClosingDialog } from './session/ClosingDialog.tsx';
import { useBackups } from './session/useBackups.ts';

/** The first screen gets its address before the router looks: a redirect would overtake a key struck at first sight. */
function firstRouter(): ReturnType<typeof createHashRouter> {
  if (['', '#', '#/'].includes(window.location.hash)) {
    window.history.replaceState(null, '', `#${routes.today}`);
  }
  return createHashRouter(appRoutes);
}

/** The app over an open vault: routes, and what runs as long as the vault is open. */
export function OpenVault(): ReactElement {
  const [router] = useState(firstRouter);
  useSpaceNotices();
  useEffect(startReminderPlan, []);
  useEffect(startSearch, []);
  useEffect(startDocumentTexts, []);
  useAttachmentCheck();
  useBackups(() => void router.navigate(routes.backups));
  useEffect(() => () => router.dispose(), [router]);
  return (
    <ReadOnly value={isReadOnly()}>
      <RouterProvider router={router} />
      <ClosingDialog />
    </ReadOnly>
  );
}

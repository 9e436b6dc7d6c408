import { type ReactElement, useEffect, useState } from 'react';
import { createHashRouter, RouterProvider } from 'react-router';
import { startReminderPlan } from '#renderer/operations/reminder-plan.ts';
import { appRoutes } from './routes.tsx';
import { useSpaceNotices } from './session/useSpaceNotices.ts';
import { useAttachmentCheck } from './session/useAttachmentCheck.ts';

/** The app over an open vault: routes, and what runs as long as the vault is open. */
export function OpenVault(): ReactElement {
  const [router] = useState(() => createHashRouter(appRoutes));
  useSpaceNotices();
  useEffect(startReminderPlan, []);
  useAttachmentCheck();
  useEffect(() => () => router.dispose(), [router]);
  return <RouterProvider router={router} />;
}

import { type ReactElement, useEffect } from 'react';
import { Outlet, useNavigate } from 'react-router';
import { lookingNow } from '#renderer/lib/looking.ts';
import { routes } from '#renderer/lib/routes.ts';
import { platform } from '#renderer/platform/index.ts';
import { runKeys, runCommand, useKeyDispatcher } from '#renderer/ui/commands/index.ts';
import { Overlays } from './Overlays.tsx';
import { useAppCommands } from './useAppCommands.ts';

/** What the application menu of the main process asks for, by the command or the keys that do it here. */
function useMenu(): void {
  useEffect(
    () =>
      platform().on('menu.command', ({ command }) => {
        switch (command) {
          case 'palette':
            return runCommand('app.palette');
          case 'newClient':
            return runCommand('client.new');
          case 'meeting':
            return runKeys('mod+m');
          case 'print':
            return runKeys('mod+p');
          case 'lock':
            return runCommand('app.lock');
          case 'settings':
            return runCommand('go.settings');
          case 'help':
            return runCommand('app.keys');
          default:
            return command satisfies never;
        }
      }),
    [],
  );
}

/** A click on a notification opens the file it speaks of. */
function useNotificationClicks(): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      platform().on('reminders.open', ({ fileId }) => {
        const hidden = lookingNow() !== null && lookingNow()?.fileId !== fileId;
        void navigate(fileId === null || hidden ? routes.today : routes.file(fileId));
      }),
    [navigate],
  );
}

/** What is there on every screen: keys, commands, the menu, and what opens over a screen. */
export function Root(): ReactElement {
  useKeyDispatcher();
  useAppCommands();
  useMenu();
  useNotificationClicks();
  return (
    <>
      <Outlet />
      <Overlays />
    </>
  );
}

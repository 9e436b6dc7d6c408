import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { actionText, redo, undo, useUndoState } from '#renderer/entities/history/index.ts';
import { useLooking } from '#renderer/lib/looking.ts';
import { lookingCommands } from '#renderer/entities/looking/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { watched } from '#renderer/ui/watched.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { lock } from '../session/lock.ts';
import { showOverlay } from './overlays.ts';
import { useFileInHand } from './SightGuard.tsx';
import { type Step, STEP_KEYS } from './way.ts';

/** Undo and redo, named after what they would turn back. */
function useUndoCommands(): void {
  const { t } = useTranslation();
  const app = t('shell.app');
  const { undo: last, redo: undone } = useUndoState();
  useCommands([
    ...(last
      ? [
          {
            id: 'app.undo',
            writes: true,
            title: t('undo.undoWhat', { what: actionText(last, t) }),
            group: app,
            keys: 'mod+z',
            // A text that is being typed has an undo of its own.
            whileTyping: false,
            run: () => undo(t),
          },
        ]
      : []),
    ...(undone
      ? [
          {
            id: 'app.redo',
            writes: true,
            title: t('undo.redoWhat', { what: actionText(undone, t) }),
            group: app,
            keys: 'mod+shift+z',
            whileTyping: false,
            run: () => redo(t),
          },
        ]
      : []),
  ]);
}

/** Back to the screen before, and forward again. */
function useStepCommands(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const step = (way: Step, by: number) => ({
    id: `go.${way}`,
    title: t(`shell.command.${way}`),
    group: t('shell.go'),
    keys: STEP_KEYS[way],
    run: () => void navigate(by),
  });
  useCommands([step('back', -1), step('forward', 1)]);
}

/** Commands that work on every screen. */
export function useAppCommands(): void {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const go = t('shell.go');
  const app = t('shell.app');
  const goTo = (id: string, title: string, keys: string | null, to: string) => ({
    id: `go.${id}`,
    title,
    group: go,
    ...(keys !== null && { keys }),
    run: () => void navigate(to),
  });
  const looking = useLooking();
  const inHand = useFileInHand();
  useUndoCommands();
  useStepCommands();
  useCommands([
    {
      id: 'app.palette',
      title: t('shell.command.palette'),
      group: app,
      keys: 'mod+k',
      run: () => showOverlay({ kind: 'palette' }),
    },
    // What would show other clients is not offered to whoever looks; the screens themselves are put away too.
    ...(looking === null
      ? [
          {
            id: 'client.new',
            writes: true,
            title: t('shell.command.newClient'),
            group: app,
            keys: 'mod+n',
            run: () => showOverlay({ kind: 'newClient', name: '' }),
          },
          goTo('clients', t('shell.command.clients'), 'mod+2', routes.clients),
          goTo('forgotten', t('register.command'), 'mod+4', routes.forgotten),
          goTo('conflicts', t('conflicts.command'), 'mod+shift+k', routes.conflicts),
          goTo('duplicates', t('duplicates.command'), null, routes.duplicates),
          goTo('import', t('imports.command'), null, routes.import),
          goTo('settings', t('shell.command.settings'), 'mod+,', routes.settings),
        ]
      : []),
    goTo('search', t('search.command'), 'mod+shift+f', routes.search),
    goTo('today', t('shell.command.today'), 'mod+1', routes.today),
    goTo('tasks', t('shell.command.tasks'), 'mod+3', routes.tasks),
    {
      id: 'app.look',
      title: t(looking === null ? 'looking.start' : 'looking.stop'),
      group: app,
      keys: 'f9',
      // Whatever is open may be about somebody else.
      inDialog: true,
      run: () =>
        looking === null ? watched(lookingCommands.start(inHand), t) : showOverlay({ kind: 'stopLooking' }),
    },
    {
      id: 'app.lock',
      title: t('shell.command.lock'),
      group: app,
      keys: 'mod+l',
      inDialog: true,
      run: () => void lock('user', t),
    },
    {
      id: 'app.keys',
      title: t('shell.command.keys'),
      group: app,
      keys: '?',
      run: () => showOverlay({ kind: 'keys' }),
    },
  ]);
}

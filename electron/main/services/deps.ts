import type { Clock } from '#shared/lib/clock.ts';
import type { Ipc } from '#main/ipc/ipc.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import type { AppWindow } from '#main/window/app-window.ts';
import type { Log } from './log/log.ts';
import type { SessionService } from './session/session.ts';
import type { SettingsService } from './settings/settings.ts';

/** What every service gets. Each service folder has `handlers.ts` with `register<Name>Handlers(deps: MainDeps)`. */
export interface MainDeps {
  /** Registers handlers and sends events. */
  readonly ipc: Ipc;
  readonly paths: DataPaths;
  readonly clock: Clock;
  readonly log: Log;
  /** Choices such as the language; `translator(settings.read().language)` speaks to the user. */
  readonly settings: SettingsService;
  /** Whether the vault is open, and the key of reminder labels. */
  readonly session: SessionService;
  /** The app's window: `current()` for dialogs, `show()` to bring it up. */
  readonly window: AppWindow;
}

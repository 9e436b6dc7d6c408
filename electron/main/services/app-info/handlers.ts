import type { ResponseOf } from '#shared/ipc/contract.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { APP_ORIGIN } from '#main/security/origin.ts';
import type { MainDeps } from '#main/services/deps.ts';

type AppInfo = ResponseOf<'app.info'>;

/** What the app is and where it runs. */
export function describeApp(deps: {
  readonly version: string;
  readonly dataFolder: string;
  readonly platform: NodeJS.Platform;
  /** Electron's version; undefined where an installed Chromium stands in for it. */
  readonly electronVersion: string | undefined;
  readonly upgraded: boolean;
  readonly startedAt: number;
}): AppInfo {
  const { version, dataFolder, platform, electronVersion, ...told } = deps;
  return {
    version,
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    runtime: electronVersion === undefined ? 'host' : 'electron',
    dataFolder,
    ...told,
  };
}

/** `app.*` */
export function registerAppInfoHandlers({
  ipc,
  window,
  info,
}: Pick<MainDeps, 'ipc' | 'window'> & { readonly info: AppInfo }): void {
  ipc.handle('app.info', () => info);
  ipc.handle('app.clearStore', async () => {
    const session = window.current()?.webContents.session;
    if (session === undefined) throw new MainFailure('refused');
    await session.clearStorageData({ origin: APP_ORIGIN, storages: ['indexdb'] });
  });
}

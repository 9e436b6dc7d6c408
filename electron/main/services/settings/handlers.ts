import type { MainDeps } from '#main/services/deps.ts';

/** `settings.*` */
export function registerSettingsHandlers({ ipc, settings }: Pick<MainDeps, 'ipc' | 'settings'>): void {
  ipc.handle('settings.read', () => settings.read());
  ipc.handle('settings.write', (patch) => settings.write(patch));
}

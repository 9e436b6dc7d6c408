import type { Space } from '#main/services/space/space.ts';
import type { MainDeps } from '#main/services/deps.ts';

/** `settings.*` */
export function registerSettingsHandlers({
  ipc,
  settings,
  space,
}: Pick<MainDeps, 'ipc' | 'settings'> & { readonly space: Space }): void {
  ipc.handle('settings.read', () => settings.read());
  ipc.handle('settings.write', (patch) => space.withRoom(() => settings.write(patch)));
}

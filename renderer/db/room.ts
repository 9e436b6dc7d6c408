import type { SpaceState } from '#shared/ipc/contract/space.ts';
import { platform } from '#renderer/platform/index.ts';

/**
 * The room on the disk, as main finds it; null without an answer. Chromium does not always say that a disk is full: it may
 * only say that the store does not open, or that a transaction was aborted.
 */
export async function roomOnDisk(): Promise<SpaceState | null> {
  const status = await platform().space.status();
  return status.ok ? status.value.state : null;
}

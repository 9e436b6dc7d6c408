import type { TFunction } from 'i18next';
import { backupCommands } from '#renderer/entities/backup/index.ts';
import { backUpNow } from '#renderer/operations/backups.ts';
import { notify } from '#renderer/ui/notices.ts';

/** Asks for a folder, keeps backups there from now on and makes the first one. Rejects when either could not be done. */
export async function addPlace(t: TFunction): Promise<void> {
  if (!(await backupCommands.addPlace())) return;
  notify({ text: t('backups.place.added') });
  await backUpNow();
}

import { join } from 'node:path';
import { translator } from '#shared/i18n/translate.ts';
import { keyringOf } from '#shared/formats/keyring-file.ts';
import { parseJson, readIfThere } from '#main/lib/durable-file.ts';
import type { DataPaths } from '#main/lib/paths.ts';
import type { KeyringService } from '#main/services/keyring/keyring.ts';
import type { SettingsService } from '#main/services/settings/settings.ts';
import type { VaultService } from '#main/services/vault/vault.ts';
import script from '../../../../resources/app/recover.mjs?raw';
import { type Companions, KEYRING_NAME } from './companions.ts';

interface Deps {
  readonly paths: DataPaths;
  readonly vault: Pick<VaultService, 'requireHeader'>;
  readonly keyring: Pick<KeyringService, 'forPlace'>;
  readonly settings: Pick<SettingsService, 'read'>;
}

/**
 * What lies beside backups at this moment. The keyring is taken from the disk, so that it is never older than that; a vault
 * without client files has none.
 */
export async function companionsNow({ paths, vault, keyring, settings }: Deps): Promise<Companions> {
  const header = await vault.requireHeader();
  const text = await readIfThere(join(paths.keyring, KEYRING_NAME));
  const t = translator(settings.read().language);
  return {
    keyring: text === null ? null : keyringOf(parseJson(text)),
    forPlace: (file, there) => keyring.forPlace(file, there),
    header: `${JSON.stringify(header, null, 2)}\n`,
    script,
    readMe: { name: t('main.backup.readMeName'), text: t('main.backup.readMe') },
  };
}

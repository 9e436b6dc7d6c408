import { lstat, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Tree = { readonly [name: string]: Tree | boolean };

/** What a browser remembers for its user, and an Electron window does not: it would lie on the disk in clear. */
const NOTHING_IN_CLEAR = {
  autofill: { profile_enabled: false, credit_card_enabled: false },
  credentials_enable_service: false,
  credentials_enable_autosignin: false,
  history: { saving_disabled: true },
  profile: { password_manager_enabled: false },
  search: { suggest_enabled: false },
} as const satisfies Tree;

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `wanted` laid over what is there. */
function laidOver(there: unknown, wanted: Tree): Record<string, unknown> {
  const before = isTree(there) ? there : {};
  const changed = Object.entries(wanted).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? value : laidOver(before[name], value),
  ]);
  return { ...before, ...(Object.fromEntries(changed) as Record<string, unknown>) };
}

async function readPreferences(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // Not there yet, or cut off when Chromium was killed: Chromium itself starts anew then.
    return {};
  }
}

/**
 * Where Chromium would keep the open pages for its next start, with all that stands in their fields, in clear. A file
 * where it wants a folder is the one way to keep it from that.
 */
const SESSIONS = 'Sessions';

async function keepNoSessions(folder: string): Promise<void> {
  const place = join(folder, SESSIONS);
  const there = await lstat(place).catch(() => null);
  if (there?.isFile() === true) return;
  await rm(place, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(place, '', { mode: 0o600 });
}

/** Makes Chromium remember nothing of what is typed or visited. Before it starts. */
export async function rememberNothing(profile: string): Promise<void> {
  const folder = join(profile, 'Default');
  await keepNoSessions(folder);
  const file = join(folder, 'Preferences');
  const there = await readPreferences(file);
  const wanted = JSON.stringify(laidOver(there, NOTHING_IN_CLEAR));
  if (wanted === JSON.stringify(there)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, wanted, { mode: 0o600 });
}

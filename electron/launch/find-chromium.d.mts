/** Every path that could be a Chromium, best first. `KARTOTEKA_CHROMIUM` alone decides when it is set. */
export function chromiumCandidates(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): string[];

/** The installed Chromium, or null. */
export function findChromium(
  platform?: NodeJS.Platform,
  env?: Readonly<Record<string, string | undefined>>,
): string | null;

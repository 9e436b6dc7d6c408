type Env = Readonly<Record<string, string | undefined>>;

/**
 * Which runtime to start, or whether to try for Electron's first.
 * @returns 'electron', 'host', or 'download': Electron if it can be had, else the host.
 */
export function chooseRuntime(facts: {
  readonly forced: string | undefined;
  readonly headless: boolean;
  readonly electronInstalled: boolean;
  /** When Electron's site last did not answer, in ms since the epoch; null when it never was asked. */
  readonly refusedAt: number | null;
  readonly now: number;
}): 'electron' | 'host' | 'download';

/** Whether a window can be shown. */
export function hasDisplay(platform: NodeJS.Platform, env: Env): boolean;

/** Whether this Node is new enough. */
export function nodeIsNewEnough(version: string): boolean;

/** Where Electron's program for a platform is downloaded from. */
export function electronUrl(version: string, platform: NodeJS.Platform, arch: string, env: Env): string;

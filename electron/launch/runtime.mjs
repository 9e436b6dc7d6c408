const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Which runtime to start, or whether to try for Electron's first.
 * @returns 'electron', 'host', or 'download': Electron if it can be had, else the host.
 */
export function chooseRuntime({ forced, headless, electronInstalled, refusedAt, now }) {
  if (forced === 'host' || headless) return 'host';
  if (electronInstalled) return 'electron';
  if (forced === 'electron') return 'download';
  // A clock set back must not keep Electron away for longer than a day.
  const remembered = refusedAt !== null && refusedAt <= now && now - refusedAt < DAY_MS;
  return remembered ? 'host' : 'download';
}

/** Whether a window can be shown. */
export function hasDisplay(platform, env) {
  return platform !== 'linux' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

/** Whether this Node is new enough. */
export function nodeIsNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 19);
}

/** Where Electron's program for a platform is downloaded from. */
export function electronUrl(version, platform, arch, env) {
  const mirror =
    env.ELECTRON_MIRROR ??
    env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  return `${mirror}v${version}/electron-v${version}-${platform}-${arch}.zip`;
}

/** How Chromium is to be started. */
export interface ChromiumStart {
  readonly headless: boolean;
  /** Chromium refuses its sandbox to root. */
  readonly root: boolean;
  /** A port on which tests attach, 0 for any free one; null in use. */
  readonly debugPort: number | null;
  readonly language: string | null;
  readonly bounds: {
    readonly x?: number;
    readonly y?: number;
    readonly width: number;
    readonly height: number;
  };
  /** What the window shows until the app is there. */
  readonly backgroundColor: string;
}

/** The first two are what playwright-core itself asks for: Chromium heeds only the last such list. */
const FEATURES = [
  'CDPScreenshotNewSurface',
  'SkipListAccountsWithoutGaiaCookies',
  // What is given back is zeroed, so that a locked window leaves nothing in the memory of the processes that stay.
  'PartitionAllocEventuallyZeroFreedMemory',
];

/**
 * What is left out. Chromium heeds only the last such list, so it names again what playwright-core leaves out; the first
 * two are a browser's address bar, for which every window would hold a process of its own.
 */
const LEFT_OUT = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  // A process kept ready for the next site; Electron has none either.
  'SpareRendererForSitePerProcess',
];

/** Chromium's own arguments, on top of those of playwright-core. None of them lets anything out of the machine. */
export function chromiumArguments(start: ChromiumStart): string[] {
  const { x, y, width, height } = start.bounds;
  const blank = `data:text/html,<body style="background:${encodeURIComponent(start.backgroundColor)}">`;
  return [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--disable-domain-reliability',
    `--enable-features=${FEATURES.join(',')}`,
    `--disable-features=${LEFT_OUT.join(',')}`,
    // As main asks of Electron's own Chromium.
    '--js-flags=--max-semi-space-size=4',
    '--no-first-run',
    '--no-proxy-server',
    // Every request is answered by the host; whatever escapes it finds no name and no address.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    `--window-size=${width},${height}`,
    ...(x === undefined || y === undefined ? [] : [`--window-position=${x},${y}`]),
    ...(start.language === null ? [] : [`--lang=${start.language}`]),
    ...(start.debugPort === null ? [] : [`--remote-debugging-port=${start.debugPort}`]),
    // Without this, a window of root carries a bar that warns of the missing sandbox.
    ...(start.root && !start.headless ? ['--test-type'] : []),
    ...(start.headless ? [] : [`--app=${blank}`]),
  ];
}

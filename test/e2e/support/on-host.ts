import type { BrowserType } from '@playwright/test';
import { HostProcess } from './host-process.ts';
import { type RunningApp, findWindow } from './running-app.ts';

/** Starts the built app on the Chromium host, without windows. */
export async function startOnHost(
  chromium: BrowserType,
  userData: string,
  env: Readonly<Record<string, string>>,
): Promise<RunningApp> {
  const host = new HostProcess({ start: 'out/chromium-host/start.js', app: '.', userData, env });
  const attach = { noDefaults: true, isLocal: true };
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${await host.port()}`, attach);
  const pages = () => browser.contexts().flatMap((context) => context.pages());
  return {
    userData,
    output: () => host.output,
    window: () => findWindow(pages, null),
    nextWindow: (old) => findWindow(pages, old),
    evaluate: (run, ...[arg]) => host.evaluate(run, arg as never),
    close: async () => {
      await host.close();
      await browser.close();
    },
    kill: async () => {
      await host.kill();
      await browser.close();
    },
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { windowOptions } from '#main/window/window-options.ts';
import { CONTENT_SECURITY_POLICY, SECURITY_HEADERS } from './csp.ts';
import { APP_ORIGIN } from './origin.ts';

/** The twenty items of Electron's security checklist and the fuses, as far as they can be read from code and settings. */
const ELECTRON = join(import.meta.dirname, '../..');
const ROOT = join(ELECTRON, '..');

const sources = ['main', 'preload'].flatMap((folder) =>
  readdirSync(join(ELECTRON, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(ELECTRON, folder, name), 'utf8') })),
);
const filesWith = (pattern: RegExp): string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name.replaceAll('\\', '/'));

const directives = new Map(
  CONTENT_SECURITY_POLICY.split('; ').map((directive) => {
    const [name = '', ...values] = directive.split(' ');
    return [name, values];
  }),
);
const { webPreferences } = windowOptions({ bounds: { width: 900, height: 600 }, dark: false, preload: '/p' });
const builder = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8');
const index = sources.find(({ name }) => name === join('main', 'index.ts'))?.text ?? '';

it('reads the sources it speaks of', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(index).toContain('whenReady');
});

describe('the checklist', () => {
  it('1 loads nothing but its own page', () => {
    expect(APP_ORIGIN).toBe('app://kartoteka');
    expect(filesWith(/\bloadFile\(|['"`]https?:\/\//i)).toEqual([]);
  });

  it('2, 3, 4, 11 isolates the renderer', () => {
    expect(webPreferences).toEqual({
      preload: '/p',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    });
    expect(index).toContain('app.enableSandbox()');
    expect(index.indexOf('app.enableSandbox()')).toBeLessThan(index.indexOf('start(folder)'));
  });

  it('6, 8, 9, 10 switches off no protection and on no experiment', () => {
    const forbidden =
      /webSecurity|allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures|no-sandbox|sandbox: false|contextIsolation: false|nodeIntegration: true/;
    expect(filesWith(forbidden)).toEqual([]);
  });

  it('7 has a policy without remote origins, inline scripts or eval', () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors', 'frame-src']) {
      expect([name, directives.get(name)]).toEqual([name, ["'none'"]]);
    }
    expect(directives.get('connect-src')).toEqual(["'self'"]);
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|'unsafe-eval'/);
    expect(SECURITY_HEADERS['X-Content-Type-Options']).toBe('nosniff');
  });

  it('5, 12, 13, 14 closes the doors before the app is ready', () => {
    expect(index.indexOf('closeDoors()')).toBeGreaterThan(0);
    expect(index.indexOf('closeDoors()')).toBeLessThan(index.indexOf('start(folder)'));
  });

  it('15 opens the outside in one place', () => {
    expect(filesWith(/openExternal\(|shell\.open/)).toEqual(['main/security/external-links.ts']);
    expect(filesWith(/openPath\(|child_process|moveToApplicationsFolder/)).toEqual([]);
  });

  it('16 pins the version of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it('17 takes messages in one place', () => {
    expect(filesWith(/\bipcMain\b.*from 'electron'/)).toEqual(['main/ipc/index.ts']);
    expect(filesWith(/ipcRenderer|contextBridge/)).toEqual(['preload/index.ts']);
  });

  it('18 has a scheme of its own, with all the rights of a website and no more', () => {
    const protocol = sources.find(({ name }) => name === join('main', 'protocol', 'index.ts'))?.text ?? '';
    for (const right of ['standard', 'secure', 'supportFetchAPI', 'corsEnabled']) {
      expect(protocol).toContain(`${right}: true`);
    }
    expect(filesWith(/bypassCSP|allowServiceWorkers|allowExtensions/)).toEqual([]);
    expect(index.indexOf('registerScheme()')).toBeLessThan(index.indexOf('start(folder)'));
  });

  it.each([
    ['runAsNode', false],
    ['enableCookieEncryption', true],
    ['enableNodeOptionsEnvironmentVariable', false],
    ['enableNodeCliInspectArguments', false],
    ['enableEmbeddedAsarIntegrityValidation', true],
    ['onlyLoadAppFromAsar', true],
    ['loadBrowserProcessSpecificV8Snapshot', false],
    ['grantFileProtocolExtraPrivileges', false],
  ])('19 has the fuse %s set to %s', (fuse, value) => {
    expect(builder).toMatch(new RegExp(`^  ${fuse}: ${String(value)}$`, 'm'));
  });

  it('20 gives the renderer no part of Electron', () => {
    const preload = sources.find(({ name }) => name === join('preload', 'index.ts'))?.text ?? '';
    expect(preload.match(/exposeInMainWorld/g)).toHaveLength(1);
    expect(preload).toContain('Object.freeze');
    expect(preload).not.toMatch(/zod|node:/);
  });
});

describe('the installers', () => {
  it('carry the built app in an archive, and not what stands in for Electron', () => {
    expect(builder).toMatch(/^asar: true$/m);
    for (const line of [
      '- out/main/**',
      '- out/preload/**',
      '- out/renderer/**',
      "- '!out/chromium-host/**'",
    ]) {
      expect(builder).toContain(line);
    }
  });

  it('never remove data, and bear the id that notifications need', () => {
    expect(builder).toMatch(/^  deleteAppDataOnUninstall: false$/m);
    const id = /^appId: (.+)$/m.exec(builder)?.[1] ?? 'missing';
    expect(filesWith(new RegExp(`'${id.replaceAll('.', String.raw`\.`)}'`))).toEqual(['main/data-folder.ts']);
  });

  it('never upload crashes', () => expect(filesWith(/crashReporter/)).toEqual([]));
});

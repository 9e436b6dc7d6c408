import { describe, expect, it } from 'vitest';
import { chooseRuntime, electronUrl, hasDisplay, nodeIsNewEnough } from './runtime.mjs';

const now = Date.UTC(2026, 10, 22);
const HOUR = 3_600_000;
const facts = { forced: undefined, headless: false, electronInstalled: false, refusedAt: null, now };

describe('chooseRuntime', () => {
  it.each([
    ['Electron when it is there', { electronInstalled: true }, 'electron'],
    [
      'Electron although its site once did not answer',
      { electronInstalled: true, refusedAt: now },
      'electron',
    ],
    ['a download on the first start', {}, 'download'],
    ['the host for a day after a refusal', { refusedAt: now - 23 * HOUR }, 'host'],
    ['a download after that day', { refusedAt: now - 25 * HOUR }, 'download'],
    ['a download when the refusal lies in the future', { refusedAt: now + HOUR }, 'download'],
    ['the host without windows', { headless: true, electronInstalled: true }, 'host'],
    ['the host when it is asked for', { forced: 'host', electronInstalled: true }, 'host'],
    ['a download when Electron is asked for', { forced: 'electron', refusedAt: now }, 'download'],
  ] as const)('takes %s', (_, known, expected) => {
    expect(chooseRuntime({ ...facts, ...known })).toBe(expected);
  });
});

describe('hasDisplay', () => {
  it('needs an X or Wayland server on Linux only', () => {
    expect(hasDisplay('linux', {})).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: '' })).toBe(false);
    expect(hasDisplay('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasDisplay('darwin', {})).toBe(true);
    expect(hasDisplay('win32', {})).toBe(true);
  });
});

describe('nodeIsNewEnough', () => {
  it.each([
    ['20.18.3', false],
    ['20.19.0', true],
    ['18.20.0', false],
    ['22.1.0', true],
  ])('%s: %s', (version, expected) => {
    expect(nodeIsNewEnough(version)).toBe(expected);
  });
});

describe('electronUrl', () => {
  it('names the file of this platform, at the mirror when there is one', () => {
    expect(electronUrl('45.4.1', 'linux', 'x64', {})).toMatch(
      /\/v45\.4\.1\/electron-v45\.4\.1-linux-x64\.zip$/,
    );
    expect(electronUrl('1.0.0', 'win32', 'arm64', { ELECTRON_MIRROR: 'https://m.example/' })).toBe(
      'https://m.example/v1.0.0/electron-v1.0.0-win32-arm64.zip',
    );
  });
});

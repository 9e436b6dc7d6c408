import { describe, expect, it } from 'vitest';
import { chromiumCandidates, findChromium } from './find-chromium.mjs';

describe('findChromium', () => {
  it('takes the named program alone', () => {
    const env = { KARTOTEKA_CHROMIUM: process.execPath, PATH: '/usr/bin' };
    expect(chromiumCandidates('linux', env)).toEqual([process.execPath]);
    expect(findChromium('linux', env)).toBe(process.execPath);
  });
  it('does not fall back when the named program is not there', () => {
    expect(
      findChromium('linux', { KARTOTEKA_CHROMIUM: '/nowhere/chromium', PATH: process.env['PATH'] }),
    ).toBeNull();
  });
  it('prefers Chromium to its relatives, wherever on the path they stand', () => {
    const found = chromiumCandidates('linux', { PATH: '/a:/b' });
    expect(found.indexOf('/b/chromium')).toBeLessThan(found.indexOf('/a/google-chrome'));
  });
  it('knows the usual places of macOS and Windows', () => {
    expect(chromiumCandidates('darwin', {})).toContain(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    const windows = chromiumCandidates('win32', { PROGRAMFILES: 'C:\\Program Files' });
    expect(windows.some((path) => path.endsWith('msedge.exe'))).toBe(true);
  });
});

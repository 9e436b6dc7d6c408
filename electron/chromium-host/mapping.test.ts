import { describe, expect, it } from 'vitest';
import { fromPageUrl, originOf, ownScheme, toPageUrl, translateScheme, translateText } from './mapping.ts';

translateScheme('app');

describe('URLs of our schemes', () => {
  it.each([
    ['app://kartoteka/index.html', 'https://kartoteka.app.localhost/index.html'],
    ['app://kartoteka/a/b.js?q=1#/x', 'https://kartoteka.app.localhost/a/b.js?q=1#/x'],
    ['app://kartoteka/', 'https://kartoteka.app.localhost/'],
  ])('%s is %s to Chromium, and back', (own, page) => {
    expect(toPageUrl(own)).toBe(page);
    expect(fromPageUrl(page)).toBe(own);
  });
  it('leaves every other URL as it is', () => {
    for (const url of ['https://example.com/', 'data:text/html,x', 'about:blank', 'file:///etc/passwd']) {
      expect(toPageUrl(url)).toBe(url);
      expect(fromPageUrl(url)).toBe(url);
    }
  });
  it('does not take a stranger for ours', () => {
    for (const url of [
      'https://kartoteka.app.localhost.example.com/',
      'http://kartoteka.app.localhost/',
      'https://kartoteka.app.localhost:8080/',
      'https://kartoteka.other.localhost/',
      'https://example.com/?https://kartoteka.app.localhost/',
      'https://user@evil.example/.app.localhost/',
    ]) {
      expect(ownScheme(url)).toBeNull();
      expect(fromPageUrl(url)).toBe(url);
    }
  });
  it('has the origin that main compares with', () => {
    expect(originOf('app://kartoteka/index.html#/x')).toBe('app://kartoteka');
    expect(originOf('https://example.com/x')).toBe('https://example.com');
    expect(originOf('data:text/html,x')).toBe('null');
  });
  it('writes policies as Chromium must read them', () => {
    expect(translateText("default-src 'self' app://kartoteka https://a.example")).toBe(
      "default-src 'self' https://kartoteka.app.localhost https://a.example",
    );
  });
});

import { describe, expect, it } from 'vitest';
import { isTest, sourceFiles } from './source-files.ts';

const product = sourceFiles(['electron', 'renderer', 'shared']).filter((file) => !isTest(file));
const importing = (pattern: RegExp): string[] =>
  product.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('one door for each danger', () => {
  it('only main/ipc imports ipcMain', () => {
    const paths = importing(/import[^;]*\bipcMain\b[^;]*from 'electron'/).filter(
      (path) => !path.startsWith('electron/chromium-host/'),
    );
    expect(paths.every((path) => path.startsWith('electron/main/ipc/'))).toBe(true);
    expect(paths.length).toBeGreaterThan(0);
  });

  it('only the preload imports ipcRenderer and contextBridge', () => {
    const paths = importing(/import[^;]*\b(ipcRenderer|contextBridge)\b[^;]*from 'electron'/).filter(
      (path) => !path.startsWith('electron/chromium-host/'),
    );
    expect(paths).toEqual(['electron/preload/index.ts']);
  });

  it('only renderer/platform touches window.kartoteka', () => {
    const paths = importing(/window\.kartoteka/).filter((path) => path.startsWith('renderer/'));
    expect(paths).toEqual(['renderer/platform/index.ts']);
  });

  it('only the field that leaves nothing in the history of the page has several lines', () => {
    expect(importing(/^\s+multiline(=|$)/m)).toEqual(['renderer/ui/LongTextField.tsx']);
    // Those that the theme does not reach say it themselves.
    expect(importing(/component="(textarea|input)"\n(?!\s+autoComplete="off")/)).toEqual([]);
  });

  it('only main/security opens anything outside the app', () => {
    const paths = importing(/shell\.(openExternal|openPath)/).filter(
      (path) => !path.startsWith('electron/chromium-host/'),
    );
    expect(paths.every((path) => path.startsWith('electron/main/security/'))).toBe(true);
  });
});

describe('house style', () => {
  it('keeps colours in the theme', () => {
    const literal = /['"`]#[0-9a-f]{3,8}['"`]|rgba?\(/i;
    const paths = product
      .filter(
        ({ path, text }) =>
          path.startsWith('renderer/') && !path.startsWith('renderer/ui/theme/') && literal.test(text),
      )
      .map(({ path }) => path);
    expect(paths).toEqual([]);
  });

  it('explains most of what it exports', () => {
    let exported = 0;
    let explained = 0;
    for (const { text } of product) {
      const lines = text.split('\n');
      lines.forEach((line, index) => {
        if (!/^export (async )?(function|const|class|interface|type)\b/.test(line)) return;
        exported += 1;
        if (lines[index - 1]?.trimEnd().endsWith('*/') === true) explained += 1;
      });
    }
    expect(explained / exported).toBeGreaterThan(0.6);
  });

  it('uses no any and no suppressed rule', () => {
    const paths = product
      .filter(({ text }) =>
        /:\s*any\b|<any>|as any\b|@ts-ignore|@ts-nocheck|oxlint-disable(?!-next-line)/.test(text),
      )
      .map(({ path }) => path);
    expect(paths).toEqual([]);
  });
});

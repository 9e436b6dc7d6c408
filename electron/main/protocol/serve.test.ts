import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mimeType, readFileMap, type ServedFile } from './file-map.ts';
import { createServer, fileFor } from './serve.ts';

let root: string;
let files: ReadonlyMap<string, ServedFile>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'served-'));
  const out = join(root, 'renderer');
  await mkdir(join(out, 'assets'), { recursive: true });
  await writeFile(join(root, 'secret.txt'), 'secret');
  await writeFile(join(out, 'index.html'), '<!doctype html>');
  await writeFile(join(out, 'assets', 'index-B1.js'), 'export {}');
  await writeFile(join(out, 'assets', 'ř ž.woff2'), 'font');
  await symlink(join(root, 'secret.txt'), join(out, 'link.txt'));
  files = await readFileMap(out);
});
afterAll(() => rm(root, { recursive: true, force: true }));

const serve = (url: string, method = 'GET'): Promise<Response> =>
  createServer(
    files,
    async (path) => new Uint8Array(await readFile(path)),
  )({
    url,
    method,
  });

describe('readFileMap', () => {
  it('lists the files below the folder and follows no link', () => {
    expect([...files.keys()].toSorted()).toEqual(['/assets/index-B1.js', '/assets/ř ž.woff2', '/index.html']);
  });

  it('fails when there is no folder', async () => {
    await expect(readFileMap(join(root, 'none'))).rejects.toThrow();
  });
});

describe('what is served', () => {
  it.each([
    ['app://kartoteka/', 'text/html; charset=utf-8'],
    ['app://kartoteka/index.html', 'text/html; charset=utf-8'],
    ['app://kartoteka/index.html#/clients', 'text/html; charset=utf-8'],
    ['app://kartoteka/assets/index-B1.js', 'text/javascript; charset=utf-8'],
    ['app://kartoteka/assets/%C5%99%20%C5%BE.woff2', 'font/woff2'],
  ])('%s', async (url, type) => {
    const response = await serve(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  it('answers HEAD without a body', async () => {
    const response = await serve('app://kartoteka/', 'HEAD');
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect((await serve('app://kartoteka/', method)).status).toBe(405);
  });
});

describe('what is not', () => {
  it.each([
    'app://kartoteka/../secret.txt',
    'app://kartoteka/assets/../../secret.txt',
    'app://kartoteka/%2e%2e/secret.txt',
    'app://kartoteka/%2e%2e%2fsecret.txt',
    'app://kartoteka/..%5csecret.txt',
    String.raw`app://kartoteka/..\secret.txt`,
    'app://kartoteka/%252e%252e/secret.txt',
    'app://kartoteka/index.html%00.js',
    'app://kartoteka/index\0.html',
    'app://kartoteka/link.txt',
    'app://kartoteka//index.html',
    'app://kartoteka/assets',
    'app://kartoteka/assets/',
    'app://kartoteka/INDEX.HTML',
    'app://kartoteka/%E0%A4%A',
    'app://kartoteka/__proto__',
    'app://kartoteka/constructor',
    'app://kartoteka:80/index.html',
    'app://kartoteka.example/index.html',
    'app://other/index.html',
    'app://user@other/index.html',
    'app:///index.html',
    'app:index.html',
    'file:///etc/passwd',
    'https://kartoteka/index.html',
    '/etc/passwd',
    '',
  ])('%s', async (url) => {
    expect((await serve(url)).status).toBe(404);
  });

  it('is ever a file outside the map, whatever the URL', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e',
      '%2f',
      '/',
      '\\',
      '%5c',
      '%00',
      '%',
      'assets',
      'secret.txt',
      'etc',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }), (parts) => {
        const found = fileFor(files, `app://kartoteka/${parts.join('')}`);
        if (found !== null) expect([...files.values()]).toContain(found);
      }),
    );
  });
});

describe('mimeType', () => {
  it('knows the types a page needs and calls the rest bytes', () => {
    expect(mimeType('pdf.worker.MJS')).toMatch(/^text\/javascript/);
    expect(mimeType('x.wasm')).toBe('application/wasm');
    expect(mimeType('x.exe')).toBe('application/octet-stream');
  });
});

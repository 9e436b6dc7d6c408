import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SealBrokenError } from './aead.ts';
import { openLabel, sealLabel } from './labels.ts';

const key = new Uint8Array(32).fill(7);
const id = '0195:2026-11-22T09:00';

describe('labels', () => {
  it('open to what was sealed', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((line) => line.replaceAll(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(text, text, (title, client) => {
        expect(openLabel(key, id, sealLabel(key, id, { title, client }))).toEqual({ title, client });
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('tell nothing by their length, and nothing of their text', () => {
    const short = sealLabel(key, id, { title: 'a', client: '' });
    const longer = sealLabel(key, id, { title: 'Zavolat kvůli kauci', client: 'Nováková Jana' });
    expect(short).toHaveLength(longer.length);
    expect(Buffer.from(longer).toString('latin1')).not.toContain('Zavolat');
    expect(sealLabel(key, id, { title: 'a', client: '' })).not.toEqual(short);
  });

  it('fit into the plan however long the texts are', () => {
    for (const letter of ['a', 'ж', '漢', '👩']) {
      const label = { title: letter.repeat(3000), client: letter.repeat(3000) };
      const sealed = sealLabel(key, id, label);
      expect(sealed.length).toBeLessThanOrEqual(4096);
      const opened = openLabel(key, id, sealed);
      expect(label.title.startsWith(opened.title)).toBe(true);
      expect(opened.client.length).toBeGreaterThan(400);
    }
  });

  it('do not open when moved to another occurrence, altered, or with another key', () => {
    const sealed = sealLabel(key, id, { title: 'a', client: 'b' });
    expect(() => openLabel(key, `${id}x`, sealed)).toThrow(SealBrokenError);
    expect(() => openLabel(new Uint8Array(32), id, sealed)).toThrow(SealBrokenError);
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => openLabel(key, id, altered)).toThrow(SealBrokenError);
    }
  });
});

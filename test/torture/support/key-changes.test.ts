import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHANGES, HOWS, KeyTorture } from './key-changes.ts';
import { ownFolder } from './place.ts';
import { randomFrom } from './random.ts';
import { Counts } from './row.ts';

let folder: string;
beforeAll(() => {
  folder = ownFolder('memory');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(CHANGES)('a change of keys (%s)', (name) => {
  it(
    'ends exactly old or exactly new at every step, and locks nobody out',
    { timeout: 120_000 },
    async () => {
      const random = randomFrom(20_261_122);
      const counts = new Counts();
      const torture = await KeyTorture.begin(join(folder, name), random);
      for (const how of HOWS) {
        let step = 1;
        while (await torture.changeAt(name, { step, how }, random, counts)) step += 1;
        expect(step).toBeGreaterThan(4);
      }
      const ends = Object.keys(counts.all).join(' ');
      expect(ends).toContain(`${name} crashed`);
      expect(ends).toContain(`${name} done`);
      expect(ends).toMatch(/failed|unsure/);
    },
  );
});

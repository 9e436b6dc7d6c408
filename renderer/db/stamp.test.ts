import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Stamper } from './stamp.ts';

describe('stamps', () => {
  it('rise whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 42 }), { minLength: 2 }), (times) => {
        let now = 0;
        const stamper = new Stamper({ now: () => now });
        const stamps = times.map((time) => {
          now = time;
          return stamper.next();
        });
        stamps.slice(1).forEach((stamp, index) => expect(stamp > stamps[index]!).toBe(true));
      }),
    );
  });

  it('rise over more changes than one millisecond can number', () => {
    const stamper = new Stamper({ now: () => 5 });
    const stamps = Array.from({ length: 70_000 }, () => stamper.next());
    expect(stamps.every((stamp, index) => index === 0 || stamp > stamps[index - 1]!)).toBe(true);
    expect(stamps.at(-1)).toMatch(/^000000000006-/);
  });

  it('come after every stamp that was seen', () => {
    const ahead = new Stamper({ now: () => 1_000_000 });
    const behind = new Stamper({ now: () => 10 });
    ahead.next();
    const seen = ahead.next();
    behind.observe('');
    behind.observe(seen);
    behind.observe(new Stamper({ now: () => 20 }).next());
    expect(behind.next() > seen).toBe(true);
  });
});

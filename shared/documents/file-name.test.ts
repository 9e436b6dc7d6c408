import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { suggestedName } from './file-name.ts';

it('joins its parts and keeps letters and dates as they are', () => {
  expect(suggestedName('Souhrn', 'Nováková Jana', '22. 11. 2026')).toBe(
    'Souhrn – Nováková Jana – 22. 11. 2026',
  );
});

it('leaves out empty parts and what a file system refuses', () => {
  expect(suggestedName('Summary', '', 'A/B: "C"', '11/22/2026')).toBe('Summary – A-B- -C- – 11-22-2026');
});

it('never makes a name that a file system refuses', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (parts) => {
      const name = suggestedName(...parts);
      expect(name).not.toMatch(/[/\\:*?"<>|\n\r\t]/u);
      expect(name).not.toMatch(/[. ]$/u);
      expect(Array.from(name).length).toBeLessThanOrEqual(120);
    }),
  );
});

import { expect, it } from 'vitest';
import { lastContact } from './last-contact.ts';

it('is the beginning of the last meeting that has begun', () => {
  expect(lastContact([], 100)).toBeNull();
  expect(lastContact([{ startedAt: 30 }, { startedAt: 90 }, { startedAt: 150 }], 100)).toBe(90);
  expect(lastContact([{ startedAt: 150 }], 100)).toBeNull();
});

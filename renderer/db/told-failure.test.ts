import { expect, it } from 'vitest';
import type { SpaceState } from '#shared/ipc/contract/space.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import { fakePlatform } from '#test/fakes/platform.ts';
import { toldFailure } from './told-failure.ts';

const aborted = new DOMException(
  'The transaction was aborted, so the request cannot be fulfilled.',
  'AbortError',
);

async function toldOf(error: unknown, state: SpaceState): Promise<string | undefined> {
  const space = { state, freeBytes: 1e6, neededBytes: 1e8, folder: '/data' };
  installPlatform(fakePlatform({ answers: { 'space.status': () => space } }));
  const told = await toldFailure(error);
  return 'failure' in told ? (told.failure as { code: string }).code : undefined;
}

it('calls a transaction that was aborted for no reason a full disk, where there is little room', async () => {
  expect(await toldOf(aborted, 'full')).toBe('diskFull');
  expect(await toldOf(aborted, 'low')).toBe('diskFull');
  expect(await toldOf(aborted, 'enough')).toBe('unexpected');
});

it('takes the word of an error that names the full disk itself', async () => {
  expect(await toldOf(new DOMException('', 'QuotaExceededError'), 'enough')).toBe('diskFull');
});

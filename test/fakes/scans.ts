import { v4 } from 'uuid';
import type { RequestOf, ResponseOf } from '#shared/ipc/contract.ts';

type ScansChannel = `scans.${'status' | 'choose' | 'forget' | 'leave' | 'start' | 'finish'}`;
type Answers = {
  readonly [C in ScansChannel]: (request: RequestOf<C>) => ResponseOf<C>;
};

/** No folder is watched, and in the dialog the user changes their mind. What is started was cancelled. */
export const fakeScans = (): Answers => ({
  'scans.status': () => ({ folder: null, there: true, scans: [] }),
  'scans.choose': () => ({ outcome: 'cancelled' }),
  'scans.forget': () => undefined,
  'scans.leave': () => undefined,
  'scans.start': () => ({ jobId: v4(), name: 'scan.pdf', size: 1 }),
  'scans.finish': ({ remove }) => ({ removed: remove }),
});

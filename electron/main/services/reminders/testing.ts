import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { Occurrence } from '#shared/ipc/contract.ts';
import type { Log } from '#main/services/log/log.ts';
import type { LedgerFile } from './ledger-file.ts';

/** A log that keeps nothing. */
export const quietLog: Log = { info: () => undefined, error: () => undefined };

const uuid = (number: number): string => `00000000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;

/** Occurrence number `n` of its own reminder, at a moment. */
export const occurrence = (n: number, at: number): Occurrence => ({
  id: `${uuid(n)}:${at}`,
  reminderId: uuid(n) as RecordId,
  fileId: uuid(n + 1_000_000) as FileId,
  at,
});

/** A ledger file in memory that outlives the app: `broken` makes writes fail, `cut` leaves half of the next one. */
export function memoryFile(): LedgerFile & { text: string; broken: boolean; cut: boolean; appends: number } {
  const file = {
    text: '',
    broken: false,
    cut: false,
    appends: 0,
    read: async () => (file.text === '' ? null : file.text),
    append: async (text: string) => {
      file.appends += 1;
      if (file.broken) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
      if (file.cut) {
        file.cut = false;
        file.text += text.slice(0, text.length / 2);
        throw Object.assign(new Error('EIO'), { code: 'EIO' });
      }
      file.text += text;
    },
    replace: async (text: string) => {
      file.text = text;
    },
  };
  return file;
}

/** Clocks and timers of a machine that can sleep and whose clock can be set. */
export class Machine {
  steady = 0;
  private offset: number;
  private timers: { readonly due: number; readonly run: () => void }[] = [];

  constructor(start: number) {
    this.offset = start;
  }

  readonly clock = { now: (): number => Math.floor(this.offset + this.steady) };
  readonly monotonic = (): number => this.steady;
  readonly setTimer = (run: () => void, ms: number): (() => void) => {
    const timer = { due: this.steady + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** Lets time pass, running timers as they fall due. */
  async pass(ms: number): Promise<void> {
    const end = this.steady + ms;
    for (;;) {
      const next = this.timers.filter((timer) => timer.due <= end).toSorted((a, b) => a.due - b.due)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((other) => other !== next);
      this.steady = Math.max(this.steady, next.due);
      next.run();
      await settle();
    }
    this.steady = end;
  }

  /** Sleeps: the wall clock runs on, timers and the monotonic clock stand still. */
  sleep(ms: number): void {
    this.offset += ms;
  }

  /** Sets the wall clock forward or back. */
  setClock(ms: number): void {
    this.offset += ms;
  }

  /** The app dies: nothing it waited for comes. */
  loseTimers(): void {
    this.timers = [];
  }
}

/** Lets everything that waits for promises alone come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

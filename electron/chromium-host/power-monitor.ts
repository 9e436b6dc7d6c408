import type { PowerMonitor } from 'electron';
import { app } from './app.ts';
import { guardedEmitter } from './not-in-host.ts';
import type { HostWebContents } from './web-contents.ts';

const TICK_MS = 5000;
// A tick this late was slept through.
const SLEEP_MS = 30_000;

/** Electron's `powerMonitor`: idleness as the app's own pages see it, sleep as its own clock shows it. */
class HostPowerMonitor
  extends guardedEmitter('powerMonitor')
  implements
    Pick<PowerMonitor, 'getSystemIdleTime' | 'getSystemIdleState' | 'isOnBatteryPower' | 'onBatteryPower'>
{
  readonly onBatteryPower = false;
  #lastInput = Date.now();
  #lastTick = Date.now();

  constructor() {
    super();
    setInterval(() => this.#tick(), TICK_MS).unref();
  }

  getSystemIdleTime(): number {
    return Math.max(0, Math.floor((Date.now() - this.#lastInput) / 1000));
  }
  getSystemIdleState(threshold: number): 'active' | 'idle' {
    return this.getSystemIdleTime() >= threshold ? 'idle' : 'active';
  }
  isOnBatteryPower(): boolean {
    return false;
  }

  /** Somebody used a page. */
  used(): void {
    this.#lastInput = Date.now();
  }

  #tick(): void {
    const late = Date.now() - this.#lastTick - TICK_MS;
    this.#lastTick = Date.now();
    if (late < SLEEP_MS) return;
    this.emit('suspend');
    this.emit('resume');
  }
}

export const powerMonitor = new HostPowerMonitor();
app.on('web-contents-created', (_event: unknown, contents: HostWebContents) => {
  contents.on('host-input', () => powerMonitor.used());
});

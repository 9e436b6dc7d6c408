import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { type FaultPoint, onFault } from '#shared/lib/fault.ts';

/** `[point]#n=kill` or `[point]#n=ENOSPC`: at the n-th passing of a point, or of any, the process ends or a step fails. */
const ORDER = /^(?<point>[\w.]*)#(?<count>\d+)=(?<action>\w+)$/;

/**
 * Arms a fault point of a started app, for the torture tests: `KARTOTEKA_FAULT` says which and what, `KARTOTEKA_FAULT_LOG`
 * names a file that gets a line for each point that is passed. Only in builds with fault points.
 */
export function armFault(env: NodeJS.ProcessEnv): void {
  const order = ORDER.exec(env['KARTOTEKA_FAULT'] ?? '')?.groups;
  const log = env['KARTOTEKA_FAULT_LOG'];
  if (order === undefined && log === undefined) return;
  let left = Number(order?.['count'] ?? 0);
  onFault((passed: FaultPoint) => {
    if (log !== undefined) appendFileSync(log, `${passed}\n`);
    if (order === undefined || (order['point'] !== '' && order['point'] !== passed)) return;
    left -= 1;
    if (left !== 0) return;
    if (order['action'] === 'kill') process.kill(process.pid, 'SIGKILL');
    throw Object.assign(new Error(`Fault at ${passed}`), { code: order['action'] });
  });
}

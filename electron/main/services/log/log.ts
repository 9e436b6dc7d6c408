import { join } from 'node:path';
import electronLog from 'electron-log/node.js';

/** Writes what happened, for whoever helps a user. Messages are fixed texts: no client data, no text a user typed. */
export interface Log {
  /** @param facts Numbers, codes, states. */
  info(message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
  /** Only the kind, code and place of the error are kept: its message could quote what a user wrote. */
  error(message: string, error: unknown): void;
}

/** What may be written of an error: its name, system code and the places in our code. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `a thrown ${typeof error}`;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`${error.name}${code}`, ...places].join('\n');
}

/** Log in `<folder>/main.log`, at most 1 MiB and one older file. */
export function createLog(folder: string): Log {
  const logger = electronLog.create({ logId: 'main' });
  logger.transports.file.resolvePathFn = () => join(folder, 'main.log');
  logger.transports.file.maxSize = 1024 * 1024;
  logger.transports.file.format = '[{y}-{m}-{d} {h}:{i}:{s}.{ms}] [{level}] {text}';
  logger.transports.console.level = 'warn';
  return {
    info: (message, facts) =>
      logger.info(facts === undefined ? message : `${message} ${JSON.stringify(facts)}`),
    error: (message, error) => logger.error(`${message}: ${describeError(error)}`),
  };
}

import { spawn } from 'node:child_process';
import type { PrinterInfo, WebContentsPrintOptions } from 'electron';

/** The words with which Electron reports a machine without printers. */
const NO_PRINTERS = 'No printers available on the network';

function run(command: string, args: readonly string[], input?: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${command}: ${code}`))));
    child.stdin.on('error', reject);
    child.stdin.end(input);
  });
}

/** The printers the system's spooler knows, its default one first. Windows has no spooler command: none. */
export async function systemPrinters(): Promise<PrinterInfo[]> {
  try {
    const preferred = /: (\S+)/.exec(await run('lpstat', ['-d']))?.[1];
    const names = (await run('lpstat', ['-e'])).split('\n').filter((name) => name !== '');
    return names
      .toSorted((a, b) => Number(b === preferred) - Number(a === preferred))
      .map((name) => ({ name, displayName: name, description: '', options: {} }));
  } catch {
    return [];
  }
}

/** Hands a finished PDF to the spooler, through a pipe, so that no copy stays on disk. */
export async function printPdf(pdf: Buffer, options: WebContentsPrintOptions): Promise<void> {
  const [first] = await systemPrinters();
  const printer = options.deviceName ?? first?.name;
  if (printer === undefined) throw new Error(NO_PRINTERS);
  const sides = { simplex: 'one-sided', longEdge: 'two-sided-long-edge', shortEdge: 'two-sided-short-edge' };
  await run(
    'lp',
    [
      '-d',
      printer,
      '-n',
      String(options.copies ?? 1),
      '-o',
      `sides=${sides[options.duplexMode ?? 'simplex']}`,
    ],
    pdf,
  );
}

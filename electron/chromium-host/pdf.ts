import type { PrintToPDFOptions } from 'electron';
import type { CDPSession } from 'playwright-core';

type Protocol = Parameters<CDPSession['send']>;
export type PrintParameters = Record<string, boolean | number | string>;

/** Sizes by name, in inches, as Electron has them. */
const SIZES: Readonly<Record<string, readonly [number, number]>> = {
  A0: [33.1, 46.8],
  A1: [23.4, 33.1],
  A2: [16.54, 23.4],
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
};

/** Electron's options as those of DevTools' `Page.printToPDF`. */
export function printParameters(options: PrintToPDFOptions): PrintParameters {
  const { pageSize, margins, ...same } = options;
  const [width, height] =
    typeof pageSize === 'object'
      ? [pageSize.width, pageSize.height]
      : (SIZES[pageSize ?? 'Letter'] ?? [8.5, 11]);
  const parameters: PrintParameters = { paperWidth: width, paperHeight: height };
  for (const side of ['top', 'bottom', 'left', 'right'] as const) {
    const margin = margins?.[side];
    if (margin !== undefined) parameters[`margin${side[0]?.toUpperCase()}${side.slice(1)}`] = margin;
  }
  for (const [name, value] of Object.entries(same)) {
    if (value !== undefined) parameters[name] = value;
  }
  return parameters;
}

/** Prints what a page shows. Large files come in pieces, as the protocol's messages are bounded. */
export async function printPage(cdp: CDPSession, options: PrintToPDFOptions): Promise<Buffer> {
  const parameters = { ...printParameters(options), transferMode: 'ReturnAsStream' } as Protocol[1];
  const { stream } = (await cdp.send('Page.printToPDF', parameters as never)) as { stream?: string };
  if (stream === undefined) throw new Error('Failed to generate PDF');
  const pieces: Buffer[] = [];
  for (let end = false; !end;) {
    const { data, eof, base64Encoded } = await cdp.send('IO.read', { handle: stream, size: 1024 * 1024 });
    pieces.push(Buffer.from(data, base64Encoded === true ? 'base64' : 'utf8'));
    end = eof;
  }
  await cdp.send('IO.close', { handle: stream });
  return Buffer.concat(pieces);
}

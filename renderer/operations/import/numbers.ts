/** How a number with decimals is written. */
export type Decimal = ',' | '.';

const SPACES = /[\s\u00A0\u202F']/g;

/** The number that a text says, with whatever currency beside it; null when it says none. */
export function parseAmount(text: string, decimal: Decimal): number | null {
  const found = /-?\d[\d\s\u00A0\u202F'.,]*/.exec(text)?.[0].replaceAll(SPACES, '').replace(/[.,]$/, '');
  if (found === undefined || text.replace(/-?\d[\d\s\u00A0\u202F'.,]*/, '').match(/\d/)) return null;
  const other = decimal === ',' ? '.' : ',';
  const plain = found.replaceAll(other, '').replace(decimal, '.');
  const number = Number(plain);
  return plain.includes(',') || !Number.isFinite(number) ? null : number;
}

/** The sign before the decimals in most of some texts: the last one, unless three digits follow each time. */
export function detectDecimal(texts: readonly string[]): Decimal {
  const votes = { ',': 0, '.': 0 };
  for (const text of texts) {
    const last = /([.,])(\d+)\D*$/.exec(text);
    if (!last || last[2]?.length === 3) continue;
    votes[last[1] === '.' ? '.' : ','] += 1;
  }
  return votes['.'] > votes[','] ? '.' : ',';
}

const LETTERS = 26;

/** What a spreadsheet calls a column: A to Z, AA, AB …
 * @param at Its place, from 0.
 */
export function columnName(at: number): string {
  const letter = String.fromCodePoint(65 + (at % LETTERS));
  return at < LETTERS ? letter : `${columnName(Math.floor(at / LETTERS) - 1)}${letter}`;
}

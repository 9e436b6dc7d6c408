import { type Clause, likeBeginnings, type QueryWord, typingErrors } from './query.ts';
import { shareStem, stemsOf } from './stems.ts';
import { foldWord, type Word, wordsOf } from './words.ts';

/** A part of a text: from, inclusive, to, exclusive, in UTF-16 units of its composed form (NFC). */
export interface Highlight {
  readonly from: number;
  readonly to: number;
  /** Number of the clause that is here. */
  readonly clause: number;
}

/** Letters to change to make one word of another, neighbours exchanged counted once, for each beginning of the other. */
function errorsTo(one: string, other: string): readonly number[] {
  let before: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: one.length + 1 }, (_, at) => at);
  const ends = [one.length];
  for (let row = 1; row <= other.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= one.length; column += 1) {
      const same = one[column - 1] === other[row - 1];
      const least = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const exchanged = row > 1 && one[column - 1] === other[row - 2] && one[column - 2] === other[row - 1];
      current.push(exchanged ? Math.min(least, (before[column - 2] ?? 0) + 1) : least);
    }
    before = above;
    above = current;
    ends.push(current[one.length] ?? 0);
  }
  return ends;
}

function isSimilar(wanted: QueryWord, folded: string): boolean {
  const most = typingErrors(wanted);
  if (most === 0) return false;
  const errors = errorsTo(wanted.folded, folded);
  return likeBeginnings(wanted) ? Math.min(...errors) <= most : (errors.at(-1) ?? most + 1) <= most;
}

/** Whether a word of a text is one that is looked for, by the rules of the index. */
export function isMeant(wanted: QueryWord, text: string, similar: boolean): boolean {
  if (wanted.match === 'exact') return wanted.open ? text.startsWith(wanted.text) : text === wanted.text;
  const folded = foldWord(text);
  if (wanted.open ? folded.startsWith(wanted.folded) : folded === wanted.folded) return true;
  if (wanted.match === 'forms' && shareStem(wanted.stems, stemsOf(folded))) return true;
  return similar && isSimilar(wanted, folded);
}

/** What of a text was looked for, in order. The text has to be composed (NFC). */
export function highlightsIn(
  text: string,
  clauses: readonly Clause[],
  similar: boolean,
): readonly Highlight[] {
  const words = wordsOf(text);
  const stands = (clause: Clause, at: number): readonly Word[] | null => {
    const here = words.slice(at, at + clause.length);
    const meant = clause.every((wanted, index) => {
      const word = here[index];
      return word !== undefined && isMeant(wanted, word.text, similar);
    });
    return meant ? here : null;
  };
  return words.flatMap((word, at) => {
    const clause = clauses.findIndex((wanted) => stands(wanted, at) !== null);
    const last = words[at + (clauses[clause]?.length ?? 1) - 1] ?? word;
    return clause < 0 ? [] : [{ from: word.from, to: last.to, clause }];
  });
}

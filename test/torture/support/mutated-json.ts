import type { Random } from './random.ts';

type Path = readonly (string | number)[];

/** Every value in it that is no object, by its path. */
function leaves(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, own]) => leaves(own, [...path, key]));
}

/** A copy of a value of JSON with one thing in it changed: a number, a letter, a length; or a part taken out. */
export function mutatedJson<T>(value: T, random: Random): T {
  const copy = structuredClone(value);
  const path = random.pick(leaves(copy));
  const key = String(path.at(-1));
  const holder = path.slice(0, -1).reduce<unknown>((own, part) => own?.[part as never], copy) as Record<
    string,
    unknown
  >;
  const before = holder[key];
  if (random.chance(0.1)) delete holder[key];
  else if (typeof before === 'number') holder[key] = before + random.pick([-1, 1, random.between(2, 1e6)]);
  else if (typeof before === 'boolean') holder[key] = !before;
  else holder[key] = mutatedText(String(before), random);
  return copy;
}

function mutatedText(text: string, random: Random): string {
  const at = random.below(Math.max(1, text.length));
  const other = random.pick(Array.from('0123456789abcdef').filter((letter) => letter !== text.charAt(at)));
  switch (random.below(3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + other + text.slice(at);
    default:
      return text.slice(0, at) + other + text.slice(at + 1);
  }
}

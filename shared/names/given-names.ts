import { skeletons } from './skeleton.ts';
import { CZECH_GIVEN } from './tables/cs.ts';
import { ENGLISH_GIVEN } from './tables/en.ts';
import { POLISH_GIVEN } from './tables/pl.ts';
import { RUSSIAN_GIVEN } from './tables/ru.ts';
import { COMMON_SURNAMES } from './tables/surnames.ts';

const NONE: readonly number[] = [];

/** The groups of first names, by the skeletons of their forms. Made when it is first asked for: most sessions never do. */
let groups: ReadonlyMap<string, readonly number[]> | null = null;

function groupsBySkeleton(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  const lines = [CZECH_GIVEN, POLISH_GIVEN, RUSSIAN_GIVEN, ENGLISH_GIVEN].flatMap((table) =>
    table.split('\n'),
  );
  for (const [group, line] of lines.entries()) {
    for (const key of line.trim().split(/\s+/).flatMap(skeletons)) {
      const own = found.get(key) ?? [];
      if (!own.includes(group)) found.set(key, [...own, group]);
    }
  }
  return found;
}

/** The groups of first names that a word belongs to; none: it is no first name that is known. */
export function givenGroups(keys: readonly string[]): readonly number[] {
  groups ??= groupsBySkeleton();
  const known = groups;
  const found = keys.flatMap((key) => known.get(key) ?? NONE);
  return found.length > 1 ? [...new Set(found)] : found;
}

/** Every form of these groups, as skeletons. */
export function givenForms(wanted: readonly number[]): readonly string[] {
  groups ??= groupsBySkeleton();
  return [...groups].flatMap(([key, own]) => (own.some((group) => wanted.includes(group)) ? [key] : []));
}

let surnames: ReadonlySet<string> | null = null;

/** Whether one of these spellings is a surname that many bear. */
export function isCommonSurname(forms: readonly string[]): boolean {
  surnames ??= new Set(COMMON_SURNAMES.trim().split(/\s+/).flatMap(skeletons));
  const known = surnames;
  return forms.some((form) => known.has(form));
}

/*
 * Surnames that are one and the same for a man and a woman of one family.
 *
 * Czech: přechylování (Internetová jazyková příručka, ÚJČ AV ČR): Novák/Nováková, Svoboda/Svobodová, Havel/Havlová (the
 * fleeting e), Novotný/Novotná. Polish: -ski/-ska, -cki/-cka, -dzki/-dzka, -ny/-na (Słownik ortograficzny PWN, 249), and the
 * older -owa and -ówna. Russian and Ukrainian: -ов/-ова, -ев/-ева, -ин/-ина, -ский/-ская, -ый/-ая, -ой/-ая (Русская
 * грамматика, 1980, § 1178 and following).
 */

const CONSONANTS = /[^aeiou][^aeiou]$/;

/** Czech «-ová», older Polish «-owa», «-ówna»: the man's name may have ended in a vowel, or hold an e that falls out. */
function fromOva(stem: string): readonly string[] {
  const fleeting = CONSONANTS.test(stem) ? [`${stem.slice(0, -1)}e${stem.slice(-1)}`] : [];
  return [stem, ...fleeting, ...['a', 'e', 'i', 'o'].map((ending) => stem + ending)];
}

/**
 * The forms of a surname that a man of the family bears, and itself.
 * @param skeleton As {@link skeletons} gives it.
 */
export function familyForms(skeleton: string): readonly string[] {
  const forms = [skeleton];
  const ova = /^(.{2,})(?:ova|[ou]vna)$/.exec(skeleton)?.[1];
  if (ova !== undefined) forms.push(...fromOva(ova));
  const stem = /^(.{2,})a$/.exec(skeleton)?.[1];
  if (stem === undefined) return forms;
  if (/(?:[oe]v|in)$/.test(stem)) forms.push(stem);
  else if (/[^aeiou]$/.test(stem)) forms.push(`${stem}i`, `${stem}oi`);
  return forms;
}

/*
 * One comparable spelling for the many ways in which one name is written.
 *
 * Sources of the rules: ISO 9:1995 (ж ž, х h, щ ŝ, ю û, я â, ё ë); BGN/PCGN 1947 for Russian (ж zh, х kh, ц ts, ч ch,
 * ш sh, щ shch, ё yë, ю yu, я ya, е ye); ICAO Doc 9303 for passports (й i, ю iu, я ia); the Czech table of Pravidla českého
 * pravopisu (х ch, ш š, щ šč, ю ju, я ja); the Polish one of PWN and PN-ISO 9 in older use (в w, х ch, ц c, ч cz, ш sz,
 * щ szcz, ю ju, я ja). Hooks are dropped, for people leave them out; what then stands for several sounds has several
 * skeletons: «ch» is х for Czechs and Poles and ч in English, Polish «ó» sounds as u, «rz» as ż or š, «ř» is «rz» for Poles.
 */

/** The most spellings that are kept of one word. */
const MOST_VARIANTS = 8;

type Sounds = readonly string[];

/** Cyrillic letters: Russian first, then what Ukrainian and Belarusian add. */
const CYRILLIC: Readonly<Record<string, Sounds>> = {
  а: ['a'],
  б: ['b'],
  в: ['v'],
  г: ['g', 'h'],
  д: ['d'],
  е: ['e'],
  ё: ['e', 'io'],
  ж: ['z'],
  з: ['z'],
  и: ['i'],
  й: ['i'],
  к: ['k'],
  л: ['l'],
  м: ['m'],
  н: ['n'],
  о: ['o'],
  п: ['p'],
  р: ['r'],
  с: ['s'],
  т: ['t'],
  у: ['u'],
  ф: ['f'],
  х: ['h'],
  ц: ['c'],
  ч: ['c'],
  ш: ['s'],
  щ: ['sc'],
  ъ: [''],
  ы: ['i'],
  ь: [''],
  э: ['e'],
  ю: ['iu'],
  я: ['ia'],
  і: ['i'],
  ї: ['i'],
  є: ['e'],
  ґ: ['g'],
  ў: ['v'],
};

/** Latin letters and groups of letters, the longest first, that do not stand for themselves. */
const LATIN: readonly (readonly [string, Sounds])[] = [
  ['shch', ['sc']],
  ['szcz', ['sc']],
  ['tsch', ['c']],
  ['sch', ['s', 'sh']],
  ['tch', ['c']],
  ['zh', ['z']],
  ['kh', ['h']],
  ['ts', ['c']],
  ['tz', ['c']],
  ['cz', ['c']],
  ['sz', ['s']],
  ['sh', ['s']],
  ['ch', ['h', 'c']],
  ['prz', ['prz', 'ps']],
  ['trz', ['trz', 'ts']],
  ['krz', ['krz', 'ks']],
  ['rz', ['rz', 'z']],
  ['ck', ['ck', 'k']],
  ['ph', ['f']],
  ['th', ['t']],
  ['qu', ['kv']],
  ['io', ['io', 'e']],
  ['jo', ['io', 'e']],
  ['yo', ['io', 'e']],
  ['ř', ['r', 'rz']],
  ['ŝ', ['sc', 's']],
  ['û', ['u', 'iu']],
  ['â', ['a', 'ia']],
  ['ą', ['a', 'on', 'om']],
  ['ę', ['e', 'en', 'em']],
  ['ó', ['o', 'u']],
  ['ë', ['e', 'io']],
  ['ö', ['o', 'oe']],
  ['ü', ['u', 'ue']],
  ['ł', ['l']],
  ['ø', ['o']],
  ['đ', ['d']],
  ['ß', ['s']],
  ['æ', ['e']],
  ['œ', ['e']],
  ['ı', ['i']],
  ['q', ['k']],
  ['x', ['ks']],
  ['w', ['v']],
  ['y', ['i']],
  ['j', ['i']],
];

const LATIN_BY_FIRST = new Map<string, (readonly [string, Sounds])[]>();
for (const entry of LATIN) {
  const first = entry[0].slice(0, 1);
  LATIN_BY_FIRST.set(first, [...(LATIN_BY_FIRST.get(first) ?? []), entry]);
}

/** Unstressed «ев» after these is written for «ёв», which others spell «ov»: Горбачев, Королев, Соловьев. */
const HIDDEN_YO = /[жчшщьл]$/;
const ENDS_IN_V = /^в(?:а|у|е|ы|ой|ым|ых|ыми)?$/;

function soundsAt(word: string, at: number): readonly [length: number, sounds: Sounds] {
  const letter = word.charAt(at);
  if (letter === 'е' && ENDS_IN_V.test(word.slice(at + 1)) && HIDDEN_YO.test(word.slice(0, at))) {
    return [1, ['e', 'o']];
  }
  const cyrillic = CYRILLIC[letter];
  if (cyrillic) return [1, cyrillic];
  for (const [group, sounds] of LATIN_BY_FIRST.get(letter) ?? []) {
    if (word.startsWith(group, at)) return [group.length, sounds];
  }
  const plain = letter.normalize('NFD').replaceAll(/[^a-z0-9]/g, '');
  const known = plain === '' ? undefined : LATIN_BY_FIRST.get(plain)?.find(([group]) => group === plain);
  return [1, known ? known[1] : [plain]];
}

/** The spellings before glides are dropped. Vowels that stand twice, as in «ии», are one. */
function spellings(word: string): readonly string[] {
  let variants: readonly string[] = [''];
  for (let at = 0; at < word.length;) {
    const [length, sounds] = soundsAt(word, at);
    const room = variants.length * sounds.length <= MOST_VARIANTS ? sounds : sounds.slice(0, 1);
    variants =
      room.length === 1 ? variants.map((variant) => variant + (room[0] ?? '')) : grown(variants, room);
    at += length;
  }
  return variants.map((variant) => variant.replaceAll('ts', 'c').replaceAll(/(.)\1+/g, '$1'));
}

const grown = (variants: readonly string[], sounds: Sounds): readonly string[] =>
  sounds.flatMap((sound) => variants.map((variant) => variant + sound));

/** «i», «j» and «y» before a vowel are spelled in many ways: Mariya, Marija, Maria; at the beginning before e only: Yelena. */
const withoutGlides = (spelling: string): string =>
  spelling.replaceAll(/(?<!^)i+(?=[aeou])|^i+(?=e)/g, '').replaceAll(/(.)\1+/g, '$1');

/** A name that has one skeleton in common with another may be another spelling of it. */
export function skeletons(word: string): readonly string[] {
  const lower = word.normalize('NFC').toLowerCase();
  return [...new Set(spellings(lower).map(withoutGlides))].filter((one) => one !== '');
}

/** How a word may begin: its spellings with their glides, so that «J.» is the beginning of «Jan». */
export const beginnings = (word: string): readonly string[] => [
  ...new Set(spellings(word.normalize('NFC').toLowerCase())),
];

/** Whether a word is written in Cyrillic letters. */
export const isCyrillic = (word: string): boolean => /\p{Script=Cyrillic}/u.test(word);

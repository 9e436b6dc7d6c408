/** What is implausible about an e-mail address or a phone number. Its words: `clients.numbers.problem.<problem>`. */
export type ReachProblem = 'emailShape' | 'phoneCharacters' | 'phoneLength';

/**
 * Whether an e-mail address can be one: one @, no spaces, a name before it and a domain with a point after it (RFC 5321,
 * without its quoted forms). Letters of every script are let through.
 */
export function emailProblem(text: string): ReachProblem | null {
  const address = text.trim();
  if (address === '') return null;
  const [name = '', domain = '', ...more] = address.split('@');
  const labels = domain.split('.');
  const fits =
    more.length === 0 &&
    name !== '' &&
    name.length <= 64 &&
    !/[\s,;<>()[\]]|\.\.|^\.|\.$/.test(name) &&
    labels.length >= 2 &&
    labels.every((label) => /^[\p{L}\p{N}]([\p{L}\p{N}-]*[\p{L}\p{N}])?$/u.test(label)) &&
    (labels.at(-1) ?? '').length >= 2;
  return fits ? null : 'emailShape';
}

/** National numbers of the countries the app knows: digits after the prefix. */
const NATIONAL: readonly (readonly [prefix: string, digits: number])[] = [
  ['420', 9],
  ['421', 9],
  ['48', 9],
  ['7', 10],
];

/** Whether a phone number can be one: digits and what stands between them; at most 15 digits (ITU-T E.164). */
export function phoneProblem(text: string): ReachProblem | null {
  const number = text.trim();
  if (number === '') return null;
  // An extension after the number: «ext. 12», «kl. 12», «wew. 12», «доб. 12».
  const main = number.replace(/[\s,;]*(ext|x|kl|l|linka|wew|доб)\.?\s*\d{1,6}$/iu, '');
  if (!/^\+?[\d\s\u00A0()./–-]+$/.test(main)) return 'phoneCharacters';
  const digits = main.replaceAll(/\D/g, '');
  if (digits.length < 5 || digits.length > 15) return 'phoneLength';
  const national = main.startsWith('+') && NATIONAL.find(([prefix]) => digits.startsWith(prefix));
  return national && digits.length !== national[0].length + national[1] ? 'phoneLength' : null;
}

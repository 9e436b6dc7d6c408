import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { generateMnemonic, mnemonicToSeedSync, validateMnemonic } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { utf8 } from '#shared/lib/bytes.ts';

const ENTROPY_BITS = 160;
/** How many words stand on the recovery sheet: 160 random bits and 5 bits of checksum (BIP 39, English list). */
const RECOVERY_WORD_COUNT = 15;
/** Four letters tell every word of the list from all others. */
const TELLING_LETTERS = 4;

const known = new Set(wordlist);

/** The listed word that was meant: typed whole, or at least its first four letters, in any case. */
function listedWord(typed: string): string | null {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  if (known.has(word)) return word;
  if (word.length < TELLING_LETTERS) return null;
  return wordlist.find((listed) => listed.startsWith(word)) ?? null;
}

/** Makes the words of a new recovery sheet. */
export const newRecoveryWords = (): readonly string[] => generateMnemonic(wordlist, ENTROPY_BITS).split(' ');

/** The listed words that were meant, in lower case with one space between; null when they are no whole, right set. */
function sentence(words: readonly string[]): string | null {
  const listed = words.map(listedWord);
  if (listed.length !== RECOVERY_WORD_COUNT || listed.includes(null)) return null;
  const joined = listed.join(' ');
  // The checksum does not fit: right words in a wrong order, or one word for another.
  return validateMnemonic(joined, wordlist) ? joined : null;
}

/**
 * The seed of a recovery sheet, as BIP 39 makes it: PBKDF2-HMAC-SHA-512 of the words in lower case, joined by single
 * spaces, salt "mnemonic", 2,048 rounds. Nobody needs the word list to make it.
 * @returns 64 bytes; null when the words are not a whole, rightly typed set.
 */
export function recoverySeed(words: readonly string[]): Uint8Array | null {
  const text = sentence(words);
  return text === null ? null : mnemonicToSeedSync(text);
}

/**
 * Derives the key that the words wrap the vault key with.
 * @returns 32 bytes; null when the words are not a whole, rightly typed set.
 */
export function recoveryWrappingKey(words: readonly string[], vaultId: string): Uint8Array | null {
  const seed = recoverySeed(words);
  return seed && hkdf(sha256, seed, utf8(vaultId), utf8('kartoteka/1/recovery'), 32);
}

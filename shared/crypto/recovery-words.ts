import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { generateMnemonic, mnemonicToEntropy } from '@scure/bip39';
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

/**
 * Derives the key that the words wrap the vault key with.
 * @returns 32 bytes; null when the words are not a whole, rightly typed set.
 */
export function recoveryWrappingKey(words: readonly string[], vaultId: string): Uint8Array | null {
  const listed = words.map(listedWord);
  if (listed.length !== RECOVERY_WORD_COUNT || listed.includes(null)) return null;
  try {
    const entropy = mnemonicToEntropy(listed.join(' '), wordlist);
    return hkdf(sha256, entropy, utf8(vaultId), utf8('kartoteka/1/recovery'), 32);
  } catch {
    return null; // The checksum does not fit: right words in a wrong order, or one word for another.
  }
}

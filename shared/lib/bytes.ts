/** The few byte helpers the project uses, from the library that seals the records: one import for all layers. */
export {
  bytesToHex as toHex,
  bytesToUtf8 as fromUtf8,
  concatBytes,
  equalBytes,
  hexToBytes as fromHex,
  utf8ToBytes as utf8,
} from '@noble/ciphers/utils.js';

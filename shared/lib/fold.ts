/**
 * Folds text for comparison while searching: case, diacritics and letters that Unicode does not decompose
 * (ł, ø, ß) are levelled; ё becomes е; й stays a letter of its own, as Russian readers expect.
 */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('й', '\uE000')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('\uE000', 'й')
    .replaceAll('ł', 'l')
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replaceAll('đ', 'd');
}

/**
 * The bytes of many lists one after another, in pages; no list goes over the end of its page. So each page can be used where it
 * was opened: nothing is put together.
 */
export interface Pages {
  /** Where each page begins among all bytes, and where the last one ends. */
  readonly starts: Uint32Array;
  /** By page: its bytes, and {@link SPARE} ones behind them; none as long as it was not read. */
  readonly pages: Uint8Array[];
}

/** Whoever reads the last number of a list may look at so many bytes behind it. */
export const SPARE = 8;

/** All lists in one page, which has {@link SPARE} bytes behind them. */
export const onePage = (bytes: Uint8Array): Pages => ({
  starts: Uint32Array.of(0, bytes.length - SPARE),
  pages: [bytes],
});

/** Pages that were not read yet. */
export const unreadPages = (starts: readonly number[]): Pages => ({
  starts: Uint32Array.from(starts),
  pages: starts.slice(1).map(() => new Uint8Array()),
});

/** In which page a list lies that begins at a place. */
export function pageAt({ starts }: Pages, at: number): number {
  let [low, high] = [0, starts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many bytes the pages have. */
export const bytesOfPages = ({ pages }: Pages): number =>
  pages.reduce((sum, { byteLength }) => sum + byteLength, 0);

/** The first number that is a value or more, in ascending order. */
function firstFrom(numbers: Uint32Array, value: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return numbers[low] ?? 0;
}

/**
 * Cuts lists into pages of so many bytes, or of the first end of a list after that.
 * @param listsAt Where each list begins, and where the last one ends.
 * @returns Where each page begins, and where the last one ends.
 */
export function pageStarts(pages: Pages, listsAt: Uint32Array, size: number): readonly number[] {
  const starts = [0];
  for (const end of pages.starts.subarray(1)) {
    for (let from = starts.at(-1) ?? 0; from < end; from = starts.at(-1) ?? end) {
      starts.push(Math.min(end, firstFrom(listsAt, from + size)));
    }
  }
  return starts;
}

/** The bytes of the lists between two places, which lie in one page, with {@link SPARE} ones behind them. */
export function pageBetween(pages: Pages, from: number, to: number): readonly Uint8Array[] {
  const page = pageAt(pages, from);
  const start = pages.starts[page] ?? 0;
  return [pages.pages[page]?.subarray(from - start, to - start) ?? new Uint8Array(), new Uint8Array(SPARE)];
}

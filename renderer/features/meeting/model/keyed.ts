/** A thing of a list with a key that stays its own while others come and go; like ones are told apart by their order. */
export interface Keyed<T> {
  readonly key: string;
  readonly item: T;
  readonly index: number;
}

/** Gives the things of a list keys by their names, which need not be unique. */
export function keyed<T>(items: readonly T[], nameOf: (item: T) => string): readonly Keyed<T>[] {
  const seen = new Map<string, number>();
  return items.map((item, index) => {
    const name = nameOf(item);
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return { key: `${name} ${before}`, item, index };
  });
}

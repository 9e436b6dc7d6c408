/** An item of a list whose items have no name of their own: its place in the list is its key. */
interface Placed<Item> {
  readonly key: string;
  readonly at: number;
  readonly item: Item;
}

/** The items of a list with their places. */
export const inPlace = <Item>(items: readonly Item[]): readonly Placed<Item>[] =>
  items.map((item, at) => ({ key: String(at), at, item }));

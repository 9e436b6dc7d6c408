import { clientCommands } from '#renderer/entities/client/index.ts';
import type { Client, ClientBody } from '#shared/domain/client.ts';

/** What becomes of a client: the changed fields, or a function of the client as the store has it. */
export type ClientPatch = Partial<ClientBody> | ((client: ClientBody) => Partial<ClientBody>);

/** Lists of a client that are edited item by item. */
export type ListKey = 'numbers' | 'moreAddresses' | 'anniversaries' | 'perks' | 'consents';
/** An item of such a list. */
export type ItemOf<Key extends ListKey> = ClientBody[Key][number];

/** Changes items of a list, each in its place. */
export const listCommands = <Key extends ListKey>(client: Client, key: Key) => {
  type Item = ItemOf<Key>;
  const change = (how: (items: readonly Item[]) => readonly Item[]): Promise<void> =>
    clientCommands.change(client.fileId, (now) => ({ [key]: how(now[key]) }));
  return {
    add: (item: Item): Promise<void> => change((items) => [...items, item]),
    change: (at: number, patch: Partial<Item>): Promise<void> =>
      change((items) => items.map((item, index) => (index === at ? { ...item, ...patch } : item))),
    remove: (at: number): Promise<void> => change((items) => items.filter((_, index) => index !== at)),
  };
};

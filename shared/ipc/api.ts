import type { Result } from '#shared/lib/result.ts';
import type { Channel, EventName } from './channels.ts';
import type { PayloadOf, RequestOf, ResponseOf } from './contract.ts';
import type { Failure } from './failure.ts';

type Domain<C extends Channel> = C extends `${infer D}.${string}` ? D : never;
type Method<C extends Channel, D extends string> = C extends `${D}.${infer M}` ? M : never;
type Args<T> = [T] extends [undefined] ? [] : [request: T];

/** Methods grouped by domain: channel `journal.append` is `api.journal.append(request)`. */
type Methods = {
  readonly [D in Domain<Channel>]: {
    readonly [M in Method<Channel, D>]: (
      ...args: Args<RequestOf<Extract<Channel, `${D}.${M}`>>>
    ) => Promise<Result<ResponseOf<Extract<Channel, `${D}.${M}`>>, Failure>>;
  };
};

/** `window.kartoteka`: the closed list of what the renderer can ask of the main process. */
export type KartotekaApi = Methods & {
  /** Calls back at each event of that name. Returns the function that ends it. */
  readonly on: <E extends EventName>(event: E, listener: (payload: PayloadOf<E>) => void) => () => void;
};

import { CHANNELS, type Channel, type EventName } from '#shared/ipc/channels.ts';
import { contract, type PayloadOf, type RequestOf, type ResponseOf } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/ipc/failure.ts';
import { err, ok, type Result } from '#shared/lib/result.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import type { Log } from '#main/services/log/log.ts';
import { isOwnFrame, type SentBy } from './sender.ts';
import { isPlainAndSmall } from './size.ts';

type Value<C extends Channel> = ResponseOf<C> extends undefined ? void : ResponseOf<C>;
type Answer<C extends Channel> = Value<C> | Promise<Value<C>>;
/** Answers one channel. Throws `MainFailure` for what the user is told; anything else it throws is a defect. */
type Handler<C extends Channel> = (request: RequestOf<C>) => Answer<C>;

/** The only way in and out of the main process. */
export interface Ipc {
  /** Registers the one handler of a channel. Throws when the channel has one or is not in the contract. */
  handle<C extends Channel>(channel: C, handler: Handler<C>): void;
  /** Sends an event to the app's window; nothing happens when there is none. */
  emit<E extends EventName>(event: E, payload: PayloadOf<E>): void;
  /** Channels without a handler; empty once every service is registered. */
  unhandled(): readonly Channel[];
}

/** The window messages are taken from and events are sent to. */
export interface Peer {
  readonly id: number;
  send(event: EventName, payload: unknown): void;
}

export interface IpcDeps {
  /** Electron's registration: one listener for each channel. */
  readonly transport: {
    handle(channel: string, listener: (event: SentBy, ...args: unknown[]) => unknown): void;
  };
  /** The app's window at this moment; null when there is none. */
  readonly peer: () => Peer | null;
  readonly log: Log;
}

const refused = err<Failure>({ code: 'refused', details: {} });

/** Makes the gate: sender, then size, then schema, then the handler; whatever happens, the answer is a `Result`. */
export function createIpc({ transport, peer, log }: IpcDeps): Ipc {
  const handled = new Set<Channel>();

  function handle<C extends Channel>(channel: C, handler: Handler<C>): void {
    if (!CHANNELS.includes(channel) || handled.has(channel)) throw new Error(`Cannot register: ${channel}`);
    handled.add(channel);
    transport.handle(channel, async (event, ...args): Promise<Result<Value<C>, Failure>> => {
      const request = isOwnFrame(event, peer()?.id ?? null) ? accept(channel, args) : null;
      if (request === null) {
        log.info('Message refused', { channel });
        return refused;
      }
      try {
        return ok(await handler(request.value));
      } catch (error) {
        if (error instanceof MainFailure) return err(error.failure);
        log.error(`Defect while answering ${channel}`, error);
        return err({ code: 'unexpected', details: {} });
      }
    });
  }

  return {
    handle,
    emit: (event, payload) => peer()?.send(event, payload),
    unhandled: () => CHANNELS.filter((channel) => !handled.has(channel)),
  };
}

/** The request as the contract knows it; null when it is anything else. */
function accept<C extends Channel>(
  channel: C,
  args: readonly unknown[],
): { readonly value: RequestOf<C> } | null {
  if (args.length > 1) return null;
  try {
    if (!isPlainAndSmall(args[0])) return null;
    const parsed = contract[channel].request.safeParse(args[0]);
    return parsed.success ? { value: parsed.data as RequestOf<C> } : null;
  } catch {
    // A getter or a proxy that throws while it is read is not a message of ours.
    return null;
  }
}

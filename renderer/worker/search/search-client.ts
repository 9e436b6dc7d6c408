import type { SearchAnswer, SearchMessage, TypedRequest } from './protocol.ts';
import type { Found } from './search.ts';

type Told = SearchMessage extends infer Message
  ? Message extends { number: number }
    ? Omit<Message, 'number'>
    : never
  : never;
interface Waiting {
  readonly resolve: (found: Found | null) => void;
  readonly reject: (error: Error) => void;
}

/** The search index in its worker. */
export class SearchClient {
  readonly #worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
      const waiting = this.#waiting.get(data.number);
      this.#waiting.delete(data.number);
      if ('error' in data) waiting?.reject(new Error(data.error));
      else waiting?.resolve(data.found);
    });
    this.#worker.addEventListener('error', ({ message }) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(message));
      this.#waiting.clear();
    });
  }

  /** Tells the worker something; answers when it has taken it in. */
  async tell(message: Told): Promise<void> {
    await this.#send(message);
  }

  /** Searches what the worker was told so far. */
  async search(request: TypedRequest): Promise<Found> {
    const found = await this.#send({ type: 'search', request });
    if (!found) throw new Error('The search was not answered');
    return found;
  }

  /** Ends the worker, with all that it knows. */
  close(): void {
    this.#worker.terminate();
  }

  #send(message: Told): Promise<Found | null> {
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ ...message, number }, { transfer: [] });
    });
  }
}

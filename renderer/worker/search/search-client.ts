import type { RecordId } from '#shared/domain/ids.ts';
import type { JournalHead } from '#shared/ipc/contract.ts';
import type { Found as Checked } from '#renderer/worker/conflicts/protocol.ts';
import type { SearchAnswer, SearchMessage, TypedRequest } from './protocol.ts';
import type { Found } from './search.ts';

type Told = SearchMessage extends infer Message
  ? Message extends { number: number }
    ? Omit<Message, 'number'>
    : never
  : never;
interface Waiting {
  readonly resolve: (answer: SearchAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** Where the index is: it gets messages and answers them later. */
interface Place {
  readonly post: (message: SearchMessage) => void;
  readonly end: () => void;
}

interface Listener {
  readonly answered: (answer: SearchAnswer) => void;
  readonly failed: (error: Error) => void;
}

function inWorker({ answered, failed }: Listener): Place {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => answered(data));
  worker.addEventListener('error', ({ message }) => failed(new Error(message)));
  return {
    post: (message) => worker.postMessage(message, { transfer: [] }),
    end: () => worker.terminate(),
  };
}

/** Without workers: in tests. */
function here({ answered, failed }: Listener): Place {
  const made = import('./searcher.ts').then(({ Searcher }) => new Searcher());
  return {
    post: (message) => void made.then((searcher) => searcher.answer(message)).then(answered, failed),
    end: () => undefined,
  };
}

/** The search index in its worker. */
export class SearchClient {
  readonly #place: Place;
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  constructor() {
    const start = typeof Worker === 'undefined' ? here : inWorker;
    this.#place = start({
      answered: (answer) => {
        const waiting = this.#waiting.get(answer.number);
        this.#waiting.delete(answer.number);
        if ('error' in answer) waiting?.reject(new Error(answer.error));
        else waiting?.resolve(answer);
      },
      failed: (error) => {
        for (const { reject } of this.#waiting.values()) reject(error);
        this.#waiting.clear();
      },
    });
  }

  /** Tells the worker something; answers when it has taken it in. */
  async tell(message: Told): Promise<void> {
    await this.#send(message);
  }

  /** Opens the index; answers where the vault stood when it was kept that was taken over, null when everything is to be read. */
  async open(message: Omit<Extract<Told, { type: 'open' }>, 'type'>): Promise<JournalHead | null> {
    const answer = await this.#send({ type: 'open', ...message });
    return 'keptAt' in answer ? answer.keptAt : null;
  }

  /** Searches what the worker was told so far. */
  async search(request: TypedRequest): Promise<Found> {
    const answer = await this.#send({ type: 'search', request });
    if (!('found' in answer) || !answer.found) throw new Error('The search was not answered');
    return answer.found;
  }

  /** The words of a document, as the worker was told. */
  async textOf(id: RecordId): Promise<readonly string[]> {
    const answer = await this.#send({ type: 'textOf', id });
    return 'lines' in answer ? answer.lines : [];
  }

  /** Those of some documents whose words the worker does not know. */
  async unread(ids: readonly RecordId[]): Promise<readonly RecordId[]> {
    const answer = await this.#send({ type: 'unread', ids });
    return 'unread' in answer ? answer.unread : [];
  }

  /** Looks for names and numbers in what the worker was told so far. */
  async check(queries: readonly string[]): Promise<Checked> {
    const answer = await this.#send({ type: 'check', queries });
    if (!('checked' in answer)) throw new Error('The check was not answered');
    return answer.checked;
  }

  /** Ends the worker, with all that it knows. */
  close(): void {
    this.#place.end();
  }

  #send(message: Told): Promise<SearchAnswer> {
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#place.post({ ...message, number });
    });
  }
}

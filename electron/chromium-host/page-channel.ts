import { randomBytes } from 'node:crypto';
import type { CDPSession } from 'playwright-core';
import { cutMessage, decode, encode } from './codec.ts';
import type { FrameTree, HostFrame } from './frame-tree.ts';
import { PIECE, type FromPage, type PageConfig, type ToPage } from './page-messages.ts';
import { pageScript } from './page-script.ts';

/**
 * The host's end of the channel to a page's preload. Messages are text over a DevTools binding, which keeps the sender's
 * script context with each message; so the host, not the page, says which frame spoke.
 */
export class PageChannel {
  readonly #cdp: CDPSession;
  readonly #frames: FrameTree;
  readonly #onMessage: (message: FromPage, frame: HostFrame) => void;
  readonly #names = {
    binding: `b${randomBytes(12).toString('hex')}`,
    receiver: `r${randomBytes(12).toString('hex')}`,
  };
  readonly #incoming = new Map<number, string[]>();
  #receiver: Promise<string | null> = Promise.resolve(null);

  constructor(cdp: CDPSession, frames: FrameTree, onMessage: (message: FromPage, frame: HostFrame) => void) {
    this.#cdp = cdp;
    this.#frames = frames;
    this.#onMessage = onMessage;
  }

  /** From the next document on, the top frame runs the preload. */
  async open(config: Omit<PageConfig, 'binding' | 'receiver'>, preload: string): Promise<void> {
    this.#cdp.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === this.#names.binding) this.#take(payload, executionContextId);
    });
    this.#cdp.on('Runtime.executionContextsCleared', () => this.#incoming.clear());
    await Promise.all([
      this.#cdp.send('Runtime.addBinding', { name: this.#names.binding }),
      this.#cdp.send('Page.addScriptToEvaluateOnNewDocument', {
        source: pageScript({ ...config, ...this.#names }, preload),
      }),
    ]);
  }

  /** Gives the present document a message. A document that is gone, or has no preload, gets nothing. */
  async post(message: ToPage): Promise<void> {
    const text = encode(message);
    const receiver = await this.#receiver;
    if (receiver === null) return;
    // Fails only when the document went away meanwhile.
    await Promise.allSettled(cutMessage(text, PIECE).map((piece) => this.#give(receiver, piece)));
  }

  async #give(objectId: string, piece: string): Promise<void> {
    await this.#cdp.send('Runtime.callFunctionOn', {
      objectId,
      functionDeclaration: 'function (piece) { this(piece); }',
      arguments: [{ value: piece }],
    });
  }

  #take(payload: string, context: number): void {
    const frame = this.#frames.ofContext(context);
    if (frame === null) return;
    const pieces = this.#incoming.get(context) ?? [];
    pieces.push(payload.slice(1));
    if (payload.startsWith('+')) {
      this.#incoming.set(context, pieces);
      return;
    }
    this.#incoming.delete(context);
    const message = decode(pieces.join('')) as FromPage;
    if (message.kind === 'hello') this.#receiver = this.#findReceiver(context);
    else this.#onMessage(message, frame);
  }

  /** Takes the page's receiving function by reference and its name away, so that no script of the page finds it. */
  async #findReceiver(contextId: number): Promise<string | null> {
    const name = JSON.stringify(this.#names.receiver);
    try {
      const { result } = await this.#cdp.send('Runtime.evaluate', {
        contextId,
        expression: `(() => { const found = globalThis[${name}]; delete globalThis[${name}]; return found; })()`,
      });
      return result.objectId ?? null;
    } catch {
      return null;
    }
  }
}

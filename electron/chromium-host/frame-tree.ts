import type { WebFrameMain } from 'electron';
import type { CDPSession } from 'playwright-core';
import { fromPageUrl, originOf } from './mapping.ts';
import { guardedEmitter } from './not-in-host.ts';

let frames = 0;

/** A frame of a page, as handlers of IPC get it as `senderFrame`. One object lives as long as its frame. */
export class HostFrame
  extends guardedEmitter('frame')
  implements
    Pick<
      WebFrameMain,
      'url' | 'origin' | 'parent' | 'top' | 'routingId' | 'processId' | 'frameToken' | 'detached'
    >
{
  readonly routingId = (frames += 1);
  readonly processId = process.pid;
  pageUrl = 'about:blank';
  detached = false;

  constructor(
    readonly frameToken: string,
    private readonly above: HostFrame | null,
  ) {
    super();
  }

  get url(): string {
    return fromPageUrl(this.pageUrl);
  }
  get origin(): string {
    return originOf(this.url);
  }
  // The host's frames have Electron's shape in what they have; the rest throws by name.
  get parent(): WebFrameMain | null {
    return this.above as unknown as WebFrameMain | null;
  }
  get top(): WebFrameMain {
    return (this.above?.top ?? this) as unknown as WebFrameMain;
  }
  isDestroyed(): boolean {
    return this.detached;
  }
}

/** Follows the frames of one page and which script context belongs to which of them. */
export class FrameTree {
  readonly main: HostFrame;
  readonly #frames = new Map<string, HostFrame>();
  readonly #contexts = new Map<number, HostFrame>();
  /** Called when the top frame shows another document, or another place in the same one. */
  onNavigated: (sameDocument: boolean) => void = () => undefined;
  /** Called when a script asks to go somewhere else, or to reload. */
  onRequested: () => void = () => undefined;

  constructor(main: HostFrame) {
    this.main = main;
  }

  /** Starts following. The top frame takes the id that Chromium gives it. */
  async follow(cdp: CDPSession): Promise<void> {
    cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => {
      this.#frames.set(frameId, new HostFrame(frameId, this.#frames.get(parentFrameId) ?? this.main));
    });
    cdp.on('Page.frameDetached', ({ frameId }) => {
      const frame = this.#frames.get(frameId);
      if (frame !== undefined) frame.detached = true;
      this.#frames.delete(frameId);
    });
    cdp.on('Page.frameNavigated', ({ frame }) => {
      this.#arrived(frame.id, frame.url + (frame.urlFragment ?? ''), frame.parentId);
    });
    cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.#frames.get(frameId);
      if (frame === undefined) return;
      frame.pageUrl = url;
      if (frame === this.main) this.onNavigated(true);
    });
    cdp.on('Page.frameRequestedNavigation', ({ frameId }) => {
      if (this.#frames.get(frameId) === this.main) this.onRequested();
    });
    cdp.on('Runtime.executionContextsCleared', () => this.#contexts.clear());
    cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.#contexts.delete(executionContextId);
    });
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const about = context.auxData as { frameId?: string; isDefault?: boolean } | undefined;
      const frame = this.#frames.get(about?.frameId ?? '');
      if (frame !== undefined && about?.isDefault === true) this.#contexts.set(context.id, frame);
    });
    await cdp.send('Page.enable');
    const { frameTree } = await cdp.send('Page.getFrameTree');
    this.#frames.clear();
    this.#frames.set(frameTree.frame.id, this.main);
    this.main.pageUrl = frameTree.frame.url;
    await cdp.send('Runtime.enable');
  }

  /** The frame whose own script context this is; null for any other, which is then nobody's message. */
  ofContext(executionContextId: number): HostFrame | null {
    return this.#contexts.get(executionContextId) ?? null;
  }

  #arrived(id: string, url: string, parentId: string | undefined): void {
    const frame = this.#frames.get(id) ?? (parentId === undefined ? this.main : undefined);
    if (frame === undefined) return;
    this.#frames.set(id, frame);
    frame.pageUrl = url;
    if (frame === this.main) this.onNavigated(false);
  }
}

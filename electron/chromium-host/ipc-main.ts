import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron';
import type { HostFrame } from './frame-tree.ts';
import { guardedEmitter, hostEvent } from './not-in-host.ts';
import type { FromPage, ToPage } from './page-messages.ts';

type InvokeListener = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown;
type Message = Extract<FromPage, { kind: 'invoke' | 'send' }>;
interface Sender {
  readonly id: number;
  post(message: ToPage): void;
}

/** Electron's `ipcMain`. */
class HostIpcMain
  extends guardedEmitter('ipcMain')
  implements Pick<IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>
{
  readonly handlers = new Map<string, InvokeListener>();

  handle(channel: string, listener: InvokeListener): void {
    if (this.handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    this.handlers.set(channel, listener);
  }
  handleOnce(channel: string, listener: InvokeListener): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return listener(event, ...args);
    });
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }
}

export const ipcMain = new HostIpcMain();

function eventOf(sender: Sender, frame: HostFrame): IpcMainInvokeEvent & IpcMainEvent {
  const details = {
    type: 'frame',
    sender,
    senderFrame: frame.detached ? null : frame,
    frameId: frame.routingId,
    processId: frame.processId,
    ports: [],
    reply: (channel: string, ...args: unknown[]) => sender.post({ kind: 'event', channel, args }),
  };
  return hostEvent(details) as unknown as IpcMainInvokeEvent & IpcMainEvent;
}

async function answer(
  sender: Sender,
  frame: HostFrame,
  message: Message & { kind: 'invoke' },
): Promise<void> {
  const { id, channel, args } = message;
  try {
    const listener = ipcMain.handlers.get(channel);
    if (listener === undefined) throw new Error(`No handler registered for '${channel}'`);
    sender.post({ kind: 'result', id, value: await listener(eventOf(sender, frame), ...args) });
  } catch (error) {
    // The words Electron uses; the renderer never sees more of an exception than its text.
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    sender.post({ kind: 'failure', id, message: `Error invoking remote method '${channel}': ${reason}` });
  }
}

/** Brings a message of a page to whoever listens. */
export function dispatch(sender: Sender, frame: HostFrame, message: Message): void {
  if (message.kind === 'invoke') void answer(sender, frame, message);
  else ipcMain.emit(message.channel, eventOf(sender, frame), ...message.args);
}

import type { Notification, NotificationConstructorOptions } from 'electron';
import { hasCommand, runCommand } from './command.ts';
import { environment } from './environment.ts';
import { guardedEmitter, hostEvent } from './not-in-host.ts';

/** A notification through the desktop's own command; kept in a list either way. */
export class HostNotification
  extends guardedEmitter('notification')
  implements Pick<Notification, 'title' | 'body' | 'silent' | 'show' | 'close'>
{
  /** Everything shown since the start, oldest first. */
  static readonly shown: HostNotification[] = [];
  title: string;
  body: string;
  silent: boolean;

  static isSupported(): boolean {
    return environment.headless || process.platform === 'darwin' || hasCommand('notify-send');
  }

  constructor(options: NotificationConstructorOptions = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
  }

  show(): void {
    HostNotification.shown.push(this);
    this.emit('show', hostEvent({}));
    if (!environment.headless) void this.#tell();
  }

  close(): void {
    this.emit('close', hostEvent({}));
  }

  async #tell(): Promise<void> {
    if (process.platform === 'darwin') {
      const text = `display notification ${JSON.stringify(this.body)} with title ${JSON.stringify(this.title)}`;
      const { code } = await runCommand('osascript', ['-e', text]);
      if (code !== 0) this.emit('failed', hostEvent({}), 'osascript');
      return;
    }
    // Waits until the notification is clicked, which prints the action's name, or has gone.
    const action = ['--app-name=Kartoteka', '--wait', '--action=default=Kartoteka'];
    const { code, output } = await runCommand('notify-send', [...action, '--', this.title, this.body]);
    if (code !== 0) this.emit('failed', hostEvent({}), 'notify-send');
    else this.emit(output.includes('default') ? 'click' : 'close', hostEvent({}));
  }
}

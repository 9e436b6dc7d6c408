import { useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import { notify } from '../notices.ts';
import { useReadOnly, useReadOnlyReason } from '../read-only/index.ts';

/** Something the user can do here: shown in the palette and in the list of keys, and run by its keys. */
export interface Command {
  /** Stable name, for example `client.new`. */
  readonly id: string;
  /** In the user's language; a verb. */
  readonly title: string;
  /** Heading it stands under, in the user's language. */
  readonly group: string;
  /** For example `mod+k`, `alt+1`, `j`, `?`, `enter`, `arrowdown`, `f9`. `mod` is Ctrl, on macOS Command. */
  readonly keys?: string;
  /** Whether the keys work while text is being typed. Default: only with mod or alt, and function keys. */
  readonly whileTyping?: boolean;
  /** Whether the keys work while a dialog is open. Default: no. */
  readonly inDialog?: boolean;
  /** Known by its keys alone: left out of the palette. For moving about. */
  readonly keysOnly?: boolean;
  /** Changes the vault: where that can only be read, the palette leaves it out, and its keys say why. */
  readonly writes?: boolean;
  readonly run: () => void;
}

interface Registry {
  /** One entry for each place that registered, oldest first. */
  readonly layers: readonly (readonly Command[])[];
}

const useRegistry = create<Registry>(() => ({ layers: [] }));

/** In place of a command that would change what can only be read. */
const refused = (command: Command, reason: string): Command => ({
  ...command,
  keysOnly: true,
  run: () => notify({ text: reason }),
});

/** Makes the commands known while the calling component is mounted. The array need not be memoised. */
export function useCommands(commands: readonly Command[]): void {
  const readOnly = useReadOnly();
  const reason = useReadOnlyReason();
  const offered = readOnly
    ? commands.map((command) => (command.writes === true ? refused(command, reason) : command))
    : commands;
  const latest = useRef(offered);
  // Before the screen is painted: what can be seen can be done.
  useLayoutEffect(() => {
    latest.current = offered;
  });
  // JSON leaves the functions out: what is left says whether anything changed that others see.
  const description = JSON.stringify(offered);
  useLayoutEffect(() => {
    const described = JSON.parse(description) as readonly Omit<Command, 'run'>[];
    const layer = described.map((command): Command => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    useRegistry.setState(({ layers }) => ({ layers: [...layers, layer] }));
    return () =>
      useRegistry.setState(({ layers }) => ({ layers: layers.filter((other) => other !== layer) }));
  }, [description]);
}

/** A later command with the same id replaces an earlier one. */
function withoutReplaced(layers: readonly (readonly Command[])[]): readonly Command[] {
  const commands = new Map<string, Command>();
  for (const command of layers.flat()) {
    commands.delete(command.id);
    commands.set(command.id, command);
  }
  return [...commands.values()];
}

/** Every command that can be run now, the most general first. */
export const useRegisteredCommands = (): readonly Command[] => withoutReplaced(useRegistry().layers);

/** Every command that can be run now; for code outside components. */
export const registeredCommands = (): readonly Command[] => withoutReplaced(useRegistry.getState().layers);

/** Runs the command with that id. False when there is none now. */
export function runCommand(id: string): boolean {
  const command = registeredCommands().findLast((other) => other.id === id);
  command?.run();
  return command !== undefined;
}

/** Runs the command that has those keys on this screen. False when there is none now. */
export function runKeys(keys: string): boolean {
  const command = registeredCommands().findLast((other) => other.keys === keys);
  command?.run();
  return command !== undefined;
}

export { isMac, keyLabel } from './keymap.ts';
export { type Command, runCommand, runKeys, useCommands, useRegisteredCommands } from './registry.ts';
export { useKeyDispatcher } from './useKeyDispatcher.ts';

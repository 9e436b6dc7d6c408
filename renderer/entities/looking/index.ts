export { lookingCommands } from './looking-commands.ts';

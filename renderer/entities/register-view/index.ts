export { registerViewCommands } from './register-view-commands.ts';
export { type KeptViews, useRegisterViews } from './register-view-hooks.ts';

export { registerViewCommands } from './register-view-commands.ts';
export { type KeptViews, lastViews, useRegisterViews } from './register-view-hooks.ts';

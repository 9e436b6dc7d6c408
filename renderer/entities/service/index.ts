export { serviceCommands } from './service-commands.ts';
export { useServices } from './service-hooks.ts';

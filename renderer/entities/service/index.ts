export { serviceCommands } from './service-commands.ts';
export { useServices } from './service-hooks.ts';
export { usualServices } from './usual-services.ts';

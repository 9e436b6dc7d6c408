export { partyCommands } from './party-commands.ts';
export { usePartiesOf } from './party-hooks.ts';

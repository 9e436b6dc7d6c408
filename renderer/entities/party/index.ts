export { partyCommands } from './party-commands.ts';
export { useParties, usePartiesOf } from './party-hooks.ts';

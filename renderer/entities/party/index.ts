export { partyCommands } from './party-commands.ts';
export { useParties, usePartiesOf, usePartyNames } from './party-hooks.ts';

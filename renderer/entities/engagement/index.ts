export { engagementCommands } from './engagement-commands.ts';
export { useEngagementsOf } from './engagement-hooks.ts';
export { priceDetails, priceText } from './price-text.ts';

export { AmountField } from './AmountField.tsx';
export { CurrencyField } from './CurrencyField.tsx';
export { moneyCommands } from './money-commands.ts';
export { useMoneyOf } from './money-hooks.ts';
export { type OverdueOf, useOverdue } from './overdue.ts';

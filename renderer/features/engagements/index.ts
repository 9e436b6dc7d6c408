export { EngagementsTab } from './ui/EngagementsTab.tsx';
export { MoneyTab } from './ui/MoneyTab.tsx';
export { StatementScreen } from './ui/StatementScreen.tsx';

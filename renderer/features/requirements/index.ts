export { RequirementsScreen } from './ui/RequirementsScreen.tsx';
export { RequirementsTab } from './ui/RequirementsTab.tsx';

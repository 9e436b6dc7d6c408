export { useForgottenView } from './model/useForgottenView.ts';
export { ClientsScreen } from './ui/ClientsScreen.tsx';
export { NewClientDialog } from './ui/NewClientDialog.tsx';

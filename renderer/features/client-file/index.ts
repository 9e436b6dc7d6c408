export { ClientFileScreen } from './ui/ClientFileScreen.tsx';

export { SettingsScreen } from './ui/SettingsScreen.tsx';

export { TasksScreen } from './ui/TasksScreen.tsx';

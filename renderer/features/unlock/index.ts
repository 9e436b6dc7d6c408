export { Unlock } from './ui/Unlock.tsx';

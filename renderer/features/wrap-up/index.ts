export { WrapUpScreen } from './ui/WrapUpScreen.tsx';

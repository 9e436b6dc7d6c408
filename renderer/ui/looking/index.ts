export { NotForClient } from './NotForClient.tsx';

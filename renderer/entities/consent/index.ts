export { useConsentGate } from './ConsentGate.tsx';

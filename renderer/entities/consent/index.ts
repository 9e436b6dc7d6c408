export { type ConsentGate, useConsentGate } from './useConsentGate.tsx';
export { usePassOnGate } from './usePassOnGate.tsx';

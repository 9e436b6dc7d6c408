export { ReadOnly, useReadOnly, useReadOnlyReason } from './read-only.ts';
export { Writes } from './Writes.tsx';

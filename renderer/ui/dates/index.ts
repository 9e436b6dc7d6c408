export { DateField } from './DateField.tsx';
export { TimeField } from './TimeField.tsx';

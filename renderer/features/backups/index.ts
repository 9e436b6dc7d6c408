export { BackupsSection } from './ui/BackupsSection.tsx';

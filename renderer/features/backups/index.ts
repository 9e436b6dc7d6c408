export { BackupsSection } from './ui/BackupsSection.tsx';
export { SecondPlaceAdvice } from './ui/SecondPlaceAdvice.tsx';

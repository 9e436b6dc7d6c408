export { ProfileTab } from './ui/ProfileTab.tsx';
export { RelationshipTab } from './ui/RelationshipTab.tsx';

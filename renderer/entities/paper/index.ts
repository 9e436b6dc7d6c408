export { PaperPanel } from './PaperPanel.tsx';

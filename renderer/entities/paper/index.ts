export { PaperPanel, type Way } from './PaperPanel.tsx';

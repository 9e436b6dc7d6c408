export { PaperPanel } from './PaperPanel.tsx';
export { useZoom, ZoomButtons } from './ZoomButtons.tsx';

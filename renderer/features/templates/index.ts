export { TemplateScreen } from './ui/TemplateScreen.tsx';
export { TemplatesScreen } from './ui/TemplatesScreen.tsx';

export { Section } from '#renderer/ui/Section.tsx';

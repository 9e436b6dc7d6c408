export { Frame } from '#renderer/ui/Frame.tsx';

export { useAutoScroll, useDragSource, useDropTarget } from './drag.ts';

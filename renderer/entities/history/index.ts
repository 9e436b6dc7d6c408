export { actionText } from './action-text.ts';
export { FormDialog } from './FormDialog.tsx';
export { HistoryButton } from './HistoryButton.tsx';
export { HistoryDialog } from './HistoryDialog.tsx';
export { fieldsOf } from './fields.ts';
export { useUndoState } from './history-hooks.ts';
export { RemovedDialog } from './RemovedDialog.tsx';
export { doUndoably, redo, undo } from './turn-back.ts';

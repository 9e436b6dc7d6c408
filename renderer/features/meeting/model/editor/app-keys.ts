import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Keys that ProseMirror would swallow although the screen has commands for them: Ctrl Enter and Alt Enter. */
const isForTheScreen = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.altKey);

/**
 * The browser moves the cursor at once and tells of it later; a key that comes between would act on the line before. A
 * machine that is busy lags far enough behind for a quick typist.
 */
const catchUp = (view: EditorView): void => {
  view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'));
};

/** Lets the screen's keys through, and leaves the text on Escape. */
export const AppKeys = Extension.create<{ readonly onEscape: () => void }>({
  name: 'appKeys',
  addOptions: () => ({ onEscape: () => undefined }),
  addProseMirrorPlugins() {
    const { onEscape } = this.options;
    const keydown = (view: EditorView, event: KeyboardEvent): boolean => {
      if (!event.isComposing) catchUp(view);
      if (event.key === 'Escape' && !event.isComposing) {
        event.preventDefault();
        view.dom.blur();
        onEscape();
      }
      return isForTheScreen(event);
    };
    return [new Plugin({ props: { handleDOMEvents: { keydown } } })];
  },
});

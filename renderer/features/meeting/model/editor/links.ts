import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';

/** Addresses that a note may hold and open. */
export const isSafeAddress = (address: string): boolean => /^(https?:\/\/|mailto:)/i.test(address.trim());

/** Nothing in a note ever navigates by itself: Ctrl or Cmd with a click asks main to open the address. */
export const SafeLinks = Extension.create<{ readonly open: (address: string) => void }>({
  name: 'safeLinks',
  addOptions: () => ({ open: () => undefined }),
  addProseMirrorPlugins() {
    const { open } = this.options;
    const click = (event: MouseEvent): boolean => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link) return false;
      event.preventDefault();
      const address = link.getAttribute('href') ?? '';
      if ((event.ctrlKey || event.metaKey) && event.button === 0 && isSafeAddress(address)) open(address);
      return false;
    };
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            click: (_, event) => click(event),
            auxclick: (_, event) => click(event),
          },
        },
      }),
    ];
  },
});

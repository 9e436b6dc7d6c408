import type { Extensions } from '@tiptap/core';
import { TaskItem, TaskList } from '@tiptap/extension-list';
import { TableKit } from '@tiptap/extension-table';
import { Placeholder } from '@tiptap/extensions';
import { StarterKit } from '@tiptap/starter-kit';
import type { IsoDate } from '#shared/domain/values.ts';
import { AppKeys } from './app-keys.ts';
import { LineJump } from './line-jump.ts';
import { LineMarks } from './line-marks.ts';
import { isSafeAddress, SafeLinks } from './links.ts';
import { TaskChips } from './task-chips.ts';
import { createPartsReader, TaskParts } from './task-parts.ts';

/** What the editor needs from around it; read when needed, so that the editor is made once. */
export interface EditorContext {
  readonly today: () => IsoDate;
  /** Names of those present. */
  readonly people: () => readonly string[];
  readonly formatDay: (day: IsoDate) => string;
  readonly openLink: (address: string) => void;
  readonly onEditTask: () => void;
  /** The text was left by Escape: the focus has to go somewhere. */
  readonly onEscape: () => void;
  readonly placeholder: () => string;
  /** What a screen reader calls the check box of a list item with these words. */
  readonly checkboxLabel: (words: string) => string;
}

/** Everything a note can hold: headings, lists, check boxes, tables, quotes, links, and marks on lines. */
export function noteExtensions(context: EditorContext): Extensions {
  const readParts = createPartsReader(context.today, context.people);
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      link: {
        openOnClick: false,
        autolink: true,
        linkOnPaste: true,
        protocols: ['http', 'https', 'mailto'],
        isAllowedUri: (address, { defaultValidate }) => isSafeAddress(address) && defaultValidate(address),
        HTMLAttributes: { rel: 'noopener noreferrer', target: null },
      },
    }),
    TaskList,
    TaskItem.configure({
      nested: true,
      a11y: { checkboxLabel: (node) => context.checkboxLabel(node.firstChild?.textContent ?? '') },
    }),
    TableKit.configure({ table: { resizable: false } }),
    Placeholder.configure({ placeholder: context.placeholder }),
    LineMarks.configure({ readParts }),
    TaskParts.configure({ readParts }),
    TaskChips.configure({ formatDay: context.formatDay, onEdit: context.onEditTask }),
    LineJump,
    AppKeys.configure({ onEscape: context.onEscape }),
    SafeLinks.configure({ open: context.openLink }),
  ];
}

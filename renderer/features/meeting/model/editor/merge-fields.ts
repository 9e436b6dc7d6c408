import { InputRule, mergeAttributes, Node } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { MERGE_FIELD_NODE } from '#shared/templates/fill.ts';

/** A field as it stands in the text of a template. */
export interface PlacedField {
  readonly field: string;
  /** What it was called when it was put there. */
  readonly label: string;
}

/** What the fields in a text ask from outside. */
export interface MergeFieldOptions {
  /** The field that somebody means who typed a name; null: none. */
  readonly meant: (typed: string) => PlacedField | null;
  /** What a field is called now; null: there is none any more. */
  readonly labelOf: (field: string) => string | null;
  /** What stands for a field that there is none of any more. */
  readonly unknownLabel: (label: string) => string;
  /** Two braces were typed: the fields are wanted, at that place of the window. */
  readonly onAsk: (at: { readonly left: number; readonly top: number }) => void;
}

const OPENING = '{{';

function textBefore({ state }: EditorView): string {
  const { $from } = state.selection;
  return $from.parent.textBetween(Math.max(0, $from.parentOffset - OPENING.length), $from.parentOffset);
}

/** Asks for the fields once the second brace is there. */
function ask(view: EditorView, onAsk: MergeFieldOptions['onAsk']): void {
  requestAnimationFrame(() => {
    if (view.isDestroyed || !view.hasFocus() || textBefore(view) !== OPENING) return;
    const { left, bottom } = view.coordsAtPos(view.state.selection.from);
    onAsk({ left, top: bottom });
  });
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    mergeField: {
      /** Puts a field where the cursor is, in place of the two braces that asked for it. */
      insertMergeField: (field: PlacedField) => ReturnType;
    };
  }
}

/** Fields in the text of a template, which are filled in when it is used. */
export const MergeFields = Node.create<MergeFieldOptions>({
  name: MERGE_FIELD_NODE,
  group: 'inline',
  inline: true,
  atom: true,

  addOptions: () => ({
    meant: () => null,
    labelOf: () => null,
    unknownLabel: (label) => label,
    onAsk: () => undefined,
  }),

  addAttributes: () => ({
    field: {
      default: '',
      parseHTML: (element) => element.dataset['mergeField'] ?? '',
      renderHTML: ({ field }) => ({ 'data-merge-field': String(field) }),
    },
    label: {
      default: '',
      parseHTML: (element) => element.dataset['label'] ?? '',
      renderHTML: ({ label }) => ({ 'data-label': String(label) }),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-merge-field]' }],

  renderHTML({ node: { attrs }, HTMLAttributes }) {
    const label = this.options.labelOf(String(attrs['field']));
    const state = label === null ? { class: 'merge-field merge-field-unknown' } : { class: 'merge-field' };
    return [
      'span',
      mergeAttributes(HTMLAttributes, state),
      label ?? this.options.unknownLabel(String(attrs['label'])),
    ];
  },

  renderText: ({ node: { attrs } }) => `{{${String(attrs['label'])}}}`,

  addCommands: () => ({
    insertMergeField:
      (attrs) =>
      ({ tr, state, dispatch }) => {
        const type = state.schema.nodes[MERGE_FIELD_NODE];
        const { $from, from, to } = state.selection;
        if (!type || !$from.parent.inlineContent) return false;
        const start = Math.max(0, $from.parentOffset - OPENING.length);
        const asked = $from.parent.textBetween(start, $from.parentOffset) === OPENING;
        if (dispatch)
          tr.replaceRangeWith(asked ? from - OPENING.length : from, to, type.create({ ...attrs }));
        return true;
      },
  }),

  addInputRules() {
    const { meant } = this.options;
    return [
      new InputRule({
        find: /\{\{([^{}|]{1,200})\}\}$/,
        handler: ({ state, range, match }) => {
          const found = meant(match[1] ?? '');
          const type = state.schema.nodes[MERGE_FIELD_NODE];
          if (!found || !type) return;
          state.tr.replaceWith(range.from, range.to, type.create({ ...found }));
        },
      }),
    ];
  },

  addProseMirrorPlugins() {
    const { onAsk } = this.options;
    return [
      new Plugin({
        props: {
          handleTextInput: (view, _from, _to, text) => {
            if (text.endsWith('{')) ask(view, onAsk);
            return false;
          },
        },
      }),
    ];
  },
});

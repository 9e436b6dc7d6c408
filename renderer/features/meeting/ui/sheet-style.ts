import { styled, type Theme } from '@mui/material/styles';
import { LINE_MARKS, MARK_GLYPHS, type LineMark } from '#shared/domain/rich-text.ts';
import { HELD_BACK_MARKS } from '#shared/documents/held-back.ts';
import { NOTE_MEASURE } from '#renderer/ui/theme/index.ts';

type Styles = Record<string, unknown>;

/** Where a glyph stands, and where the words begin, from the left edge of the sheet, in steps of the grid. */
const MARGIN = { glyph: 4, glyphWidth: 6, words: 13, right: 5 } as const;

/** Name of the CSS variable that holds the name of a mark in the user's language. */
export const markLabelVariable = (mark: LineMark): string => `--mark-${mark}`;

/**
 * Glyphs stand in the margin of the sheet however deep the line is: the line itself is not positioned, so the glyph is
 * placed against the sheet, at the height of the line.
 */
const marginGlyphs = (theme: Theme): Styles =>
  Object.fromEntries(
    LINE_MARKS.map((mark) => [
      `& [data-mark="${mark}"]::before`,
      {
        content: `"${MARK_GLYPHS[mark]}" / var(${markLabelVariable(mark)})`,
        position: 'absolute',
        left: theme.spacing(MARGIN.glyph),
        width: theme.spacing(MARGIN.glyphWidth),
        textAlign: 'center',
        fontWeight: theme.typography.fontWeightBold,
        color: theme.palette.marks[mark],
      },
    ]),
  );

/** What stays with us is plain without colour too: a dotted or double rule at the side, and its name at the end. */
const heldBack = (theme: Theme, mark: 'internal' | 'sensitive', rule: string): Styles => ({
  [`& [data-mark="${mark}"]`]: {
    borderLeft: `3px ${rule} ${theme.palette.marks[mark]}`,
    marginLeft: `calc(-1 * ${theme.spacing(3)})`,
    paddingLeft: `calc(${theme.spacing(3)} - 3px)`,
  },
  [`& [data-mark="${mark}"]::after`]: {
    content: `var(${markLabelVariable(mark)}) / ""`,
    marginLeft: theme.spacing(2),
    font: 'inherit',
    fontSize: theme.typography.caption.fontSize,
    color: theme.palette.marks[mark],
    whiteSpace: 'nowrap',
  },
});

/** While a client is looking: the words are gone, from the screen and for screen readers; the glyph says that there are some. */
const covered: Styles = {
  [HELD_BACK_MARKS.map((mark) => `&[data-looking] .tiptap [data-mark="${mark}"]`).join(', ')]: {
    visibility: 'hidden',
    '&::before': { visibility: 'visible' },
  },
};

const blocks = (theme: Theme): Styles => ({
  '& p, & h1, & h2, & h3': { margin: 0 },
  '& p + p': { marginTop: theme.spacing(1) },
  '& h1, & h2, & h3': {
    font: 'inherit',
    fontWeight: theme.typography.fontWeightBold,
    marginTop: theme.spacing(5),
  },
  '& h3': { color: theme.palette.quiet },
  '& ul, & ol': { margin: 0, paddingLeft: theme.spacing(6) },
  '& ul[data-type="taskList"]': { listStyle: 'none', paddingLeft: 0 },
  '& li[data-checked]': { display: 'flex', gap: theme.spacing(2) },
  '& li[data-checked] > div': { flex: 1, minWidth: 0 },
  '& li[data-checked] input': { accentColor: theme.palette.ink },
  '& blockquote': {
    margin: `${theme.spacing(2)} 0`,
    paddingLeft: theme.spacing(4),
    borderLeft: `2px solid ${theme.palette.edge}`,
    color: theme.palette.quiet,
  },
  '& pre': {
    margin: `${theme.spacing(2)} 0`,
    padding: theme.spacing(2),
    border: `1px solid ${theme.palette.line}`,
    whiteSpace: 'pre-wrap',
  },
  '& hr': { border: 0, borderTop: `1px solid ${theme.palette.edge}`, margin: `${theme.spacing(4)} 0` },
  '& table': {
    borderCollapse: 'collapse',
    width: '100%',
    margin: `${theme.spacing(3)} 0`,
    tableLayout: 'fixed',
  },
  '& th, & td': {
    border: `1px solid ${theme.palette.edge}`,
    padding: '2px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
  },
  '& th': { fontWeight: theme.typography.fontWeightBold },
  '& .selectedCell': { backgroundColor: theme.palette.selected },
  '& .is-target': { backgroundColor: theme.palette.highlight },
});

const parts = (theme: Theme): Styles => ({
  '& .task-chips': {
    display: 'inline-flex',
    gap: theme.spacing(1),
    marginLeft: theme.spacing(2),
    cursor: 'pointer',
    userSelect: 'none',
  },
  '& .task-chip': {
    padding: '0 6px',
    border: `1px solid ${theme.palette.line}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: theme.typography.caption.fontSize,
    lineHeight: '18px',
    color: theme.palette.quiet,
    whiteSpace: 'nowrap',
    alignSelf: 'center',
  },
  '& .merge-field': {
    padding: '0 4px',
    border: `1px solid ${theme.palette.edge}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: theme.palette.selected,
    whiteSpace: 'nowrap',
  },
  '& .merge-field-unknown': { borderStyle: 'dashed', color: theme.palette.error.main },
  '& .merge-field.ProseMirror-selectednode': { outline: `2px solid ${theme.palette.ink}` },
  '& p.is-editor-empty::after': {
    content: 'attr(data-placeholder)',
    float: 'left',
    height: 0,
    color: theme.palette.quiet,
    pointerEvents: 'none',
  },
});

/** The sheet: big type, a line that is easy to read, a margin for the glyphs. */
export const SheetFrame = styled('div')(({ theme }) => ({
  ...theme.typography.note,
  flex: 1,
  overflowY: 'auto',
  padding: `${theme.spacing(6)} ${theme.spacing(6)} ${theme.spacing(30)}`,
  '&:focus-visible': { outline: `2px solid ${theme.palette.ink}`, outlineOffset: -2 },
  '& .sheet-page': {
    maxWidth: `calc(${NOTE_MEASURE} + ${theme.spacing(MARGIN.words + MARGIN.right)})`,
    marginInline: 'auto',
  },
  '& .sheet-title': {
    ...theme.typography.h4,
    display: 'flex',
    paddingInline: theme.spacing(MARGIN.words),
    marginBottom: theme.spacing(2),
  },
  '& .tiptap': {
    position: 'relative',
    minHeight: '50vh',
    paddingInline: `${theme.spacing(MARGIN.words)} ${theme.spacing(MARGIN.right)}`,
    outline: 'none',
    overflowWrap: 'anywhere',
    ...blocks(theme),
    ...marginGlyphs(theme),
    ...heldBack(theme, 'internal', 'dotted'),
    ...heldBack(theme, 'sensitive', 'double'),
    ...parts(theme),
    // Lines of one row would share the margin: in a table the glyph stands before the words.
    '& table [data-mark]::before': { position: 'static', display: 'inline-block' },
  },
  ...covered,
}));

/** The sheet of a note, which fills what its screen leaves: what is typed moves nothing outside and lays out only itself anew. */
export const NoteFrame = styled(SheetFrame)({ contain: 'strict' });

import type { FoundRecord } from '#renderer/entities/search/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { type Highlight, highlightsIn } from '#renderer/worker/search/highlight.ts';
import type { Clause } from '#renderer/worker/search/query.ts';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import type { NoteBody } from '#shared/domain/note.ts';
import type { SheetBody } from '#shared/domain/sheet.ts';
import { requirementLabel, type RequirementBody } from '#shared/domain/requirement.ts';
import { markedLines, plainText, type RichTextNode } from '#shared/domain/rich-text.ts';

/** A run of text; whether it was looked for. */
export interface TextPart {
  /** Where it stands in the whole text; unique among its runs. */
  readonly at: number;
  readonly text: string;
  readonly found: boolean;
}

/** A result as it is shown. */
export interface ShownHit {
  readonly found: FoundRecord;
  readonly title: readonly TextPart[];
  /** The line in which most of what was looked for is, cut around it; null when the title says it all. */
  readonly line: readonly TextPart[] | null;
  /** Where it is opened. */
  readonly to: string;
}

/** Signs of a line that are shown, and how many of them before what was found. */
const LONGEST_LINE = 200;
const BEFORE = 60;

const cutAt = (text: string, at: number): number => {
  const space = text.lastIndexOf(' ', at);
  return space > at - 25 && space > 0 ? space + 1 : at;
};

/** A text in runs, cut to what fits around the first thing found. */
export function textParts(
  text: string,
  highlights: readonly Highlight[],
  longest = LONGEST_LINE,
): readonly TextPart[] {
  const first = highlights[0]?.from ?? 0;
  const from = text.length <= longest || first <= BEFORE ? 0 : cutAt(text, first - BEFORE);
  const to = Math.min(text.length, from + longest);
  const parts: TextPart[] = [];
  const add = (start: number, end: number, found: boolean): void => {
    if (end > start) parts.push({ at: start, text: text.slice(start, end), found });
  };
  let at = from;
  for (const highlight of highlights) {
    const start = Math.max(highlight.from, at);
    const end = Math.min(highlight.to, to);
    if (end <= start) continue;
    add(at, start, false);
    add(start, end, true);
    at = end;
  }
  add(at, to, false);
  return [
    ...(from > 0 ? [{ at: -1, text: '… ', found: false }] : []),
    ...parts,
    ...(to < text.length ? [{ at: to, text: ' …', found: false }] : []),
  ];
}

/** The text that names a result. */
function titleOf({ hit, record, doc }: FoundRecord): string {
  if (hit.kind === 'requirement') {
    const { number, text } = record as unknown as RequirementBody;
    return `${requirementLabel(number)} ${text}`;
  }
  if (hit.kind === 'line') return (record as unknown as NoteBody).title;
  return doc.lines[0]?.text ?? '';
}

const LINES = new Set(['paragraph', 'heading']);

/** The lines of a note in the order in which its editor counts them. */
function editorLines(node: RichTextNode): readonly string[] {
  if (LINES.has(node.type)) return [plainText(node)];
  return (node.content ?? []).flatMap(editorLines);
}

function noteRoute(id: RecordId, body: RichTextNode, line: string | null): string {
  const at = line === null ? -1 : editorLines(body).findIndex((text) => text.normalize('NFC') === line);
  return at < 0 ? routes.meeting(id) : routes.meetingAt(id, at);
}

function routeOf({ hit, record }: FoundRecord, line: string | null): string {
  const { id, kind } = hit;
  const fileId: FileId = hit.fileId;
  switch (kind) {
    case 'client':
    case 'question':
    case 'reminder':
      return routes.file(fileId);
    case 'party':
      return routes.file(fileId, 'people');
    case 'task':
      return routes.task(fileId, id);
    case 'engagement':
      return routes.file(fileId, 'engagements');
    case 'money':
      return routes.file(fileId, 'money');
    case 'sheet':
      return routes.sheet((record as unknown as SheetBody).noteId);
    case 'conflictCheck':
      return routes.conflictCheck(id);
    case 'document':
      return routes.file(fileId, 'documents');
    case 'note':
      return noteRoute(id, (record as unknown as NoteBody).body, line);
    case 'line':
      return routes.meeting(id, markedLines((record as unknown as NoteBody).body)[hit.line ?? 0]?.lineId);
    case 'requirementsDocument':
      return routes.requirements(fileId, id);
    case 'requirement':
      return routes.requirement(fileId, (record as unknown as RequirementBody).documentId, id);
    default:
      return kind satisfies never;
  }
}

interface Candidate {
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly clauses: number;
}

/** A result as it is shown: its name, and the line in which most of what was looked for is. */
export function shownHit(found: FoundRecord, clauses: readonly Clause[], similar: boolean): ShownHit {
  const candidate = (raw: string): Candidate => {
    const text = raw.normalize('NFC');
    const highlights = highlightsIn(text, clauses, similar);
    return { text, highlights, clauses: new Set(highlights.map(({ clause }) => clause)).size };
  };
  const title = candidate(titleOf(found));
  const best = found.doc.lines
    .map(({ text }) => candidate(text))
    .filter(({ text }) => text.trim() !== '' && !title.text.endsWith(text))
    .reduce<Candidate | null>((top, line) => (line.clauses > (top?.clauses ?? 0) ? line : top), null);
  const marked = found.hit.kind === 'line' ? candidate(found.doc.lines[0]?.text ?? '') : null;
  const line = marked ?? best;
  return {
    found,
    title: textParts(title.text, title.highlights),
    line: line && textParts(line.text, line.highlights),
    to: routeOf(found, line?.text ?? null),
  };
}

import { assertNever } from '#shared/lib/assert-never.ts';
import type { Block, DocumentModel, Inline } from './model.ts';

type ListItem = Extract<Block, { type: 'list' }>['items'][number];

/** The words of runs, one after another. */
export const inlineText = (runs: readonly Inline[]): string => runs.map((run) => run.text).join('');

const checkSign = (checked: boolean | undefined): string =>
  checked === undefined ? '' : checked ? '[x] ' : '[ ] ';

function itemLines(item: ListItem, sign: string, indent: string): string[] {
  const own = `${indent}${sign} ${checkSign(item.checked)}${inlineText(item.text)}`;
  return [own, ...(item.children ?? []).flatMap((child) => itemLines(child, '–', `${indent}  `))];
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'heading':
    case 'quote':
      return [inlineText(block.text)];
    case 'paragraph':
      return [`${block.margin === undefined ? '' : `${block.margin} `}${inlineText(block.text)}`];
    case 'list':
      return block.items.flatMap((item, index) => itemLines(item, block.ordered ? `${index + 1}.` : '–', ''));
    case 'table':
      return [block.head, ...block.rows]
        .filter((row) => row.length > 0)
        .map((row) => row.map((cell) => inlineText(cell.text)).join('\t'));
    case 'facts':
      return block.facts.map((fact) => `${fact.label}: ${inlineText(fact.value)}`);
    case 'signatures':
      return block.boxes.map((box) => `${box.label}: ${box.name} · ${box.dateLabel}`);
    case 'words':
      return block.words.map((word, index) => `${index + 1}. ${word}`);
    case 'code':
      return [block.label, ...block.facts.map((fact) => `${fact.label}: ${inlineText(fact.value)}`)];
    case 'labels':
      return block.labels.flatMap((lines) => [...lines, '']);
    case 'rule':
    case 'pageBreak':
      return [];
    default:
      return assertNever(block);
  }
}

/** What a document says, as plain text: for readers that do not see its pages. Blocks are parted by an empty line. */
export function documentText(document: DocumentModel): string {
  const head = [
    document.letterhead.join('\n'),
    [document.title, document.subtitle].filter(Boolean).join('\n'),
  ];
  const body = document.blocks.map((block) => blockLines(block).join('\n'));
  return [...head, ...body, document.foot].filter((part) => part !== '').join('\n\n');
}

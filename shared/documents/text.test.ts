import { describe, expect, it } from 'vitest';
import { plain } from './model.ts';
import { documentText } from './text.ts';

describe('documentText', () => {
  it('says everything the pages say', () => {
    const text = documentText({
      title: 'Agreed',
      language: 'en',
      letterhead: ['Practice', 'Street 1'],
      subtitle: '22/11/2026',
      foot: 'Foot',
      blocks: [
        { type: 'heading', level: 1, text: plain('Decisions') },
        { type: 'paragraph', margin: '◆', text: [{ text: 'One ' }, { text: 'thing', bold: true }] },
        { type: 'quote', text: plain('Quoted') },
        {
          type: 'list',
          ordered: true,
          items: [
            { text: plain('a'), checked: true, children: [{ text: plain('b') }] },
            { text: plain('c'), checked: false },
          ],
        },
        { type: 'rule' },
        {
          type: 'table',
          widths: [],
          head: [{ text: plain('No') }, { text: plain('What') }],
          rows: [[{ text: plain('1') }, { text: plain('x') }]],
        },
        { type: 'facts', facts: [{ label: 'Place', value: plain('Praha') }] },
        { type: 'signatures', boxes: [{ name: 'Nowak', label: 'Client', dateLabel: 'Date' }] },
        { type: 'words', words: ['alpha', 'beta'] },
        { type: 'pageBreak' },
      ],
    });
    expect(text).toBe(
      [
        'Practice\nStreet 1',
        'Agreed\n22/11/2026',
        'Decisions',
        '◆ One thing',
        'Quoted',
        '1. [x] a\n  – b\n2. [ ] c',
        'No\tWhat\n1\tx',
        'Place: Praha',
        'Client: Nowak · Date',
        '1. alpha\n2. beta',
        'Foot',
      ].join('\n\n'),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { fold } from '#shared/lib/fold.ts';
import { shareStem, stemsOf } from './stems.ts';

const areForms = (one: string, other: string): boolean => shareStem(stemsOf(fold(one)), stemsOf(fold(other)));

describe('forms of a word', () => {
  it.each([
    'nájem nájmu nájmem nájmy',
    'smlouva smlouvy smlouvou smlouvami smlouvách',
    'břemeno břemena břemenem břemenech',
    'věcný věcného věcnému věcným věcnými',
    'umowa umowy umowę umową umowami umowach',
    'sąd sądu sądem sądów',
    'договор договора договору договором договоры договоров договорами',
    'клиент клиента клиентом клиенты клиентов',
    'contract contracts',
  ])('are known: %s', (words) => {
    const [first = '', ...others] = words.split(' ');
    expect(others.filter((other) => !areForms(first, other))).toEqual([]);
  });

  it.each([
    ['nájem', 'smlouva'],
    ['umowa', 'rozmowa'],
    ['договор', 'разговор'],
    ['2025', '2026'],
  ])('are not %s and %s', (one, other) => {
    expect(areForms(one, other)).toBe(false);
  });
});

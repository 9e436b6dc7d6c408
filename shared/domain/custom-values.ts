import type { CustomField, CustomValue } from './custom-field.ts';
import type { Language } from './values.ts';
import { formatDay } from '#shared/i18n/format.ts';

/**
 * Reads a number as people write it: «12 500,50», «12,500.50», «-3». Null: it is none, or the one separator could be either
 * («12,500» is twelve and a half: a comma with digits after it is a decimal one).
 */
export function numberFrom(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00A0\u202F']/g, '').replace('−', '-');
  const decimal = Math.max(bare.lastIndexOf(','), bare.lastIndexOf('.'));
  const [whole, rest] = decimal < 0 ? [bare, ''] : [bare.slice(0, decimal), bare.slice(decimal + 1)];
  const number = `${whole.replaceAll(/[.,]/g, '')}${rest === '' ? '' : `.${rest}`}`;
  return /^-?\d+(\.\d+)?$/.test(number) ? Number(number) : null;
}

/** What the text of a value needs to know. */
export interface CustomWords {
  readonly language: Language;
  readonly yes: string;
  readonly no: string;
  /** Name of a party by its id; undefined when there is none any more. */
  readonly partyName: (id: string) => string | undefined;
}

/** A value as it is read on a screen, in a list and on paper; empty when there is none. */
export function customText(
  { kind, options, currency }: CustomField,
  value: CustomValue | undefined,
  words: CustomWords,
): string {
  const label = (id: string): string => options.find((option) => option.id === id)?.label ?? '';
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') {
    const style = kind === 'money' && currency !== '' ? ({ style: 'currency', currency } as const) : {};
    return new Intl.NumberFormat(words.language, style).format(value);
  }
  if (typeof value !== 'string')
    return value
      .map(label)
      .filter((one) => one !== '')
      .join(', ');
  if (kind === 'choice') return label(value);
  if (kind === 'party') return words.partyName(value) ?? '';
  return kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value, words.language) : value;
}

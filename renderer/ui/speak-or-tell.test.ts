import { afterEach, expect, it } from 'vitest';
import { createI18n } from '#shared/i18n/translate.ts';
import { useNotices } from './notices.ts';
import { speakOrTell } from './speak-or-tell.ts';

const unreadable = (): Promise<void> => Promise.reject(new Error('The file is damaged'));
const told = (): readonly string[] => useNotices.getState().shown.map(({ text }) => text);

afterEach(() => useNotices.setState({ shown: [] }));

it('says in the language that works which one cannot be read', async () => {
  const instance = createI18n('cs');
  await speakOrTell(instance, 'ru', unreadable);
  expect(instance.language).toBe('cs');
  expect(useNotices.getState().shown).toMatchObject([{ tone: 'warning' }]);
  expect(told()[0]).toContain('ruština');
});

it('says nothing of a language that can be read', async () => {
  const instance = createI18n('en');
  await speakOrTell(instance, 'pl');
  expect(instance.language).toBe('pl');
  expect(told()).toEqual([]);
});

// @vitest-environment jsdom
import { act, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, expect, test, vi } from 'vitest';
import { clientRecord } from '#shared/domain/client.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { closeVault, vault, type PreparedVault } from '#renderer/db/index.ts';
import type * as Db from '#renderer/db/index.ts';
import { practiceQueries } from '#renderer/entities/practice/index.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import { quickDerive } from '#test/fakes/quick-derive.ts';
import { fakePlatform, type FakePlatform } from '#test/fakes/platform.ts';
import { Setup } from './Setup.tsx';

quickDerive();

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

const prepared = vi.hoisted(() => ({ vaults: [] as PreparedVault[] }));
vi.mock('#renderer/db/index.ts', async (original) => {
  const db = await original<typeof Db>();
  const prepareVault = async (passphrase: string) => {
    const made = await db.prepareVault(passphrase, { memoryKiB: 65_536, iterations: 3 });
    prepared.vaults.push(made);
    return made;
  };
  return { ...db, prepareVault };
});
vi.mock('#renderer/entities/paper/index.ts', () => ({
  PaperPanel: ({ onOut, side }: { onOut: (way: 'printed') => void; side: ReactNode }) => (
    <div>
      <button type="button" onClick={() => onOut('printed')}>
        hand out
      </button>
      {side}
    </div>
  ),
}));

// A busy machine takes its time for a whole opening.
configure({ asyncUtilTimeout: 30_000 });
vi.setConfig({ testTimeout: 120_000 });

const PASSPHRASE = 'quiet river of paper cards';
const user = userEvent.setup({ delay: null });
let platform: FakePlatform;
let onReady: ReturnType<typeof vi.fn<() => void>>;
let onRestore: ReturnType<typeof vi.fn<() => void>>;

beforeEach(async () => {
  await closeVault();
  await Dexie.delete('kartoteka-rows');
  prepared.vaults.length = 0;
  platform = fakePlatform({ settings: { languageChosen: false } });
  installPlatform(platform);
  onReady = vi.fn<() => void>();
  onRestore = vi.fn<() => void>();
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <Setup onReady={onReady} onRestore={onRestore} />
    </I18nextProvider>,
  );
});

const question = (name: RegExp) => screen.findByRole('heading', { level: 1, name });
const words = () => prepared.vaults.at(-1)?.recoveryWords ?? [];

async function fill(label: string, text: string): Promise<void> {
  await user.click(screen.getByLabelText(label));
  if (text !== '') await user.paste(text);
}

/** Types what the sheet says into the fields that ask for it. */
async function typeWords(change: (word: string) => string = (word) => word): Promise<void> {
  for (const field of screen.getAllByRole<HTMLInputElement>('textbox')) {
    const label = field.labels?.[0]?.textContent ?? '';
    const place = Number(/\d+/.exec(label)?.[0]) - 1;
    await user.clear(field);
    await user.paste(change(words()[place] ?? ''));
  }
}

async function toPassphrase(): Promise<void> {
  await question(/language/);
  await user.keyboard('{Enter}');
  await question(/kind of practice/);
  await user.click(screen.getByRole('radio', { name: /law/i }));
  await fill('Name of the practice', 'Paper and Partners');
  await fill('Your name', 'Ada Paper');
  await user.keyboard('{Enter}');
  await question(/passphrase/);
}

async function toCheck(): Promise<void> {
  await toPassphrase();
  await fill('Passphrase', PASSPHRASE);
  await fill('Passphrase once more', PASSPHRASE);
  await user.keyboard('{Enter}');
  await question(/recovery sheet\?/i);
  await user.keyboard('{Enter}');
  await question(/Which words/);
}

test('leads by keyboard from the language to an open vault with the practice', async () => {
  await toCheck();
  await typeWords();
  await user.keyboard('{Enter}');
  await question(/How do you want to start/);
  await user.keyboard('{Enter}');
  await waitFor(() => expect(onReady).toHaveBeenCalled());
  expect(await practiceQueries.get()).toMatchObject({
    kind: 'law',
    language: 'en',
    professional: 'Ada Paper',
    letterhead: { name: 'Paper and Partners' },
    sample: false,
  });
  expect(platform.fake.disk.settings).toMatchObject({ language: 'en', languageChosen: true });
  expect(platform.fake.lastRequest('session.unlocked')?.reminderKey).toHaveLength(32);
  expect(await vault().all(clientRecord)).toEqual([]);
});

test('a language is chosen at once and spoken as soon as its texts are there', async () => {
  await question(/language/);
  const russian = screen.getByRole('radio', { name: 'Русский' });
  fireEvent.click(russian);
  expect(russian).toBeChecked();
  await question(/язык/i);
});

test('one press of Enter goes one step on', async () => {
  await toCheck();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('starts with the sample practice when it is chosen', async () => {
  await toCheck();
  await typeWords();
  await user.keyboard('{Enter}');
  await question(/How do you want to start/);
  await user.click(screen.getByRole('radio', { name: /sample/i }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(onReady).toHaveBeenCalled());
  expect((await vault().all(clientRecord)).length).toBeGreaterThan(15);
  expect((await practiceQueries.get())?.sample).toBe(true);
});

test('speaks the chosen language at once', async () => {
  await user.click(screen.getByRole('radio', { name: 'Čeština' }));
  await question(/Jakým jazykem/);
  await user.keyboard('{Enter}');
  await question(/druh praxe/);
  expect(platform.fake.disk.settings.language).toBe('cs');
});

test('offers at once to restore from a backup instead', async () => {
  await user.click(await screen.findByRole('button', { name: 'Restore from a backup' }));
  expect(onRestore).toHaveBeenCalledOnce();
});

test('refuses to go on without a kind of practice', async () => {
  await user.keyboard('{Enter}');
  await question(/kind of practice/);
  await user.keyboard('{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/Choose the kind/);
});

test.each([
  ['short', 'short', /too short/],
  ['password1234', 'password1234', /first that are tried/],
  [PASSPHRASE, 'quiet river of paper card', /differ/],
  ['', '', /Type a passphrase/],
])('refuses the passphrase «%s» and «%s»', async (first, second, problem) => {
  await toPassphrase();
  await fill('Passphrase', first);
  await fill('Passphrase once more', second);
  await user.keyboard('{Enter}');
  expect(await screen.findByText(problem)).toBeVisible();
  expect(prepared.vaults).toEqual([]);
});

test('refuses to go on with wrong recovery words, and says which', async () => {
  await toCheck();
  await typeWords((word) => `${word}x`);
  await user.keyboard('{Enter}');
  expect(await screen.findAllByText(/This is not the word/)).toHaveLength(2);
  await typeWords();
  await user.keyboard('{Enter}');
  await question(/How do you want to start/);
});

test('going back loses nothing and keeps the words of an unchanged passphrase', async () => {
  await toCheck();
  const before = words();
  const back = async () => user.click(screen.getByRole('button', { name: 'Back' }));
  await back();
  await back();
  await question(/passphrase should open/);
  expect(screen.getByLabelText('Passphrase')).toHaveValue(PASSPHRASE);
  await back();
  expect(screen.getByLabelText('Name of the practice')).toHaveValue('Paper and Partners');
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await question(/passphrase should open/);
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  await question(/recovery sheet\?/i);
  expect(prepared.vaults).toHaveLength(1);
  expect(words()).toBe(before);
});

test('a full disk while creating is told, and trying again goes on where it stopped', async () => {
  await toCheck();
  await typeWords();
  await user.keyboard('{Enter}');
  await question(/How do you want to start/);
  platform.fake.failNext('journal.append', 'diskFull');
  await user.keyboard('{Enter}');
  const alert = await screen.findByRole('alert');
  expect(onReady).not.toHaveBeenCalled();
  await act(async () => {
    alert.querySelector('button')?.click();
  });
  await waitFor(() => expect(onReady).toHaveBeenCalled());
  expect(platform.fake.calls.filter(({ channel }) => channel === 'vault.create')).toHaveLength(1);
  expect(await practiceQueries.get()).toMatchObject({ professional: 'Ada Paper' });
});

test('a vault that was written although main did not answer is opened, not written twice', async () => {
  await toCheck();
  await typeWords();
  await user.keyboard('{Enter}');
  await question(/How do you want to start/);
  platform.fake.loseAnswerOfNext('vault.create', 'offline');
  await user.keyboard('{Enter}');
  const alert = await screen.findByRole('alert');
  await act(async () => {
    alert.querySelector('button')?.click();
  });
  await waitFor(() => expect(onReady).toHaveBeenCalled());
  expect(platform.fake.calls.filter(({ channel }) => channel === 'vault.create')).toHaveLength(1);
});

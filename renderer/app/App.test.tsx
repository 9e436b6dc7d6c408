// @vitest-environment jsdom
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { onFlush } from '#renderer/lib/flush.ts';
import { installPlatform } from '#renderer/platform/index.ts';
import type { OpeningReport } from '#renderer/db/types.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { aClient, aPractice } from '#test/builders/bodies.ts';
import { fakePlatform, type FakePlatform } from '#test/fakes/platform.ts';
import { openTestVault } from '#test/fakes/vault.ts';
// What the search loads by itself is there from the start: no test ends while it is being read.
import '#renderer/worker/search/searcher.ts';
import { App } from './App.tsx';
import { readPhase } from './phase.ts';
import { Providers } from './Providers.tsx';
import { readSettings, useSettings } from './settings-store.ts';
import { closeOverlay } from './shell/overlays.ts';

// Working out what is hidden takes most of the time here, and nothing asked for by role is.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

let report: OpeningReport;
vi.mock('#renderer/features/unlock/index.ts', () => ({
  Unlock: ({ onReady }: { readonly onReady: (report: OpeningReport) => void }) => (
    <button type="button" onClick={() => onReady(report)}>
      unlock
    </button>
  ),
}));
vi.mock('#renderer/features/setup/index.ts', () => ({ Setup: () => <p>first run</p> }));

async function start(): Promise<void> {
  const [first] = await Promise.all([readPhase(), readSettings()]);
  render(
    <Providers i18n={createI18n(useSettings.getState().settings.language)}>
      <App first={first} />
    </Providers>,
  );
}

async function startOpen(): Promise<FakePlatform> {
  const { platform } = await openTestVault();
  await practiceCommands.create(aPractice());
  await clientCommands.create(aClient({ name: 'Nováková Jana' }));
  await start();
  await userEvent.click(await screen.findByRole('button', { name: 'unlock' }));
  // The first time, what stands behind the lock screen is loaded.
  await screen.findByRole('heading', { level: 1 }, { timeout: 20_000 });
  return platform;
}

beforeEach(() => {
  closeOverlay();
  report = { state: 'same' };
  window.location.hash = '';
  Element.prototype.scrollIntoView = () => undefined;
  // What jsdom has no notion of.
  vi.stubGlobal('navigation', Object.assign(new EventTarget(), { canGoBack: false, canGoForward: false }));
  window.requestIdleCallback = (run) => window.setTimeout(run, 0);
  window.cancelIdleCallback = (handle) => window.clearTimeout(handle);
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener: vi.fn(),
      removeEventListener: vi.fn(),
    }) as unknown as MediaQueryList;
});

describe('start of the app', () => {
  it('begins with first run while there is no vault', async () => {
    installPlatform(fakePlatform());
    await start();
    expect(await screen.findByText('first run')).toBeInTheDocument();
  });

  it('says what happened when main does not answer, and tries again', async () => {
    const platform = fakePlatform();
    platform.fake.failNext('vault.status', 'offline');
    installPlatform(platform);
    await start();
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('first run')).toBeInTheDocument();
  });

  it('opens Today under the practice’s name, and tells what was mended', async () => {
    report = { state: 'caughtUp', changes: 2 };
    await startOpen();
    expect(screen.getByRole('heading', { level: 1, name: 'Today' })).toBeInTheDocument();
    expect(await screen.findByText(/lacked the last 2 changes/)).toBeInTheDocument();
    expect(await screen.findByText('Horáková & Partners')).toBeInTheDocument();
    // The system keeps lists of window titles outside the vault.
    expect(document.title).not.toContain('Horáková');
  });

  it('changes its language without a restart', async () => {
    await startOpen();
    useSettings.setState(({ settings }) => ({ settings: { ...settings, language: 'cs' } }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Dnes' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('cs');
  });
});

describe('locking and closing', () => {
  it('stores what was typed before it locks, by key and when main asks', async () => {
    const platform = await startOpen();
    const order: string[] = [];
    const end = onFlush(async () => {
      await Promise.resolve();
      order.push(platform.fake.lastRequest('session.lock') ? 'too late' : 'flushed');
    });
    platform.fake.emit('session.lockRequested', { reason: 'idle' });
    await waitFor(() => expect(platform.fake.lastRequest('session.lock')).toEqual({ reason: 'idle' }));
    expect(order).toEqual(['flushed']);
    await userEvent.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(platform.fake.lastRequest('session.lock')).toEqual({ reason: 'user' }));
    end();
  });

  it('stays open, and says so, when something could not be stored', async () => {
    const platform = await startOpen();
    const end = onFlush(() => Promise.reject(new Error('disk full')));
    platform.fake.emit('session.lockRequested', { reason: 'user' });
    expect(await screen.findByText(/the vault was not locked/)).toBeInTheDocument();
    expect(platform.fake.lastRequest('session.lock')).toBeUndefined();
    end();
  });

  it('tells main when everything is stored and the window may close', async () => {
    const platform = await startOpen();
    platform.fake.emit('lifecycle.flushRequested', { ending: true });
    await waitFor(() =>
      expect(platform.fake.calls.some(({ channel }) => channel === 'lifecycle.flushed')).toBe(true),
    );
  });
});

describe('commands everywhere', () => {
  it('obeys the application menu', async () => {
    const platform = await startOpen();
    platform.fake.emit('menu.command', { command: 'settings' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeInTheDocument();
    platform.fake.emit('menu.command', { command: 'newClient' });
    expect(await screen.findByRole('dialog', { name: 'New client' })).toBeInTheDocument();
  });

  it('finds a client from anywhere: palette, two letters, Enter', async () => {
    await startOpen();
    await userEvent.keyboard('{Control>}k{/Control}');
    await screen.findByRole('combobox');
    await userEvent.keyboard('no{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Nováková Jana' })).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });
});

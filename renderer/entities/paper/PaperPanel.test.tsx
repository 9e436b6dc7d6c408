// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, type ReactNode, useState } from 'react';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DocumentModel, plain } from '#shared/documents/model.ts';
import type { Pdf } from '#renderer/ui/paper/index.ts';
import type { FakePlatform, FakePlatformOptions } from '#test/fakes/platform.ts';

// Drawing needs a browser: here a PDF is opened by name, and its pages are listed.
const opened = vi.hoisted(() => ({ count: 0, closed: 0 }));
vi.mock('#renderer/ui/paper/index.ts', async (original) => ({
  ...(await original<object>()),
  openPdf: async (bytes: Uint8Array): Promise<Pdf> => {
    opened.count += 1;
    const close = (): void => {
      opened.closed += 1;
    };
    return { pages: Array.from(bytes, () => ({})) as unknown as Pdf['pages'], close };
  },
  PdfPages: ({ label, children, busy }: { label: string; children: ReactNode; busy: boolean }) => (
    <section aria-label={label} aria-busy={busy}>
      {children}
    </section>
  ),
}));

// Another file of this process may have loaded the real pages before, and the next shall not get these.
const loaded = async () => ({
  ...(await import('#renderer/platform/index.ts')),
  ...(await import('#test/fakes/platform.ts')),
  ...(await import('#test/fakes/screen.tsx')),
  ...(await import('./PaperPanel.tsx')),
});
let app: Awaited<ReturnType<typeof loaded>>;
beforeAll(async () => {
  vi.resetModules();
  await import('#shared/i18n/all-texts.ts');
  app = await loaded();
});
afterAll(() => {
  vi.resetModules();
});

const user = userEvent.setup();
const document = (title: string): DocumentModel => ({
  title,
  language: 'cs',
  letterhead: [],
  subtitle: '',
  blocks: [{ type: 'paragraph', text: plain('Výpověď se podá.') }],
  foot: '',
});

type Answers = NonNullable<FakePlatformOptions['answers']>;
const ANSWERS: Answers = {
  'documents.pdf': () => ({ pdf: new Uint8Array(3) }),
  'documents.savePdf': () => ({ state: 'saved', fileName: 'Dohoda.pdf', folder: 'Documents' }),
  'documents.print': () => ({ state: 'printed' }),
};
let platform: FakePlatform;
const out = vi.fn();

function install(answers: Answers): void {
  platform = app.fakePlatform({ answers });
  app.installPlatform(platform);
}

beforeEach(() => {
  Object.assign(opened, { count: 0, closed: 0 });
  out.mockReset();
  install(ANSWERS);
});

function Subject(): ReactElement {
  const { PaperPanel } = app;
  const [title, setTitle] = useState('Dohoda');
  return (
    <PaperPanel
      document={document(title)}
      suggestedName="Dohoda – Nováková"
      label="Pages of the sheet"
      onOut={out}
      side={<button onClick={() => setTitle('Jiná')}>other</button>}
    />
  );
}
const show = (): void => app.renderScreen({ '/': <Subject /> }, '/');
const calls = (channel: string): number =>
  platform.fake.calls.filter((call) => call.channel === channel).length;

describe('PaperPanel', () => {
  it('shows the pages, counts them and says what they say', async () => {
    show();
    expect(await screen.findByText('3 pages')).toBeVisible();
    const pages = screen.getByRole('region', { name: 'Pages of the sheet' });
    expect(pages).toHaveTextContent('Výpověď se podá.');
    expect(pages.querySelector('[lang=cs]')).not.toBeNull();
    expect(pages).toHaveAttribute('aria-busy', 'false');
  });

  it('makes the pages anew when the document says something else, and lets the old ones go', async () => {
    show();
    await screen.findByText('3 pages');
    await user.click(screen.getByRole('button', { name: 'other' }));
    await waitFor(() => expect(opened).toEqual({ count: 2, closed: 1 }));
    expect(platform.fake.lastRequest('documents.pdf')?.document.title).toBe('Jiná');
  });

  it('saves by button and by keys, and says where', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: /PDF/ }));
    expect((await screen.findByText('Saved as Dohoda.pdf in Documents')).tagName).toBe('OUTPUT');
    expect(platform.fake.lastRequest('documents.savePdf')?.suggestedName).toBe('Dohoda – Nováková');
    expect(out.mock.calls).toEqual([['saved']]);
    await user.keyboard('{Control>}s{/Control}');
    await waitFor(() => expect(calls('documents.savePdf')).toBe(2));
    await screen.findByText('Saved as Dohoda.pdf in Documents');
    await user.click(screen.getByRole('button', { name: 'other' }));
    expect(screen.queryByText('Saved as Dohoda.pdf in Documents')).toBeNull();
  });

  it('prints by button and by keys', async () => {
    show();
    await user.click(await screen.findByRole('button', { name: /^Print/ }));
    expect(await screen.findByText('Sent to the printer.')).toBeVisible();
    await user.keyboard('{Control>}p{/Control}');
    await waitFor(() => expect(out.mock.calls).toEqual([['printed'], ['printed']]));
  });

  it('says nothing when the user changes their mind', async () => {
    install({
      ...ANSWERS,
      'documents.savePdf': () => ({ state: 'cancelled' }),
      'documents.print': () => ({ state: 'cancelled' }),
    });
    show();
    await user.click(await screen.findByRole('button', { name: /PDF/ }));
    await user.click(screen.getByRole('button', { name: /^Print/ }));
    await waitFor(() => expect(calls('documents.print')).toBe(1));
    expect(out).not.toHaveBeenCalled();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells a failure, and goes on', async () => {
    show();
    await screen.findByText('3 pages');
    platform.fake.failNext('documents.savePdf', 'diskFull');
    await user.click(screen.getByRole('button', { name: /PDF/ }));
    expect(await screen.findByRole('alert')).toBeVisible();
    expect(out).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: /PDF/ }));
    expect(await screen.findByText('Saved as Dohoda.pdf in Documents')).toBeVisible();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('offers to try again when the pages could not be made', async () => {
    platform.fake.failNext('documents.pdf', 'printFailed');
    show();
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('3 pages')).toBeVisible();
  });

  it('changes the size of the pages by keys and buttons', async () => {
    show();
    await screen.findByText('3 pages');
    const fit = screen.getByRole('button', { name: 'Fit width' });
    expect(fit).toHaveAttribute('aria-pressed', 'true');
    await user.click(screen.getByRole('button', { name: 'Show larger' }));
    expect(fit).toHaveAttribute('aria-pressed', 'false');
    await user.keyboard('0');
    expect(fit).toHaveAttribute('aria-pressed', 'true');
  });
});

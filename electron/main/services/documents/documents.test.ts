import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentModel } from '#shared/documents/model.ts';
import { MainFailure } from '#main/lib/main-failure.ts';
import { createDocuments, type DocumentsDeps } from './documents.ts';
import type { PrintOutcome } from './print-page.ts';

const document = (title: string): DocumentModel => ({
  title,
  language: 'cs',
  letterhead: [],
  subtitle: '',
  blocks: [],
  foot: '',
});

const FOLDER = join('/', 'home', 'Documents');

/** A print window, a dialog and a disk that remember what they were asked for. */
function world() {
  const state = {
    opened: [] as string[],
    open: 0,
    mostOpen: 0,
    offered: [] as string[],
    files: new Map<string, string>(),
    chosen: join(FOLDER, 'a.pdf') as string | null,
    outcome: 'printed' as PrintOutcome,
    pdfFault: null as Error | null,
    openFault: null as Error | null,
  };
  const deps: DocumentsDeps = {
    openPage: async (html) => {
      if (state.openFault) throw state.openFault;
      state.opened.push(html);
      state.open += 1;
      state.mostOpen = Math.max(state.mostOpen, state.open);
      await Promise.resolve();
      return {
        pdf: async () => {
          await Promise.resolve();
          if (state.pdfFault) throw state.pdfFault;
          return new TextEncoder().encode(`pdf ${state.opened.length}`);
        },
        print: async () => state.outcome,
        close: () => {
          state.open -= 1;
        },
      };
    },
    chooseFile: async (name) => {
      state.offered.push(name);
      return state.chosen;
    },
    exists: async (path) => state.files.has(path),
    write: async (path, bytes) => {
      state.files.set(path, new TextDecoder().decode(bytes));
    },
    log: { info: vi.fn(), error: vi.fn() },
  };
  return { state, documents: createDocuments(deps), deps };
}

let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});

const failure = async (run: Promise<unknown>): Promise<string> => {
  const error = await run.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof MainFailure ? error.failure.code : String(error);
};

describe('pdf', () => {
  it('lays out the document, fonts inside, and closes the window', async () => {
    expect(new TextDecoder().decode(await w.documents.pdf(document('Dohoda')))).toBe('pdf 1');
    expect(w.state.opened[0]).toContain('<h1>Dohoda</h1>');
    expect(w.state.opened[0]).toContain('src:url(data:font/woff2;base64,');
    expect(w.state.open).toBe(0);
  });

  it('makes the same document once: what was looked at is what is saved', async () => {
    const looked = await w.documents.pdf(document('a'));
    await w.documents.savePdf(document('a'), 'a');
    expect(w.state.opened).toHaveLength(1);
    expect(w.state.files.get(join(FOLDER, 'a.pdf'))).toBe(new TextDecoder().decode(looked));
  });

  it('makes one document at a time, and no document twice', async () => {
    await Promise.all(['a', 'b', 'a', 'c'].map((title) => w.documents.pdf(document(title))));
    expect(w.state.mostOpen).toBe(1);
    expect(w.state.opened).toHaveLength(3);
  });

  it('forgets the pages when the vault locks', async () => {
    await w.documents.pdf(document('a'));
    w.documents.forget();
    await w.documents.pdf(document('a'));
    expect(w.state.opened).toHaveLength(2);
  });

  it('keeps few documents', async () => {
    for (const title of ['a', 'b', 'c', 'd', 'e', 'e', 'a']) await w.documents.pdf(document(title));
    expect(w.state.opened).toHaveLength(6);
  });

  it('says so when it cannot be made, closes the window and goes on', async () => {
    w.state.pdfFault = new Error('crashed');
    expect(await failure(w.documents.pdf(document('a')))).toBe('printFailed');
    expect(w.state.open).toBe(0);
    w.state.pdfFault = null;
    w.state.openFault = new Error('no window');
    expect(await failure(w.documents.pdf(document('a')))).toBe('printFailed');
    w.state.openFault = null;
    expect(await w.documents.pdf(document('a'))).toBeInstanceOf(Uint8Array);
  });
});

describe('savePdf', () => {
  it('offers a safe name and says where the file went', async () => {
    const saved = await w.documents.savePdf(document('a'), 'Dohoda: Nováková/2026');
    expect(w.state.offered).toEqual(['Dohoda- Nováková-2026.pdf']);
    expect(saved).toEqual({ state: 'saved', fileName: 'a.pdf', folder: FOLDER });
  });

  it('writes nothing when the user changes their mind', async () => {
    w.state.chosen = null;
    expect(await w.documents.savePdf(document('a'), 'a')).toEqual({ state: 'cancelled' });
    expect(w.state.files.size).toBe(0);
  });

  it('adds .pdf, and never overwrites a file the dialog did not ask about', async () => {
    w.state.chosen = join(FOLDER, 'a');
    w.state.files.set(join(FOLDER, 'a.pdf'), 'old').set(join(FOLDER, 'a (2).pdf'), 'old');
    const saved = await w.documents.savePdf(document('a'), 'a');
    expect(saved).toEqual({ state: 'saved', fileName: 'a (3).pdf', folder: FOLDER });
    expect(w.state.files.get(join(FOLDER, 'a.pdf'))).toBe('old');
  });

  it('passes on what the disk says', async () => {
    const documents = createDocuments({
      ...w.deps,
      write: () => Promise.reject(new MainFailure('diskFull')),
    });
    expect(await failure(documents.savePdf(document('a'), 'a'))).toBe('diskFull');
  });
});

describe('print', () => {
  it.each(['printed', 'cancelled'] as const)('answers %s', async (outcome) => {
    w.state.outcome = outcome;
    expect(await w.documents.print(document('a'))).toEqual({ state: outcome });
    expect(w.state.open).toBe(0);
  });

  it.each([
    ['failed', 'printFailed'],
    ['noPrinter', 'noPrinter'],
  ] as const)('says so when it %s', async (outcome, code) => {
    w.state.outcome = outcome;
    expect(await failure(w.documents.print(document('a')))).toBe(code);
    expect(w.state.open).toBe(0);
  });
});

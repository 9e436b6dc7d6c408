import type { Page } from 'playwright-core';

const KEYS = 200;
/** Typed before the first key that counts: by then the code is compiled. */
const WARM_UP = 40;
const EDITS = 60;
/** Between two keys, milliseconds: a quick typist. */
const PACE = 70;
/** Between two single edits, milliseconds: longer than the autosave waits for more. */
const PAUSE = 450;

declare global {
  interface Window {
    benchSamples?: number[];
    benchSaved?: Promise<number>;
  }
}

/** From now on the page notes anew, for each key, the time from its event to the end of the frame that shows it. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
    if (window.benchSamples) {
      window.benchSamples.length = 0;
      return;
    }
    const samples: number[] = [];
    window.benchSamples = samples;
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const afterPaint = new MessageChannel();
          afterPaint.port1.addEventListener('message', () => samples.push(performance.now() - timeStamp));
          afterPaint.port1.start();
          afterPaint.port2.postMessage(null);
        });
      },
      true,
    );
  });

const WORDS = 'the client wants to know by when it is ';

const typeKeys = (page: Page, keys: number): Promise<void> =>
  page.keyboard.type(WORDS.repeat(Math.ceil(keys / WORDS.length)).slice(0, keys), { delay: PACE });

/**
 * Gets a text ready for `measureTyping`, with the cursor at its end.
 * @param at Screen whose editor is meant, or what a plain text area is filled with first.
 */
export async function prepareTyping(
  page: Page,
  at: { readonly hash: string } | { readonly text: string },
): Promise<void> {
  if ('hash' in at) await page.evaluate((to) => void (location.hash = to), at.hash);
  const field = page.locator('hash' in at ? '[contenteditable=true]' : 'textarea').first();
  await field.waitFor();
  if ('text' in at) await field.fill(at.text);
  await field.focus();
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(1000);
  await typeKeys(page, WARM_UP);
  await page.waitForTimeout(1000);
}

/** Types where the cursor is and answers the milliseconds from each key to its glyph. */
export async function measureTyping(page: Page): Promise<readonly number[]> {
  await watchKeys(page);
  await typeKeys(page, KEYS);
  await page.waitForTimeout(500);
  return page.evaluate(() => window.benchSamples ?? []);
}

/** From now on `window.benchSaved` settles when the next key is stored: milliseconds until the header says «Saved» again. */
const watchSave = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const header = document.querySelector('header');
    if (!header) throw new Error('No header says whether the text is saved');
    const says = (word: string): boolean =>
      [...header.querySelectorAll('output')].some(({ textContent }) => textContent.startsWith(word));
    window.benchSaved = new Promise<number>((resolve, reject) => {
      let begun = Number.NaN;
      let saving = false;
      const observer = new MutationObserver(() => {
        saving ||= says('Saving');
        if (!saving || !says('Saved')) return;
        observer.disconnect();
        resolve(performance.now() - begun);
      });
      observer.observe(header, { subtree: true, childList: true, characterData: true });
      const begin = ({ timeStamp }: KeyboardEvent): void => {
        begun = timeStamp;
        // The time of the meeting may be on its way already: then the header goes on saying so until the key is stored too.
        saving = says('Saving');
      };
      window.addEventListener('keydown', begin, { capture: true, once: true });
      setTimeout(() => reject(new Error('Not saved within ten seconds')), 10_000);
    });
  });

/** Makes single edits in the open meeting note; answers the milliseconds from each key until the header says «Saved» again. */
export async function measureSaves(page: Page): Promise<readonly number[]> {
  const samples: number[] = [];
  for (let edit = 0; edit < EDITS; edit += 1) {
    await page.waitForTimeout(PAUSE);
    await watchSave(page);
    await page.keyboard.press('x');
    samples.push(await page.evaluate(() => window.benchSaved ?? Number.NaN));
  }
  return samples;
}

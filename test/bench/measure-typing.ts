import type { Page } from 'playwright-core';

const KEYS = 200;
const EDITS = 40;
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

/** From now on the page notes, for each key, the time from its event to the end of the frame that shows it. */
const watchKeys = (page: Page): Promise<void> =>
  page.evaluate(() => {
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

/**
 * Types at the end of a text and answers the milliseconds from each key to its glyph.
 * @param hash Screen to go to first; null: stay.
 * @param text Fills a plain text area with this first.
 */
export async function measureTyping(
  page: Page,
  hash: string | null,
  text?: string,
): Promise<readonly number[]> {
  if (hash !== null) await page.evaluate((to) => void (location.hash = to), hash);
  const field = page.locator(text === undefined ? '[contenteditable=true]' : 'textarea').first();
  await field.waitFor();
  if (text !== undefined) await field.fill(text);
  await field.focus();
  await page.keyboard.press('Control+End');
  await page.waitForTimeout(1000);
  await watchKeys(page);
  await page.keyboard.type(
    'the client wants to know by when it is '.repeat(Math.ceil(KEYS / 39)).slice(0, KEYS),
    { delay: PACE },
  );
  await page.waitForTimeout(500);
  return page.evaluate(() => window.benchSamples ?? []);
}

/** From now on `window.benchSaved` settles when the next key is stored: milliseconds until the header says «Saved» again. */
const watchSave = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const header = document.querySelector('header');
    if (!header) throw new Error('No header says whether the text is saved');
    window.benchSaved = new Promise<number>((resolve, reject) => {
      let begun = Number.NaN;
      let saving = false;
      const observer = new MutationObserver(() => {
        const states = [...header.querySelectorAll('output')].map(({ textContent }) => textContent);
        saving ||= states.some((state) => state.startsWith('Saving'));
        if (!saving || !states.some((state) => state.startsWith('Saved'))) return;
        observer.disconnect();
        resolve(performance.now() - begun);
      });
      observer.observe(header, { subtree: true, childList: true, characterData: true });
      window.addEventListener('keydown', ({ timeStamp }) => (begun = timeStamp), {
        capture: true,
        once: true,
      });
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

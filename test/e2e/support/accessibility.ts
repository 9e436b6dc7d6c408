import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What depends on the colours. All else is the same in light and dark. */
const RULES_OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * Runs in the page: colours on their way from one to another are no colours to judge. What moves is ended, and what
 * begins to move only in the next pictures too.
 */
async function endTransitions(): Promise<void> {
  for (let still = 0; still < 2;) {
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
    const moving = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    for (const animation of moving) animation.finish();
    still = moving.length === 0 ? still + 1 : 0;
  }
}

/** Which rules are looked at. */
interface RunOnly {
  readonly type: 'tag' | 'rule';
  readonly values: string[];
}

/** What axe finds wrong, as far as it is told. */
type Violations = readonly { readonly id: string; readonly nodes: readonly { readonly target: unknown }[] }[];

/** Only what is violated is told in full: telling what is right takes as long as looking. */
const optionsFor = (runOnly: RunOnly) => ({ resultTypes: ['violations' as const], runOnly: { ...runOnly } });

/** Runs in the page: asks the axe that an earlier check has left there; null where there is none. */
async function askAgain(options: ReturnType<typeof optionsFor>): Promise<Violations | null> {
  const { axe } = window as {
    axe?: { run: (where: Document, how: typeof options) => Promise<{ violations: Violations }> };
  };
  if (axe === undefined) return null;
  const { violations } = await axe.run(document, options);
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) }));
}

async function expectNoViolations(page: Page, runOnly: RunOnly): Promise<void> {
  await page.evaluate(endTransitions);
  const options = optionsFor(runOnly);
  // Putting axe into the page takes half as long as its work.
  const again = await page.evaluate(askAgain, options);
  const violations: Violations =
    again ?? (await new AxeBuilder({ page }).setLegacyMode(true).options(options).analyze()).violations;
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`),
  ).toEqual([]);
}

/** Checks the screen with axe against WCAG 2.2 A and AA; a violation fails the test by name and place. */
export const expectAccessible = (page: Page): Promise<void> =>
  expectNoViolations(page, { type: 'tag', values: STANDARDS });

async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  const shown = () => page.evaluate(() => document.documentElement.style.colorScheme);
  await expect.poll(shown).toBe(colorScheme);
}

/** Checks the screen in light, and its colours in dark too. The system is light afterwards. */
export async function expectAccessibleInBoth(page: Page): Promise<void> {
  await expectAccessible(page);
  await inScheme(page, 'dark');
  await expectNoViolations(page, { type: 'rule', values: RULES_OF_COLOURS });
  await inScheme(page, 'light');
}

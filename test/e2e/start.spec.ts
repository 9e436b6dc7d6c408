import { LANGUAGES } from '#shared/domain/values.ts';
import { translator } from '#shared/i18n/translate.ts';
import { expect, test } from './support/app.ts';

for (const language of LANGUAGES) {
  test(`the first start asks in the language of the system: ${language}`, async ({ launchApp }) => {
    const app = await launchApp({ language });
    const page = await app.window();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(translator(language)('setup.language.question'));
  });
}

test('a second start brings the first one forward and ends', async ({ launchApp }) => {
  const app = await launchApp();
  await app.window();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect(launchApp({ userData: app.userData })).rejects.toThrow('ended with 0');
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(visible).toBe(true);
});

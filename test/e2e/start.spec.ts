import { expect, test } from './support/app.ts';

test('a second start brings the first one forward and ends', async ({ launchApp }) => {
  const app = await launchApp();
  await app.window();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect(launchApp({ userData: app.userData })).rejects.toThrow('ended with 0');
  const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(visible).toBe(true);
});

import { expect, it, onTestFinished } from 'vitest';
import { config } from 'zod/v4/core';

it('reaches the settings of Zod, wherever it keeps them now', async () => {
  const settings = config();
  onTestFinished(() => {
    delete settings.jitless;
  });
  expect(settings.jitless).toBeUndefined();
  await import('./no-eval.ts');
  expect(settings.jitless).toBe(true);
});

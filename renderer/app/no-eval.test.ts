import { expect, it, onTestFinished } from 'vitest';
import { config } from 'zod/v4/core';
import { forbidEval } from './no-eval.ts';

it('reaches the settings of Zod, wherever it keeps them now', () => {
  const settings = config();
  onTestFinished(() => {
    delete settings.jitless;
  });
  expect(settings.jitless).toBeUndefined();
  forbidEval();
  expect(settings.jitless).toBe(true);
});

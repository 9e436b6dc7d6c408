import type { Page, TestInfo } from '@playwright/test';
import type { Language } from '#shared/domain/values.ts';
import type { OpenPractice } from './prepared.ts';

/** An open practice in which the main job is done, in one language. */
export interface Job extends OpenPractice {
  readonly language: Language;
  readonly info: TestInfo;
  /** Checks the screen with axe, in {@link MORE_IN} alone. */
  readonly lookAt: (page: Page) => Promise<void>;
}

/** The language in which that is tried too which is the same in every language. */
export const MORE_IN: Language = 'cs';

/** Text with every run of white space as one space: the lines of paper break where they must. */
export const unbroken = (text: string): string => text.replaceAll(/\s+/g, ' ');

import '@testing-library/jest-dom/vitest';
import { afterEach } from 'vitest';
import '#shared/i18n/all-texts.ts';

const pageLibrary = typeof document === 'undefined' ? null : await import('@testing-library/react');

// What one file has set would hold for the next.
pageLibrary?.configure({ defaultHidden: false, asyncUtilTimeout: 10_000 });

// Components left from one test would be found by the next.
afterEach(() => pageLibrary?.cleanup());

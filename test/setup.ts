import '@testing-library/jest-dom/vitest';
import { afterEach } from 'vitest';

// Components left from one test would be found by the next.
afterEach(async () => {
  if (typeof document === 'undefined') return;
  const { cleanup } = await import('@testing-library/react');
  cleanup();
});

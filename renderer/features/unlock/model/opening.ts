import type { Range } from '#renderer/lib/ranges.ts';

/** How far opening the vault is. */
export type Opening =
  | { readonly state: 'closed' }
  /** `total` is 0 while the copies are compared. */
  | { readonly state: 'opening'; readonly done: number; readonly total: number }
  | { readonly state: 'failed'; readonly failure: unknown; readonly retry: () => void }
  /** Damage took changes that nothing else holds; `accept` opens with all the rest. */
  | {
      readonly state: 'gaps';
      readonly changes: number;
      /** Their numbers. */
      readonly lost: readonly Range[];
      readonly folder: string;
      readonly retry: () => void;
      readonly accept: () => void;
    };

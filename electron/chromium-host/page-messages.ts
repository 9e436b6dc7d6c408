/** What a page tells the host. */
export type FromPage =
  | { readonly kind: 'hello' }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly kind: 'input' }
  | {
      readonly kind: 'state';
      readonly dark: boolean;
      readonly visible: boolean;
      readonly focused: boolean;
      readonly bounds: { x: number; y: number; width: number; height: number };
    };

/** What the host tells a page. */
export type ToPage =
  | { readonly kind: 'result'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown[] };

/** What the page's part needs to know; it is written into its source text. */
export interface PageConfig {
  /** Names under which page and host find each other, once, before any script of the page runs. */
  readonly binding: string;
  readonly receiver: string;
  readonly headless: boolean;
  readonly platform: string;
  readonly arguments: readonly string[];
}

/** Longest piece of a message, in characters: longer ones make DevTools' protocol slow. */
export const PIECE = 512 * 1024;

import type { ResponseOf } from '#shared/ipc/contract.ts';

type Looking = ResponseOf<'session.looking'>['looking'];

/** Whether the vault is open, and the one key main holds while it is. */
export interface SessionService {
  isUnlocked(): boolean;
  /** The key that opens reminder labels (32 bytes); null while locked. Do not keep it: it is zeroed at lock. */
  reminderKey(): Uint8Array | null;
  /** The vault was opened in the renderer. */
  unlocked(reminderKey: Uint8Array): void;
  /** Forgets the key. Nothing happens when locked already. */
  lock(): void;
  /** Whether a client is looking at the screen, and whose file they may see. */
  looking(): Looking;
  look(looking: Looking): void;
  /** Calls back after each {@link look}. Returns the function that ends it. */
  onLook(listener: (looking: Looking) => void): () => void;
  /** Calls back after each unlock and lock. Returns the function that ends it. */
  onChange(listener: (unlocked: boolean) => void): () => void;
}

/**
 * Copies a key to memory of its own. A small array lies among V8's objects, which are copied about as garbage is collected:
 * wiping it would leave its earlier copies where they were.
 */
function wipeable(key: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new ArrayBuffer(key.length));
  copy.set(key);
  return copy;
}

/** Makes a locked session. */
export function createSession(): SessionService {
  const listeners = new Set<(unlocked: boolean) => void>();
  const lookers = new Set<(looking: Looking) => void>();
  let looking: Looking = null;
  let key: Uint8Array | null = null;

  const tell = (): void => {
    for (const listener of listeners) listener(key !== null);
  };

  return {
    isUnlocked: () => key !== null,
    reminderKey: () => key,
    unlocked(reminderKey) {
      key?.fill(0);
      key = wipeable(reminderKey);
      reminderKey.fill(0);
      tell();
    },
    lock() {
      if (key === null) return;
      key.fill(0);
      key = null;
      tell();
    },
    looking: () => looking,
    look(next) {
      looking = next;
      for (const looker of lookers) looker(looking);
    },
    onLook(listener) {
      lookers.add(listener);
      return () => lookers.delete(listener);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

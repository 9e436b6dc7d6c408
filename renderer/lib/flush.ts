type Flusher = () => Promise<void>;

const flushers = new Set<Flusher>();

/** Registers work that must be done before the window closes or the vault locks. Returns the function that takes it back. */
export function onFlush(flusher: Flusher): () => void {
  flushers.add(flusher);
  return () => flushers.delete(flusher);
}

/** Stores everything typed and not yet stored. Settles when every flusher has settled; rejects when one failed. */
export async function flushAll(): Promise<void> {
  const outcomes = await Promise.allSettled([...flushers].map((flusher) => flusher()));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
}

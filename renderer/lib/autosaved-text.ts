import { useEffect, useRef, useState } from 'react';
import { createAutosave, type Autosave } from './autosave.ts';

interface Typed {
  readonly text: string;
  /** The store has taken this text, though what it shows may still be the one before. */
  readonly taken: boolean;
}

/**
 * A text field that stores itself. What is typed shows at once and stays until the store shows the same; then the field
 * follows the store again, so that a change made elsewhere is seen.
 * @param key Names the text in the save state; one field a key.
 * @param stored The text as the store has it.
 * @param save Stores a text; rejects when it could not, and is then tried again.
 */
export function useAutosavedText(
  key: string,
  stored: string,
  save: (text: string) => Promise<unknown>,
): readonly [text: string, change: (text: string) => void] {
  const [typed, setTyped] = useState<Typed | null>(null);
  const latestSave = useRef(save);
  const saver = useRef<Autosave<string> | null>(null);

  useEffect(() => {
    latestSave.current = save;
  });
  useEffect(() => {
    const made = createAutosave<string>(key, async (text) => {
      await latestSave.current(text.normalize('NFC'));
      setTyped((now) => (now?.text === text ? { text, taken: true } : now));
    });
    saver.current = made;
    return () => {
      saver.current = null;
      // A failure shows in the save state, and the text is tried again.
      void made.end().catch(() => undefined);
    };
  }, [key]);
  if (typed?.taken === true && typed.text.normalize('NFC') === stored) setTyped(null);

  return [
    typed?.text ?? stored,
    (text) => {
      setTyped({ text, taken: false });
      saver.current?.change(text);
    },
  ];
}

import { useEffect, useEffectEvent, useState } from 'react';

const holdsFiles = (transfer: DataTransfer | null): transfer is DataTransfer =>
  transfer?.types.includes('Files') === true;

/**
 * Takes files that are dropped anywhere on the window. Answers whether some are being dragged over it.
 * @param onDrop Called while the drop is handled: afterwards the files are gone.
 * @param takes Whether files are wanted now. Those that are not are kept from being opened in place of the app all the same.
 */
export function useFileDrop(onDrop: (transfer: DataTransfer) => void, takes = true): boolean {
  const [over, setOver] = useState(false);
  const drag = useEffectEvent((event: DragEvent): void => {
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = takes ? 'copy' : 'none';
    setOver(takes);
  });
  const leave = useEffectEvent((event: DragEvent): void => {
    // Moving from one element to the next names both; leaving the window names none.
    if (event.relatedTarget === null) setOver(false);
  });
  const drop = useEffectEvent((event: DragEvent): void => {
    setOver(false);
    if (!holdsFiles(event.dataTransfer)) return;
    event.preventDefault();
    if (takes) onDrop(event.dataTransfer);
  });
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    window.addEventListener('dragenter', (event) => drag(event), { signal });
    window.addEventListener('dragover', (event) => drag(event), { signal });
    window.addEventListener('dragleave', (event) => leave(event), { signal });
    window.addEventListener('drop', (event) => drop(event), { signal });
    return () => control.abort();
  }, []);
  return over;
}

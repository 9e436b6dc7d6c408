/** What came with a drop or a paste. */
export interface Transferred {
  readonly files: readonly File[];
  /** How many folders there were: they are not taken. */
  readonly folders: number;
}

const isFolder = (item: DataTransferItem): boolean => item.webkitGetAsEntry()?.isDirectory === true;

/** The files in what was dropped or pasted. To be called while the event is handled: afterwards they are gone. */
export function filesOf(transfer: DataTransfer | null): Transferred {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const files = items.filter((item) => !isFolder(item)).flatMap((item) => item.getAsFile() ?? []);
  return { files, folders: items.filter(isFolder).length };
}

/** What Chromium calls every picture that comes from the clipboard. */
const PASTED_PICTURE = 'image.png';

/** Gives pictures from the clipboard a name of their own. */
export const named = (file: File, name: string): File =>
  file.name === PASTED_PICTURE ? new File([file], `${name}.png`, { type: file.type }) : file;

import { existsSync, readFileSync } from 'node:fs';
import type { NativeImage, Size } from 'electron';
import { guarded } from './not-in-host.ts';

type Kept = Pick<
  NativeImage,
  'isEmpty' | 'getSize' | 'toPNG' | 'resize' | 'setTemplateImage' | 'toDataURL' | 'addRepresentation'
>;

/** An image as a file's bytes; there is no tray or window that would draw it. */
function imageOf(bytes: Buffer): NativeImage {
  const size = (): Size => ({
    // Width and height stand at fixed places of a PNG file.
    width: bytes.length > 24 ? bytes.readUInt32BE(16) : 0,
    height: bytes.length > 24 ? bytes.readUInt32BE(20) : 0,
  });
  const parts: Kept = {
    isEmpty: () => bytes.length === 0,
    getSize: size,
    toPNG: () => bytes,
    toDataURL: () => `data:image/png;base64,${bytes.toString('base64')}`,
    resize: () => imageOf(bytes),
    addRepresentation: () => undefined,
    setTemplateImage: () => undefined,
  };
  return guarded('nativeImage', parts) as NativeImage;
}

/** Electron's `nativeImage`. */
export const nativeImage = guarded('nativeImage', {
  createEmpty: () => imageOf(Buffer.alloc(0)),
  createFromPath: (path: string) => imageOf(existsSync(path) ? readFileSync(path) : Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => imageOf(bytes),
  createFromDataURL: (url: string) => imageOf(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
});

/** A picture that can be shown, with its size in its own points, the way it is to be held. */
export interface Picture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** CSS pixels of a point of paper: what the steps of the zoom count in. */
export const PIXELS_PER_POINT = 96 / 72;

/** Larger pictures would take more memory than there is, once unpacked. Picture points. */
const MOST_POINTS = 100_000_000;
/** Pictures without a size of their own, as some drawings are, are shown so large. */
const FALLBACK = 600;

const AT_ONCE = 0x80_00;

/** An address that holds the bytes themselves: nothing has to be stored for it, nor given back. */
function dataUrl(bytes: Uint8Array, mediaType: string): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    binary += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return `data:${mediaType};base64,${btoa(binary)}`;
}

/**
 * Makes a picture of the bytes of a file. What it holds besides is not run, and nothing it names is fetched: that is how
 * Chromium treats pictures.
 * @returns Why it is not shown, when it is none or would be too large.
 */
export async function pictureOf(
  bytes: Uint8Array,
  mediaType: string,
): Promise<Picture | 'malformed' | 'tooLarge'> {
  const url = dataUrl(bytes, mediaType);
  const image = new Image();
  const there = await new Promise<boolean>((resolve) => {
    image.addEventListener('load', () => resolve(true), { once: true });
    image.addEventListener('error', () => resolve(false), { once: true });
    // Only its head is read now: it is unpacked when it is drawn.
    image.src = url;
  });
  if (!there) return 'malformed';
  const { naturalWidth, naturalHeight } = image;
  if (naturalWidth * naturalHeight > MOST_POINTS) return 'tooLarge';
  return { url, width: naturalWidth || FALLBACK, height: naturalHeight || FALLBACK };
}

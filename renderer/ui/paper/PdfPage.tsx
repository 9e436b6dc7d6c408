import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import type { PDFPageProxy } from 'pdfjs-dist';
import { type ReactElement, useEffect, useRef, useState } from 'react';

/** Pages this far out of sight are drawn already, CSS pixels. */
const NEAR = '800px';

/** Whether the element is in sight or nearly so. */
function useNear(): [React.RefObject<HTMLDivElement | null>, boolean] {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: NEAR,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, near];
}

/** Picture points of one CSS pixel: never fewer than two, since pdf.js draws thin strokes unevenly on a coarse canvas. */
const density = (): number => Math.max(2, window.devicePixelRatio);

/** Largest picture of a page, picture points, and its longest side: a canvas beyond that stays empty. */
const MOST_POINTS = 48_000_000;
const LONGEST_SIDE = 16_000;

/** As dense as a page of that size (CSS pixels) can be drawn. */
function densityOf({ width, height }: { readonly width: number; readonly height: number }): number {
  const most = Math.min(Math.sqrt(MOST_POINTS / (width * height)), LONGEST_SIDE / Math.max(width, height));
  return Math.min(density(), most);
}

/** Draws the page; what was drawn before stays until the new picture is whole. */
function draw(page: PDFPageProxy, scale: number, into: HTMLElement): () => void {
  const canvas = document.createElement('canvas');
  const viewport = page.getViewport({ scale: scale * densityOf(page.getViewport({ scale })) });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  canvas.style.width = '100%';
  canvas.style.height = '100%';
  canvas.style.display = 'block';
  const task = page.render({ canvas, viewport });
  let isWanted = true;
  task.promise.then(
    () => isWanted && into.replaceChildren(canvas),
    (error: unknown) => {
      if (isWanted) reportError(error);
    },
  );
  return () => {
    isWanted = false;
    task.cancel();
  };
}

interface PdfPageProps {
  readonly page: PDFPageProxy;
  /** CSS pixels of one point. */
  readonly scale: number;
}

/** One page, drawn while it is near. A picture alone: what it says stands beside it as text. */
export function PdfPage({ page, scale }: PdfPageProps): ReactElement {
  const [ref, near] = useNear();
  const { palette } = useTheme();
  const { width, height } = page.getViewport({ scale });
  useEffect(() => {
    const place = ref.current;
    if (!place) return undefined;
    if (near) return draw(page, scale, place);
    // Out of sight, out of memory: a picture takes some ten megabytes.
    place.replaceChildren();
    return undefined;
  }, [near, page, ref, scale]);
  return (
    <Box
      ref={ref}
      data-page={page.pageNumber}
      sx={{
        width,
        height,
        flex: 'none',
        border: 1,
        borderColor: 'line',
        boxSizing: 'content-box',
        bgcolor: palette.common.white,
      }}
    />
  );
}

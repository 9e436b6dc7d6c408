import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import type { PDFPageProxy } from 'pdfjs-dist';
import { type ReactElement, useEffect, useRef, useState } from 'react';

/** Pages this far out of sight are drawn already, CSS pixels. */
const NEAR = '800px';

/** Whether the element is in sight or nearly so; once it was, it stays so. */
function useNear(): [React.RefObject<HTMLDivElement | null>, boolean] {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || near) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: NEAR },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [near]);
  return [ref, near];
}

/** Draws the page; what was drawn before stays until the new picture is whole. */
function draw(page: PDFPageProxy, scale: number, into: HTMLElement): () => void {
  const canvas = document.createElement('canvas');
  const viewport = page.getViewport({ scale: scale * window.devicePixelRatio });
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

/** One page, drawn when it comes near. A picture alone: what it says stands beside it as text. */
export function PdfPage({ page, scale }: PdfPageProps): ReactElement {
  const [ref, near] = useNear();
  const { palette } = useTheme();
  const { width, height } = page.getViewport({ scale });
  useEffect(() => {
    if (!near || !ref.current) return undefined;
    return draw(page, scale, ref.current);
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

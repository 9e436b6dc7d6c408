import Box from '@mui/material/Box';
import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Pdf } from './pdf.ts';
import { SIZES } from '../theme/index.ts';
import { PdfPage } from './PdfPage.tsx';
import { scaleOf, type Zoom } from './zoom.ts';

/** Room around the pages, in steps of the theme's grid. */
const AROUND = 6;
/** What stands to the left and right of a page, its borders included, CSS pixels. */
const BESIDE = 2 * (AROUND * SIZES.spacing + 1);

interface PdfPagesProps {
  readonly pdf: Pdf | null;
  readonly zoom: Zoom;
  /** Name of the pages for screen readers. */
  readonly label: string;
  readonly busy: boolean;
  /** What the pages say, for readers that do not see them. */
  readonly children: ReactNode;
  /** Told whenever the pages are shown at another scale (CSS pixels of one point). */
  readonly onScale: (scale: number) => void;
}

/** Pages on a quiet desk, one under the other. The desk scrolls and can have the focus. */
export function PdfPages({ pdf, zoom, label, busy, children, onScale }: PdfPagesProps): ReactElement {
  const desk = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const element = desk.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth - BESIDE));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const points = pdf?.pages[0]?.getViewport({ scale: 1 }).width ?? 0;
  const scale = scaleOf(zoom, room, points);
  useLayoutEffect(() => onScale(scale), [onScale, scale]);
  return (
    <Box
      ref={desk}
      component="section"
      aria-label={label}
      aria-busy={busy}
      tabIndex={0}
      sx={{
        position: 'relative',
        overflow: 'auto',
        minHeight: 0,
        flex: '1 1 auto',
        bgcolor: 'hover',
        '&:focus-visible': { outlineOffset: '-2px' },
      }}
    >
      {children}
      <Box
        aria-hidden
        sx={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          width: 'max-content',
          minWidth: '100%',
          p: AROUND,
          gap: AROUND,
        }}
      >
        {pdf?.pages.map((page) => (
          <PdfPage key={page.pageNumber} page={page} scale={scale} />
        ))}
      </Box>
    </Box>
  );
}

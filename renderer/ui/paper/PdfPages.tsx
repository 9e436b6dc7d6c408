import Box from '@mui/material/Box';
import { type ReactElement, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
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
  /** Told which page is being looked at, from 1. */
  readonly onPage?: (page: number) => void;
  /** Brings a page, from 1, to the top; each new object does so again. */
  readonly goTo?: { readonly page: number } | null;
}

const pageIn = (desk: HTMLElement, page: number): HTMLElement | null =>
  desk.querySelector<HTMLElement>(`[data-page="${String(page)}"]`);

/** The page at the upper third of the desk. */
function pageInSight(desk: HTMLElement, count: number): number {
  const line = desk.scrollTop + desk.clientHeight / 3;
  let [low, high] = [1, count];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pageIn(desk, middle)?.offsetTop ?? 0) <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Pages on a quiet desk, one under the other. The desk scrolls and can have the focus. */
export function PdfPages(props: PdfPagesProps): ReactElement {
  const { pdf, zoom, label, busy, children, onScale, onPage, goTo } = props;
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
  useEffect(() => {
    const element = desk.current;
    const place = element && goTo && pageIn(element, goTo.page);
    if (place) element.scrollTop = place.offsetTop - AROUND * SIZES.spacing;
  }, [goTo]);
  return (
    <Box
      ref={desk}
      component="section"
      aria-label={label}
      aria-busy={busy}
      tabIndex={0}
      onScroll={
        onPage && pdf
          ? ({ currentTarget }) => onPage(pageInSight(currentTarget, pdf.pages.length))
          : undefined
      }
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

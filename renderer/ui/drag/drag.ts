import type { Edge } from '@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** What is carried along by a drag: told apart by its `kind`. */
export interface Dragged {
  readonly kind: string;
  readonly id: string;
}

/** Read when something that can be dragged is on screen: the first picture does without. */
const library = () => import('./library.ts');
type Library = Awaited<ReturnType<typeof library>>;

/** What was handed over last; read when something is dragged, long after the render. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}

/** Attaches to an element what the library makes of it, as long as it is there. */
function useAttached(
  ref: RefObject<HTMLElement | null>,
  attach: (library: Library, element: HTMLElement) => () => void,
): void {
  const latest = useLatest(attach);
  useEffect(() => {
    let [wanted, detach] = [true, (): void => undefined];
    const begin = async (): Promise<void> => {
      const loaded = await library();
      if (wanted && ref.current) detach = latest.current(loaded, ref.current);
    };
    void begin();
    return () => {
      wanted = false;
      detach();
    };
  }, [ref, latest]);
}

const draggedIn = (data: Record<string | symbol, unknown>): Dragged => ({
  kind: String(data['kind']),
  id: String(data['id']),
});

/** Lets an element be dragged. Answers whether it is being dragged now. */
export function useDragSource(ref: RefObject<HTMLElement | null>, dragged: Dragged, canDrag = true): boolean {
  const [dragging, setDragging] = useState(false);
  const latest = useLatest({ dragged, canDrag });
  useAttached(ref, ({ draggable }, element) =>
    draggable({
      element,
      canDrag: () => latest.current.canDrag,
      getInitialData: () => ({ ...latest.current.dragged }),
      onDragStart: () => setDragging(true),
      onDrop: () => setDragging(false),
    }),
  );
  return dragging;
}

interface DropRules {
  readonly accepts: (dragged: Dragged) => boolean;
  /** @param edge The edge it was dropped at; null where no edges were asked for. */
  readonly onDrop: (dragged: Dragged, edge: Edge | null) => void;
  /** Between which neighbours it may be dropped; left out: on the whole. */
  readonly edges?: readonly Edge[];
}

/** Lets something be dropped on an element. Answers where it would go now: at an edge, on the whole, or nowhere (null). */
export function useDropTarget(ref: RefObject<HTMLElement | null>, rules: DropRules): Edge | 'on' | null {
  const [over, setOver] = useState<Edge | 'on' | null>(null);
  const latest = useLatest(rules);
  useAttached(ref, ({ attachClosestEdge, dropTargetForElements, extractClosestEdge }, element) =>
    dropTargetForElements({
      element,
      canDrop: ({ source }) => latest.current.accepts(draggedIn(source.data)),
      getData: ({ input }) => {
        const { edges } = latest.current;
        return edges ? attachClosestEdge({}, { element, input, allowedEdges: [...edges] }) : {};
      },
      onDrag: ({ self }) => setOver(extractClosestEdge(self.data) ?? 'on'),
      onDragLeave: () => setOver(null),
      onDrop: ({ self, source }) => {
        setOver(null);
        latest.current.onDrop(draggedIn(source.data), extractClosestEdge(self.data));
      },
    }),
  );
  return over;
}

/** Scrolls an element by itself while something is dragged near its edge. */
export const useAutoScroll = (ref: RefObject<HTMLElement | null>): void =>
  useAttached(ref, ({ autoScrollForElements }, element) => autoScrollForElements({ element }));

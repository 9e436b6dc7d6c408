import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus on the heading of a step when it appears: there keyboard and screen reader go on. */
export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return heading;
}

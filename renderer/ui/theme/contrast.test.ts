import { describe, expect, it } from 'vitest';
import { LINE_MARKS } from '#shared/domain/rich-text.ts';
import { COLORS, type ColorTokens } from './tokens.ts';

const channel = (value: number): number => {
  const part = value / 255;
  return part <= 0.039_28 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

/** Relative luminance (WCAG 2.2) of `#rrggbb`. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16)),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
};

describe.each(['light', 'dark'] as const)('%s colours', (mode) => {
  const color: ColorTokens = COLORS[mode];
  const grounds = ['page', 'surface', 'hover', 'selected'] as const;
  const texts: Readonly<Record<string, string>> = {
    text: color.text,
    quiet: color.quiet,
    ink: color.ink,
    error: color.error,
    warning: color.warning,
    success: color.success,
    ...Object.fromEntries(LINE_MARKS.map((mark) => [`mark ${mark}`, color.marks[mark]])),
  };
  const pairs = grounds.flatMap((ground) => Object.keys(texts).map((text) => [text, ground] as const));

  it.each(pairs)('%s is readable on %s', (text, ground) => {
    expect(contrast(texts[text] ?? '', color[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('writes readably on ink and on highlights', () => {
    expect(contrast(color.onInk, color.ink)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color.text, color.highlight)).toBeGreaterThanOrEqual(4.5);
  });

  it('shows the edges of fields and the focus ring at 3:1', () => {
    for (const ground of ['page', 'surface'] as const) {
      expect(contrast(color.edge, color[ground])).toBeGreaterThanOrEqual(3);
      expect(contrast(color.ink, color[ground])).toBeGreaterThanOrEqual(3);
    }
  });

  it('gives each mark a colour of its own', () => {
    expect(new Set(Object.values(color.marks)).size).toBe(LINE_MARKS.length);
  });
});

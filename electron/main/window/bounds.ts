import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { parseJson, writeDurably } from '#main/lib/durable-file.ts';
import type { Log } from '#main/services/log/log.ts';
import { type Bounds, MIN_SIZE } from './window-options.ts';

const placeSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  maximized: z.boolean(),
});
/** Where the window stood. */
export type WindowPlace = z.infer<typeof placeSchema>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const DEFAULT_SIZE = { width: 1280, height: 800 };
/** How much of the window must be on some screen for it to be found again. */
const VISIBLE = 120;

/** A place that can be seen: within the size of a screen and on one that is still there; else the system chooses. */
export function fitPlace(place: WindowPlace | null, screens: readonly Area[]): Bounds {
  if (place === null) return DEFAULT_SIZE;
  const screen = screens.find((area) => overlap(place, area) >= VISIBLE);
  const largest = screen ?? screens[0];
  const size = {
    width: Math.max(MIN_SIZE.width, Math.min(place.width, largest?.width ?? place.width)),
    height: Math.max(MIN_SIZE.height, Math.min(place.height, largest?.height ?? place.height)),
  };
  if (screen === undefined) return size;
  // The title bar must stay within reach.
  return { ...size, x: place.x, y: Math.max(place.y, screen.y) };
}

/** The shorter side of what a window and a screen have in common; negative when they have nothing. */
function overlap(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.min(width, height);
}

/** Where the window stood last time; null when that is not known. */
export function readPlace(file: string): WindowPlace | null {
  try {
    const parsed = placeSchema.safeParse(parseJson(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Remembers where the window stands. Not worth an error to the user. */
export async function writePlace(file: string, place: WindowPlace, log: Log): Promise<void> {
  try {
    await writeDurably(file, JSON.stringify(place));
  } catch (error) {
    log.error('Window place not stored', error);
  }
}

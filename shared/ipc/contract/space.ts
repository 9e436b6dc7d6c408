import { z } from 'zod';

/** `low`: reason to free some. `full`: nothing new can be stored; the vault can be read only. */
export const spaceStateSchema = z.enum(['enough', 'low', 'full']);
export type SpaceState = z.infer<typeof spaceStateSchema>;

const statusSchema = z.object({
  state: spaceStateSchema,
  freeBytes: z.number().nonnegative(),
  /** Below this it is full. */
  neededBytes: z.number().nonnegative(),
  /** The data folder, on whose disk the room is. */
  folder: z.string(),
});

/** The room on the disk with the data folder. */
export const spaceContract = {
  /** Looks at the disk now. */
  'space.status': { request: z.undefined(), response: statusSchema },
} as const;

export const spaceEvents = {
  'space.changed': statusSchema,
} as const;

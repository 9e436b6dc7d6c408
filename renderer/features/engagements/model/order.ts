import { type Engagement, type EngagementStatus } from '#shared/domain/engagement.ts';

/** What is going on first, what is over last. */
const PLACE: Readonly<Record<EngagementStatus, number>> = {
  active: 0,
  proposed: 1,
  paused: 2,
  done: 3,
  cancelled: 4,
};

/** Engagements as they are listed: by how they stand, those that began last first. */
export const inOrder = (engagements: readonly Engagement[]): readonly Engagement[] =>
  engagements.toSorted(
    (a, b) =>
      PLACE[a.status] - PLACE[b.status] ||
      (b.startOn ?? '').localeCompare(a.startOn ?? '') ||
      b.id.localeCompare(a.id),
  );

import { LIFECYCLE_STAGES, type LifecycleStage } from '#shared/domain/client.ts';
import type { Stages } from '#renderer/entities/practice/index.ts';
import {
  NO_FILTER,
  type RegisterFilter,
  type RegisterLook,
  type Sorting,
} from '#shared/domain/register-view.ts';
import { FIRST_COLUMNS } from './columns.ts';

/** How the register is looked at by whoever has not changed anything. */
export const FIRST_LOOK: RegisterLook = {
  layout: 'list',
  columns: [...FIRST_COLUMNS],
  sorting: [{ column: 'name', descending: false }],
  filter: NO_FILTER,
};

const CURRENT_STAGES: readonly LifecycleStage[] = [
  'reach',
  'acquisition',
  'conversion',
  'retention',
  'inspiration',
];
/** After so many days without contact a file seems to be forgotten. */
export const DAYS_WITHOUT_CONTACT = 90;

/** Views that the app brings along: what they keep and in which order. Their words: `register.builtIn.<id>`. */
export const BUILT_IN_VIEWS = [
  'all',
  'forgotten',
  'noContact',
  'noNextDate',
  'leads',
  'organisations',
] as const;
export type BuiltInView = (typeof BUILT_IN_VIEWS)[number];

const builtIn: Readonly<
  Record<BuiltInView, { readonly filter: Partial<RegisterFilter>; readonly sorting?: readonly Sorting[] }>
> = {
  all: { filter: {} },
  forgotten: {
    filter: { forgotten: { days: DAYS_WITHOUT_CONTACT } },
    sorting: [
      { column: 'why', descending: true },
      { column: 'lastContact', descending: false },
    ],
  },
  noContact: {
    filter: {
      stages: [...CURRENT_STAGES],
      lastContact: { how: 'olderThan', days: DAYS_WITHOUT_CONTACT },
    },
    sorting: [{ column: 'lastContact', descending: false }],
  },
  noNextDate: {
    filter: { stages: [...CURRENT_STAGES], noNextDate: true },
    sorting: [{ column: 'lastContact', descending: false }],
  },
  leads: {
    filter: { stages: ['reach', 'acquisition', 'conversion'] },
    sorting: [{ column: 'stage', descending: true }],
  },
  organisations: { filter: { types: ['organisation'] } },
};

/** The stages that mean one of those of the lifecycle, the practice's own among them. */
type Meaning = Stages['meaning'];

/** How the register is looked at in a view of the app's own. Columns and shape stay as the user has them. */
export function builtInLook(
  id: BuiltInView,
  now: RegisterLook,
  meaning: Meaning = (stages) => stages,
): RegisterLook {
  const { filter, sorting = FIRST_LOOK.sorting } = builtIn[id];
  const stages = LIFECYCLE_STAGES.filter((stage) => filter.stages?.includes(stage));
  return {
    ...now,
    filter: { ...NO_FILTER, ...filter, stages: [...meaning(stages)] },
    sorting: [...sorting],
  };
}

/** Whether two ways of looking are one. The words of the filter are no part of a view until it is kept. */
export const sameLook = (a: RegisterLook, b: RegisterLook): boolean =>
  JSON.stringify([a.layout, a.columns, a.sorting, { ...NO_FILTER, ...a.filter }]) ===
  JSON.stringify([b.layout, b.columns, b.sorting, { ...NO_FILTER, ...b.filter }]);

import type { TFunction } from 'i18next';
import { type Forgotten, nextStepOf } from './forgotten.ts';
import { LIFECYCLE_STAGES } from '#shared/domain/client.ts';
import type { StageId } from '#shared/domain/stages.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import type { CustomField, CustomValue } from '#shared/domain/custom-field.ts';
import { dayOf, formatAmount, formatDay, formatRelative } from '#shared/i18n/format.ts';

/** Values of a client that have words in the user's language. */
type LabelGroup = 'clientKind' | 'clientType' | 'stage' | 'language';

/** How values are written in the user's language. Each is worked out once. */
export interface RegisterWords {
  readonly language: Language;
  /** The day on which these words were made: «yesterday» is relative. */
  readonly today: IsoDate;
  readonly label: (group: LabelGroup, value: string) => string;
  /** Place of a stage in the practice's order. */
  readonly stageAt: (stage: StageId) => number;
  readonly day: (day: IsoDate | null) => string;
  /** The day of a moment; empty without one. */
  readonly dayAt: (moment: number | null) => string;
  /** How long ago a moment is. */
  readonly ago: (moment: number) => string;
  /** The value of a field of the practice's own; for sorting, days in the order of time. */
  readonly custom: (field: string, value: CustomValue | undefined, use?: 'sort') => string;
  /** Why a file seems to be forgotten. */
  readonly forgotten: (reason: Forgotten) => string;
  /** What to do about it first; empty where there is nothing. */
  readonly nextStep: (reasons: readonly Forgotten[]) => string;
}

function once<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = make(key);
    known.set(key, value);
    return value;
  };
}

/**
 * The words of a language, at a moment.
 * @param fields Those of the practice's own.
 * @param stages In the practice's order.
 * @param people Names by id, of those that fields lead to.
 */
export function wordsOf(
  t: TFunction,
  language: Language,
  now: number,
  fields: readonly CustomField[] = [],
  stages: readonly StageId[] = LIFECYCLE_STAGES,
  people: ReadonlyMap<string, string> = new Map(),
): RegisterWords {
  const byId = new Map(fields.map((field) => [field.id, field]));
  const day = once((one: IsoDate) => formatDay(one, language));
  // The values are those of the domain; each has its words.
  const label = once((key: string) => t(`domain.${key}` as 'domain.stage.reach'));
  const customText = (field: CustomField, value: CustomValue): string => {
    const option = (id: string): string => field.options.find((one) => one.id === id)?.label ?? '';
    if (typeof value === 'boolean') return t(value ? 'register.yes' : 'register.no');
    if (typeof value === 'number') return formatAmount(value, language, field.currency);
    if (Array.isArray(value)) return value.map(option).join(', ');
    if (field.kind === 'choice') return option(value);
    if (field.kind === 'party') return people.get(value) ?? '';
    return field.kind === 'date' ? day(value) : value;
  };
  return {
    language,
    today: dayOf(now),
    label: (group, value) => label(`${group}.${value}`),
    stageAt: (stage) => stages.indexOf(stage),
    day: (one) => (one === null ? '' : day(one)),
    dayAt: (moment) => (moment === null ? '' : day(dayOf(moment))),
    custom: (id, value, use) => {
      const field = byId.get(id);
      if (!field || value === undefined) return '';
      return field.kind === 'date' && use === 'sort' ? String(value) : customText(field, value);
    },
    forgotten: (reason) => {
      if (reason.why === 'noNextDate') return t('register.forgotten.noNextDate');
      if (reason.why !== 'noContact') return t(`register.forgotten.${reason.why}`, { count: reason.count });
      return reason.days === null
        ? t('register.forgotten.neverContacted')
        : t('register.forgotten.noContact', { count: reason.days });
    },
    nextStep: (reasons) => {
      const step = nextStepOf(reasons);
      return step === null ? '' : t(`register.forgotten.step.${step}`);
    },
    ago: once((moment: number) => formatRelative(moment, now, language)),
  };
}

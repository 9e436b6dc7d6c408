/** How often a reminder comes back, as far as this form can say it. */
export const REPEATS = ['never', 'daily', 'weekly', 'monthly', 'yearly', 'other'] as const;
export type Repeat = (typeof REPEATS)[number];

const RULES: Readonly<Record<Exclude<Repeat, 'other'>, string | null>> = {
  never: null,
  daily: 'FREQ=DAILY',
  weekly: 'FREQ=WEEKLY',
  monthly: 'FREQ=MONTHLY',
  yearly: 'FREQ=YEARLY',
};

/** The recurrence rule (RFC 5545) of a choice; `other` keeps the rule there is. */
export const ruleOf = (repeat: Repeat, kept: string | null): string | null =>
  repeat === 'other' ? kept : RULES[repeat];

/** The choice that a rule is; `other` for a rule that was not made here. */
export function repeatOf(rule: string | null): Repeat {
  const found = REPEATS.find((repeat) => repeat !== 'other' && RULES[repeat] === rule);
  return found ?? 'other';
}

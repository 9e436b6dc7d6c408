import type { TFunction } from 'i18next';
import type { ConflictCheckBody, ConflictHit } from '#shared/domain/conflict-check.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatNumber } from '#shared/i18n/format.ts';

/** From these scores on a match is called so. */
const STRENGTHS = [
  ['certain', 95],
  ['strong', 80],
  ['possible', 55],
  ['weak', 0],
] as const;

/** How strong a match is, in words. */
export function strengthText(score: number, t: TFunction): string {
  const [strength] = STRENGTHS.find(([, from]) => score >= from) ?? ['weak'];
  return t(`conflicts.strength.${strength}`);
}

/** Why something was found, in words. */
export const reasonsText = (hit: Pick<ConflictHit, 'reasons'>, t: TFunction): string =>
  hit.reasons.map((reason) => t(`conflicts.reason.${reason}`)).join(', ');

/** Where a hit stands and in which role, in words: «opponent · former name». */
export function roleText({ place, role, nameKind }: ConflictHit, t: TFunction): string {
  const where =
    place === 'party' && role !== null ? t(`domain.partyRole.${role}`) : t(`conflicts.place.${place}`);
  const told = nameKind === 'name' || nameKind === 'text' ? [] : [t(`conflicts.nameKind.${nameKind}`)];
  const all = [where, ...told].join(' · ');
  return all.slice(0, 1).toUpperCase() + all.slice(1);
}

const SEARCHED = [
  'clients',
  'parties',
  'notes',
  'requirements',
  'questions',
  'tasks',
  'engagements',
  'money',
] as const;

/** How many records were gone through, in words. */
export const searchedText = (
  searched: ConflictCheckBody['searched'],
  t: TFunction,
  language: Language,
): string =>
  SEARCHED.flatMap((kind) => {
    const count = searched[kind];
    return count === undefined
      ? []
      : [t(`conflicts.counts.${kind}`, { count, number: formatNumber(count, language) })];
  }).join(', ');

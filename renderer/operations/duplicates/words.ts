import type { TFunction } from 'i18next';
import { LIKELY, type Resemblance } from '#shared/duplicates/compare.ts';

/** From here on two clients are called the same. */
const SURE = 85;

/** Why two clients may be one, in words: «same e-mail address; name: written in another alphabet». */
export const reasonWords = ({ reasons }: Pick<Resemblance, 'reasons'>, t: TFunction): string =>
  reasons
    .map(({ why, said, how }) => {
      if (why !== 'name') return t(`duplicates.why.${why}`, { said });
      const ways = how.map((reason) => t(`conflicts.reason.${reason}`)).join(', ');
      return ways === '' ? t('duplicates.why.name') : t('duplicates.why.alike', { ways });
    })
    .join('; ');

/** How strongly, in words. */
export const strengthWords = ({ score }: Pick<Resemblance, 'score'>, t: TFunction): string =>
  t(`duplicates.strength.${score >= SURE ? 'sure' : score >= LIKELY ? 'likely' : 'possible'}`);

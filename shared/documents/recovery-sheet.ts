import { plain, type DocumentModel } from '#shared/documents/model.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import { formatLongDay } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';

/** First eight signs of a vault's id: enough to tell the sheets of two vaults apart. */
export const vaultSign = (vaultId: string): string => vaultId.slice(0, 8);

const items = (...texts: readonly string[]) => texts.map((text) => ({ text: plain(text) }));

/**
 * The sheet with the recovery words. It names the vault by its sign and not the practice, so that it tells a finder
 * nothing about whose data it opens.
 */
export function recoverySheet(
  words: readonly string[],
  vaultId: string,
  day: IsoDate,
  language: Language,
): DocumentModel {
  const t = translator(language);
  const vault = vaultSign(vaultId);
  const made = formatLongDay(day, language);
  return {
    title: t('setup.sheet.title'),
    language,
    letterhead: [],
    subtitle: t('setup.sheet.subtitle', { vault, day: made }),
    foot: t('setup.sheet.foot'),
    blocks: [
      { type: 'heading', level: 2, text: plain(t('setup.sheet.whatHeading')) },
      { type: 'paragraph', text: plain(t('setup.sheet.what')) },
      { type: 'heading', level: 2, text: plain(t('setup.sheet.wordsHeading')) },
      { type: 'words', words: [...words] },
      {
        type: 'facts',
        facts: [
          { label: t('setup.sheet.vault'), value: plain(vault) },
          { label: t('setup.sheet.made'), value: plain(made) },
        ],
      },
      { type: 'heading', level: 2, text: plain(t('setup.sheet.useHeading')) },
      {
        type: 'list',
        ordered: true,
        items: items(t('setup.sheet.use1'), t('setup.sheet.use2'), t('setup.sheet.use3')),
      },
      { type: 'heading', level: 2, text: plain(t('setup.sheet.keepHeading')) },
      {
        type: 'list',
        ordered: false,
        items: items(t('setup.sheet.keep1'), t('setup.sheet.keep2'), t('setup.sheet.keep3')),
      },
    ],
  };
}

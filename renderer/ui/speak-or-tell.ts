import type { i18n } from 'i18next';
import { speakIn } from '#renderer/lib/texts.ts';
import type { Language } from '#shared/domain/values.ts';
import { notify } from './notices.ts';

/** Lets the user interface speak another language. Where its texts cannot be read, the one that goes on says so. */
export async function speakOrTell(
  instance: i18n,
  language: Language,
  read?: (language: Language) => Promise<void>,
): Promise<void> {
  if (await speakIn(instance, language, read)) return;
  const name = new Intl.DisplayNames([instance.language], { type: 'language' }).of(language) ?? language;
  notify({ text: instance.t('notices.languageUnread', { language: name }), tone: 'warning' });
}

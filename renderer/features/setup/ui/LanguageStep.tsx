import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { platform, value } from '#renderer/platform/index.ts';
import { speakOrTell } from '#renderer/ui/speak-or-tell.ts';
import { STEP_OF, type StepProps } from '../model/draft.ts';
import { Choice } from './Choice.tsx';
import { StepFrame } from './StepFrame.tsx';

/** A language's name in that language, as a list shows it: «Čeština». */
function ownName(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Asks for the language; the choice is applied at once. */
export function LanguageStep({
  onNext,
  onRestore,
}: Pick<StepProps, 'onNext'> & { readonly onRestore: () => void }) {
  const { t, i18n } = useTranslation();
  // The choice stands at once; its texts come from a file of their own, a moment later.
  const [language, setLanguage] = useState(useLanguage());
  const [failure, setFailure] = useState<unknown>(null);
  const keep = async (): Promise<void> => {
    try {
      await value(platform().settings.write({ language, languageChosen: true }));
      onNext();
    } catch (thrown) {
      setFailure(thrown);
    }
  };
  return (
    <StepFrame
      step={STEP_OF.language}
      question={t('setup.language.question')}
      explanation={t('setup.language.hint')}
      focus="field"
      failure={failure}
      onNext={() => void keep()}
      otherWay={{ label: t('restore.offer'), hint: t('restore.offerHint'), onChoose: onRestore }}
    >
      <Choice
        label={t('setup.language.question')}
        name="language"
        value={language}
        options={LANGUAGES.map((code) => ({ value: code, label: ownName(code), lang: code }))}
        onChange={(code) => {
          setLanguage(code);
          void speakOrTell(i18n, code);
        }}
      />
    </StepFrame>
  );
}

import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/inter/wght-italic.css';
import { createRoot } from 'react-dom/client';
import { learn } from '#renderer/lib/texts.ts';
import type { Language } from '#shared/domain/values.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { App } from './App.tsx';
import { forbidEval } from './no-eval.ts';
import { readPhase } from './phase.ts';
import { Providers } from './Providers.tsx';
import { likelyLanguage, readSettings, useSettings } from './settings-store.ts';

forbidEval();
const root = document.querySelector('#root');
if (!root) throw new Error('The page has no root');

/** The language chosen, or English when the file with its texts cannot be read: better than an empty window. */
async function spoken(language: Language): Promise<Language> {
  try {
    await learn(language);
    return language;
  } catch {
    await learn('en');
    return 'en';
  }
}

/** Not awaited by the module: what is loaded on the way imports from the file that this module lies in. */
async function start(into: Element): Promise<void> {
  // The language of the system is most likely that of the app: its texts need not wait for the settings.
  const likely = learn(likelyLanguage()).catch(() => undefined);
  const [first] = await Promise.all([readPhase(), readSettings(), likely]);
  const i18n = createI18n(await spoken(useSettings.getState().settings.language));
  createRoot(into).render(
    <Providers i18n={i18n}>
      <App first={first} />
    </Providers>,
  );
}

void start(root);

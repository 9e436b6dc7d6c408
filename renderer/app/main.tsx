import './no-eval.ts';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/inter/wght-italic.css';
import { createRoot } from 'react-dom/client';
import { createI18n } from '#shared/i18n/translate.ts';
import { App } from './App.tsx';
import { readPhase } from './phase.ts';
import { Providers } from './Providers.tsx';
import { readSettings, useSettings } from './settings-store.ts';

const root = document.querySelector('#root');
if (!root) throw new Error('The page has no root');

/** Not awaited by the module: what is loaded on the way imports from the file that this module lies in. */
async function start(into: Element): Promise<void> {
  const [first] = await Promise.all([readPhase(), readSettings()]);
  const i18n = createI18n(useSettings.getState().settings.language);
  createRoot(into).render(
    <Providers i18n={i18n}>
      <App first={first} />
    </Providers>,
  );
}

void start(root);

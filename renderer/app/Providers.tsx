import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { i18n } from 'i18next';
import { type ReactElement, type ReactNode, useEffect, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { speakOrTell } from '#renderer/ui/speak-or-tell.ts';
import { NoticeHost } from '#renderer/ui/NoticeHost.tsx';
import { createAppTheme } from '#renderer/ui/theme/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useSettings } from './settings-store.ts';

interface ProvidersProps {
  readonly i18n: i18n;
  readonly children: ReactNode;
}

function Look({ children }: { readonly children: ReactNode }): ReactElement {
  const { settings } = useSettings();
  const language = useLanguage();
  const systemDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true });
  const dark = settings.theme === 'dark' || (settings.theme === 'system' && systemDark);
  const theme = useMemo(
    () => createAppTheme(dark ? 'dark' : 'light', settings.density, language),
    [dark, settings.density, language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  }, [language, dark]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <ErrorBoundary>{children}</ErrorBoundary>
      <NoticeHost />
    </ThemeProvider>
  );
}

/** Language, look, notices and the net under every screen. */
export function Providers({ i18n, children }: ProvidersProps): ReactElement {
  const { language } = useSettings().settings;
  useEffect(() => {
    void speakOrTell(i18n, language);
  }, [i18n, language]);
  return (
    <I18nextProvider i18n={i18n}>
      <Look>{children}</Look>
    </I18nextProvider>
  );
}

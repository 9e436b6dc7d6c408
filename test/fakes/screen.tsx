import { ThemeProvider } from '@mui/material/styles';
import { configure, render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { createMemoryRouter, Outlet, RouterProvider, useLocation } from 'react-router';
import type { Language } from '#shared/domain/values.ts';
import { createI18n } from '#shared/i18n/translate.ts';
import { useKeyDispatcher } from '#renderer/ui/commands/index.ts';
import { NoticeHost } from '#renderer/ui/NoticeHost.tsx';
import { createAppTheme } from '#renderer/ui/theme/index.ts';

// On a busy machine a live query takes its time; waiting longer costs nothing where it does not.
configure({ asyncUtilTimeout: 10_000 });

function Frame(): ReactElement {
  useKeyDispatcher();
  const { pathname, search } = useLocation();
  return (
    <main>
      <output aria-label="address">{`${pathname}${search}`}</output>
      <Outlet />
      <NoticeHost />
    </main>
  );
}

/** The screens a test needs: pattern of the address and what stands there. */
export type TestScreens = Readonly<Record<string, ReactNode>>;

/**
 * Shows a screen as the app does: with its router, theme, language, keys and notices. The address is in an element named
 * «address»; addresses that no screen is given for show nothing else.
 */
export function renderScreen(screens: TestScreens, address: string, language: Language = 'en'): void {
  const children = Object.entries(screens).map(([path, element]) => ({ path, element }));
  const router = createMemoryRouter([{ element: <Frame />, children: [...children, { path: '*' }] }], {
    initialEntries: [address],
  });
  render(
    <I18nextProvider i18n={createI18n(language)}>
      <ThemeProvider theme={createAppTheme('light', 'compact', language)}>
        <RouterProvider router={router} />
      </ThemeProvider>
    </I18nextProvider>,
  );
}

import { useLayoutEffect } from 'react';
import { showBuiltIn, useRegisterView } from './view.ts';

/** Shows the register with the files that seem to be forgotten, as long as whoever uses it is there. */
export function useForgottenView(): void {
  // Before the screen is painted: another view would be seen for a moment.
  useLayoutEffect(() => {
    showBuiltIn('forgotten');
    return () => {
      if (useRegisterView.getState().viewId === 'forgotten') showBuiltIn('all');
    };
  }, []);
}

import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';

/** Set around everything that shows a vault which can only be read. */
export const ReadOnly = createContext(false);

/** Whether what is shown can only be read. For what is neither a field nor a button: those stand in `Writes`. */
export const useReadOnly = (): boolean => useContext(ReadOnly);

/** Why nothing can be changed, in the user's language. */
export const useReadOnlyReason = (): string => useTranslation().t('space.rescue.reason');

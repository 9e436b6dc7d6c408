import { useTranslation } from 'react-i18next';

/** What a column is called in the user's language. */
export function useColumnName(): (id: string) => string {
  const { t } = useTranslation();
  return (id) => t(`register.column.${id}` as 'register.column.name');
}

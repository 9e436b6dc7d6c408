import { useTranslation } from 'react-i18next';
import { fieldOfColumn } from '../model/custom.ts';
import { useCustomFields } from '../model/useCustomFields.ts';

/** What a column is called: in the user's language, or as the practice calls a field of its own. */
export function useColumnName(): (id: string) => string {
  const { t } = useTranslation();
  const fields = useCustomFields();
  return (id) => {
    const field = fieldOfColumn(id);
    if (field === null) return t(`register.column.${id}` as 'register.column.name');
    return fields.find((one) => one.id === field)?.label ?? '';
  };
}

import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { RecordId } from '#shared/domain/ids.ts';
import type { OwnTemplate, Templates } from '#shared/domain/template.ts';
import type { Language } from '#shared/domain/values.ts';
import { builtInTemplates } from './built-in.ts';
import { ownTemplate, ownTemplates } from './own-templates.ts';

/** The own templates, kept up to date; undefined while they load. */
export const useOwnTemplates = (): readonly OwnTemplate[] | undefined => useLiveQuery(() => ownTemplates());

/** One own template, kept up to date; undefined while it loads, null when there is none. */
export const useOwnTemplate = (id: RecordId): OwnTemplate | null | undefined =>
  useLiveQuery(async () => (await ownTemplate(id)) ?? null, [id]);

/** The templates that come with the app, in one language; undefined while they load. */
export function useBuiltInTemplates(language: Language | undefined): Templates | undefined {
  const [templates, setTemplates] = useState<Templates>();
  useEffect(() => {
    if (language === undefined) return undefined;
    let wanted = true;
    const load = async (): Promise<void> => {
      const loaded = await builtInTemplates(language);
      if (wanted) setTemplates(loaded);
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [language]);
  return templates;
}

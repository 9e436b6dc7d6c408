import { useEffect, useState } from 'react';
import type { PracticeKind } from '#shared/domain/practice.ts';
import type { Language } from '#shared/domain/values.ts';
import { offeredRequirements } from '#renderer/entities/template/index.ts';

const NONE: ReadonlyMap<string, string> = new Map();

/** What the template of a document says about its empty sections, by section id; empty until it is read. */
export function useHints(
  templateId: string,
  language: Language | undefined,
  kind: PracticeKind | undefined,
): ReadonlyMap<string, string> {
  const [hints, setHints] = useState(NONE);
  useEffect(() => {
    if (language === undefined || kind === undefined) return undefined;
    let wanted = true;
    const read = async (): Promise<void> => {
      const templates = await offeredRequirements(language, kind);
      const sections = templates.find(({ template: { id } }) => id === templateId)?.template.sections ?? [];
      if (wanted) setHints(new Map(sections.map(({ id, hint }) => [id, hint])));
    };
    // Without hints the document is as usable as with them.
    void read().catch(() => undefined);
    return () => {
      wanted = false;
    };
  }, [templateId, language, kind]);
  return hints;
}

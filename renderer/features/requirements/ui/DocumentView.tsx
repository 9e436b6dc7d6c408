import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '#shared/domain/note.ts';
import type { Requirement, RequirementsDocument, Section } from '#shared/domain/requirement.ts';
import type { Language } from '#shared/domain/values.ts';
import { requirementCommands } from '#renderer/entities/requirement/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { NOTE_MEASURE } from '#renderer/ui/theme/index.ts';
import { inSection } from '../model/order.ts';
import { sourceFinder } from '../model/sources.ts';
import { useActions } from './actions.ts';
import { PaperText } from './PaperText.tsx';
import { RemoveDraftDialog } from './RemoveDraftDialog.tsx';
import { RequirementRow } from './RequirementRow.tsx';
import { SectionHead } from './SectionHead.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

const LONGEST_TITLE = 500;

interface DocumentViewProps {
  readonly document: RequirementsDocument;
  readonly requirements: readonly Requirement[];
  readonly notes: readonly Note[];
  /** Shown in empty sections, by section id. */
  readonly hints: ReadonlyMap<string, string>;
  /** Language the document is written in. */
  readonly language: Language;
}

/** The document as on paper, numbers in the margin; every word of it is edited in place. */
export function DocumentView(props: DocumentViewProps): ReactElement {
  const { document, requirements, notes, hints, language } = props;
  const { t } = useTranslation();
  const actions = useActions();
  const [asked, setAsked] = useState<Requirement | null>(null);
  const ask = useCallback((requirement: Requirement) => setAsked(requirement), []);
  const sourceOf = useMemo(() => sourceFinder(notes), [notes]);
  const sources = useMemo(
    () => new Map(requirements.map(({ id, source }) => [id, sourceOf(source)])),
    [requirements, sourceOf],
  );
  const known = new Set(document.sections.map(({ id }) => id));
  const row = (requirement: Requirement): ReactElement => (
    <RequirementRow
      key={requirement.id}
      requirement={requirement}
      source={sources.get(requirement.id) ?? null}
      language={language}
      onAskRemove={ask}
    />
  );
  // One flat list, so that a requirement moved to another section keeps its field, caret and unsaved words.
  const section = (one: Section, index: number): ReactElement[] => {
    const own = inSection(requirements, one.id);
    return [
      <SectionHead
        key={`section ${one.id}`}
        documentId={document.id}
        section={one}
        index={index}
        isInbox={one.id === document.inboxSectionId}
        inboxSectionId={document.inboxSectionId}
        count={own.length}
        hint={hints.get(one.id) ?? ''}
        language={language}
      />,
      ...own.map(row),
    ];
  };
  return (
    <Paper
      variant="outlined"
      sx={{ bgcolor: 'surface', px: 5, pt: 6, pb: 10, mx: 'auto', maxWidth: `calc(${NOTE_MEASURE} + 140px)` }}
    >
      <Box sx={{ pl: '68px', typography: 'h4' }}>
        <PaperText
          saveKey={`requirements ${document.id} title`}
          stored={document.title}
          save={(title) => requirementCommands.changeDocument(document.id, { title })}
          label={t('requirements.documentTitle')}
          placeholder={t('requirements.documentTitle')}
          oneLine
          maxLength={LONGEST_TITLE}
          language={language}
        />
      </Box>
      {document.sections.flatMap(section)}
      {requirements.filter(({ sectionId }) => !known.has(sectionId)).map(row)}
      <Box sx={{ pl: '68px', pt: 6, display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Writes>
          <Button onClick={actions.addHere} disabled={document.sections.length === 0}>
            {t('requirements.add')} <KeyHint keys="n" />
          </Button>
          <Button onClick={() => actions.addSection(null)}>
            {t('requirements.section.add')} <KeyHint keys="shift+n" />
          </Button>
        </Writes>
      </Box>
      <RemoveDraftDialog requirement={asked} onClose={() => setAsked(null)} />
    </Paper>
  );
}

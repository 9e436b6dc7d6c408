import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#shared/domain/ids.ts';
import { shownText } from '#shared/templates/text-fields.ts';
import { templateCommands } from '#renderer/entities/template/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import {
  ofSections,
  sectionAdded,
  sectionChanged,
  sectionRemoved,
  type Sections,
  sectionUp,
  type TemplateSection,
} from '../model/sections.ts';
import { FieldText, useFieldTexts } from './FieldText.tsx';

interface SectionProps {
  readonly templateId: RecordId;
  readonly section: TemplateSection;
  /** From 0. */
  readonly index: number;
  readonly alone: boolean;
}

function SectionFields({ templateId, section, index, alone }: SectionProps): ReactElement {
  const { t } = useTranslation();
  const { practice } = useFieldTexts();
  const { id } = section;
  const title = shownText(section.title, practice, t);
  const change = (how: ReturnType<typeof sectionUp>): void =>
    watched(templateCommands.change(templateId, how), t);
  const text = (part: 'title' | 'text' | 'hint', label: string, long: boolean): ReactElement => (
    <FieldText
      name={`template:${templateId}:${id}:${part}`}
      label={label}
      stored={section[part]}
      long={long}
      maxLength={long ? 50_000 : 400}
      onSave={(typed) => templateCommands.change(templateId, sectionChanged(id, { [part]: typed }))}
    />
  );
  return (
    <Box
      component="fieldset"
      sx={{ m: 0, p: 4, border: 1, borderColor: 'line', bgcolor: 'surface', display: 'grid', gap: 3 }}
    >
      <Box component="legend" sx={{ typography: 'body2', color: 'quiet', px: 1 }}>
        {t('templates.section', { number: index + 1 })}
      </Box>
      {text('title', t('templates.sectionTitle'), false)}
      {text('text', t('templates.sectionText'), true)}
      {text('hint', t('templates.sectionHint'), true)}
      <Box sx={{ display: 'flex', gap: 2 }}>
        {index > 0 && (
          <Button aria-label={t('templates.sectionUp', { title })} onClick={() => change(sectionUp(id))}>
            {t('templates.up')}
          </Button>
        )}
        {!alone && (
          <Button
            aria-label={t('templates.removeSection', { title })}
            onClick={() => change(sectionRemoved(id))}
          >
            {t('common.remove')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

interface TemplateSectionsProps extends Sections {
  readonly id: RecordId;
}

/** The sections that a requirements document starts with. */
export function TemplateSections({ id, sections, inboxSectionId }: TemplateSectionsProps): ReactElement {
  const { t } = useTranslation();
  const { practice } = useFieldTexts();
  const change = (how: ReturnType<typeof sectionUp>): void => watched(templateCommands.change(id, how), t);
  return (
    <Box component="section" aria-label={t('templates.sections')} sx={{ display: 'grid', gap: 4 }}>
      {sections.map((section, index) => (
        <SectionFields
          key={section.id}
          templateId={id}
          section={section}
          index={index}
          alone={sections.length === 1}
        />
      ))}
      <Box sx={{ display: 'flex', gap: 4, alignItems: 'end', flexWrap: 'wrap' }}>
        <Button onClick={() => change(sectionAdded(t('templates.newSection')))}>
          {t('templates.addSection')}
        </Button>
        <TextField
          select
          label={t('templates.inbox')}
          value={inboxSectionId}
          onChange={({ target: { value } }) => change(ofSections(() => ({ inboxSectionId: value })))}
          sx={{ minWidth: '16em' }}
        >
          {sections.map((section) => (
            <MenuItem key={section.id} value={section.id}>
              {shownText(section.title, practice, t) || t('templates.newSection')}
            </MenuItem>
          ))}
        </TextField>
      </Box>
    </Box>
  );
}

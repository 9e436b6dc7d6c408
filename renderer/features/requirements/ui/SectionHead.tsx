import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { memo, type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Section } from '#shared/domain/requirement.ts';
import type { Language } from '#shared/domain/values.ts';
import { requirementCommands } from '#renderer/entities/requirement/index.ts';
import { markFailed } from '#renderer/lib/save-state.ts';
import { changeSections } from '../model/commands.ts';
import { isRemovable, withSection } from '../model/sections.ts';
import { setActive } from '../model/view.ts';
import { useActions } from './actions.ts';
import { PaperText } from './PaperText.tsx';
import { useFocusWhileMoving, useWantedFocus } from './useWantedFocus.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

const LONGEST_TITLE = 500;
const LONGEST_TEXT = 100_000;

interface SectionHeadProps {
  readonly documentId: RecordId;
  readonly section: Section;
  /** Its place among the sections, from 0. */
  readonly index: number;
  /** Requirements taken over from meetings go here. */
  readonly isInbox: boolean;
  readonly inboxSectionId: string;
  /** How many requirements it holds. */
  readonly count: number;
  readonly hint: string;
  readonly language: Language;
}

const store = (work: Promise<unknown>): void => void work.catch(markFailed);

/** What can be done with a section as a whole. */
function SectionMenu(props: SectionHeadProps): ReactElement {
  const { documentId, section, isInbox, inboxSectionId, count } = props;
  const { t } = useTranslation();
  const actions = useActions();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const item = (label: string, run: () => void, disabled = false): ReactElement => (
    <MenuItem
      disabled={disabled}
      onClick={() => {
        setAnchor(null);
        setActive({ kind: 'section', id: section.id, part: 'title' });
        run();
      }}
    >
      {label}
    </MenuItem>
  );
  const remove = (): void =>
    store(changeSections(documentId, (sections) => sections.filter(({ id }) => id !== section.id)));
  return (
    <>
      <Writes>
        <Button
          variant="text"
          aria-haspopup="menu"
          aria-expanded={anchor !== null}
          aria-label={t('requirements.section.menuOf', { title: section.title })}
          onClick={(event) => setAnchor(event.currentTarget)}
          sx={{ color: 'quiet', minHeight: 24, py: 0 }}
        >
          {t('requirements.section.menu')} <span aria-hidden>▾</span>
        </Button>
      </Writes>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {item(t('requirements.add'), () => actions.add(section.id, null))}
        {item(t('requirements.moveUp'), () => actions.move('up'))}
        {item(t('requirements.moveDown'), () => actions.move('down'))}
        {item(t('requirements.section.addAfter'), () => actions.addSection(section.id))}
        {item(
          t('requirements.section.makeInbox'),
          () => store(requirementCommands.changeDocument(documentId, { inboxSectionId: section.id })),
          isInbox,
        )}
        {item(t('requirements.section.remove'), remove, !isRemovable(section, inboxSectionId, count))}
      </Menu>
    </>
  );
}

/** Title and free text of a section, both edited in place. */
export const SectionHead = memo(function SectionHead(props: SectionHeadProps): ReactElement {
  const { documentId, section, index, isInbox, hint, language } = props;
  const { t } = useTranslation();
  const { id, title, text } = section;
  const titleField = useRef<HTMLTextAreaElement>(null);
  const textField = useRef<HTMLTextAreaElement>(null);
  useWantedFocus(titleField, { kind: 'section', id, part: 'title' });
  useWantedFocus(textField, { kind: 'section', id, part: 'text' });
  useFocusWhileMoving(titleField, { kind: 'section', id, part: 'title' }, String(index));
  useFocusWhileMoving(textField, { kind: 'section', id, part: 'text' }, String(index));
  const change = (patch: Partial<Section>): Promise<void> =>
    changeSections(documentId, (sections) => withSection(sections, id, patch));
  return (
    <Box sx={{ pt: 5, pl: '68px' }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Box component="h2" sx={{ m: 0, flex: 1, minWidth: 0, typography: 'h2' }}>
          <PaperText
            saveKey={`section ${documentId} ${id} title`}
            stored={title}
            save={(typed) => change({ title: typed })}
            label={t('requirements.section.title')}
            placeholder={t('requirements.section.title')}
            oneLine
            maxLength={LONGEST_TITLE}
            language={language}
            fieldRef={titleField}
            onFocus={() => setActive({ kind: 'section', id, part: 'title' })}
          />
        </Box>
        <SectionMenu {...props} />
      </Box>
      {isInbox && (
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {t('requirements.section.inbox')}
        </Typography>
      )}
      <PaperText
        saveKey={`section ${documentId} ${id} text`}
        stored={text}
        save={(typed) => change({ text: typed })}
        label={t('requirements.section.textOf', { title })}
        placeholder={hint === '' ? t('requirements.section.textHint') : hint}
        maxLength={LONGEST_TEXT}
        language={language}
        fieldRef={textField}
        onFocus={() => setActive({ kind: 'section', id, part: 'text' })}
        sx={{ typography: 'body1' }}
      />
    </Box>
  );
});

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, memo, type ReactElement, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { requirementLabel, type Requirement } from '#shared/domain/requirement.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatDay } from '#shared/i18n/format.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { changeRequirement } from '../model/commands.ts';
import type { ShownSource } from '../model/sources.ts';
import { setActive, toggleDetails, useView, wantFocus } from '../model/view.ts';
import { useActions } from './actions.ts';
import { PaperText } from './PaperText.tsx';
import { RequirementDetails } from './RequirementDetails.tsx';
import { SourceLink } from './SourceLink.tsx';
import { useFocusWhileMoving, useWantedFocus } from './useWantedFocus.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';

const LONGEST_TEXT = 100_000;

interface RequirementRowProps {
  readonly requirement: Requirement;
  readonly source: ShownSource | null;
  /** Language the document is written in. */
  readonly language: Language;
  readonly onAskRemove: (requirement: Requirement) => void;
}

/** Priority, status, day and person in one quiet line; opens the details. */
function Summary({ requirement }: { readonly requirement: Requirement }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const open = useView((view) => view.open.has(requirement.id));
  const { id, number, priority, status, dueOn, responsible } = requirement;
  const facts = [
    t(`domain.priority.${priority}`),
    t(`domain.requirementStatus.${status}`),
    dueOn === null ? '' : formatDay(dueOn, language),
    responsible,
  ].filter((fact) => fact !== '');
  return (
    <Button
      variant="text"
      aria-expanded={open}
      aria-label={t('requirements.detailsOf', { label: requirementLabel(number), facts: facts.join(', ') })}
      onClick={() => toggleDetails(id)}
      sx={{ color: 'quiet', ml: -2, minHeight: 24, py: 0, whiteSpace: 'normal', textAlign: 'left' }}
    >
      {facts.join(' · ')} <span aria-hidden>{open ? '▴' : '▾'}</span>
    </Button>
  );
}

/** What keys do in the text and on the row itself; everything else is a command of the screen. */
function useRowKeys({ requirement, onAskRemove }: Pick<RequirementRowProps, 'requirement' | 'onAskRemove'>) {
  const actions = useActions();
  const readOnly = useReadOnly();
  const { id, sectionId } = requirement;
  const inText = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { currentTarget: field } = event;
    const atEnd = field.selectionStart === field.value.length;
    const plain = !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Enter' && plain && atEnd && !event.nativeEvent.isComposing) {
      event.preventDefault();
      actions.add(sectionId, id);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      wantFocus({ kind: 'requirement', id, part: 'row' });
    }
  };
  const onRow = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Readonly<Record<string, () => void>> = {
      Enter: () => wantFocus({ kind: 'requirement', id, part: 'text' }),
      ArrowDown: () => actions.step('down'),
      ArrowUp: () => actions.step('up'),
      ...(readOnly ? {} : { Delete: () => actions.drop(requirement, onAskRemove) }),
    };
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  };
  return { inText, onRow };
}

/** One requirement on the paper: its number in the margin, its words, and a quiet line that opens the rest. */
export const RequirementRow = memo(function RequirementRow(props: RequirementRowProps): ReactElement {
  const { requirement, source, language, onAskRemove } = props;
  const { t } = useTranslation();
  const { id, number, text, status, sectionId, order } = requirement;
  const label = requirementLabel(number);
  const labelId = useId();
  const row = useRef<HTMLFieldSetElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const open = useView((view) => view.open.has(id));
  const keys = useRowKeys({ requirement, onAskRemove });
  useWantedFocus(row, { kind: 'requirement', id, part: 'row' });
  useWantedFocus(field, { kind: 'requirement', id, part: 'text' });
  const place = `${sectionId} ${String(order)}`;
  useFocusWhileMoving(row, { kind: 'requirement', id, part: 'row' }, place);
  useFocusWhileMoving(field, { kind: 'requirement', id, part: 'text' }, place);
  const dropped = status === 'dropped';
  return (
    <Box
      ref={row}
      component="fieldset"
      aria-labelledby={labelId}
      tabIndex={-1}
      onKeyDown={keys.onRow}
      onFocus={(event) =>
        setActive({
          kind: 'requirement',
          id,
          part: field.current === (event.target as Element) ? 'text' : 'row',
        })
      }
      sx={{
        border: 0,
        m: 0,
        minWidth: 0,
        mt: 1,
        pl: 0,
        pr: 2,
        display: 'grid',
        gridTemplateColumns: '56px minmax(0, 1fr)',
        columnGap: 3,
        py: 2,
        borderRadius: 1,
        '&:focus-within': { bgcolor: 'hover' },
      }}
    >
      <Typography
        id={labelId}
        component="span"
        variant="body2"
        sx={{
          color: 'quiet',
          textAlign: 'right',
        }}
      >
        {label}
      </Typography>
      <Box sx={{ minWidth: 0 }}>
        <PaperText
          saveKey={`requirement ${id} text`}
          stored={text}
          save={(typed) => changeRequirement(id, { text: typed })}
          label={t('requirements.field.text')}
          placeholder={t('requirements.textHint')}
          maxLength={LONGEST_TEXT}
          language={language}
          fieldRef={field}
          onKeyDown={keys.inText}
          sx={{
            typography: 'body1',
            ...(dropped ? { '& textarea': { textDecoration: 'line-through', color: 'quiet' } } : {}),
          }}
        />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, alignItems: 'center' }}>
          <Summary requirement={requirement} />
          {source !== null && <SourceLink source={source} />}
        </Box>
        {open && (
          <RequirementDetails
            requirement={requirement}
            source={source}
            language={language}
            onAskRemove={onAskRemove}
          />
        )}
      </Box>
    </Box>
  );
});

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import {
  PRIORITIES,
  REQUIREMENT_STATUSES,
  requirementLabel,
  type Priority,
  type Requirement,
  type RequirementBody,
  type RequirementStatus,
} from '#shared/domain/requirement.ts';
import type { Language } from '#shared/domain/values.ts';
import { HistoryButton } from '#renderer/entities/history/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { markFailed } from '#renderer/lib/save-state.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { DateField } from '#renderer/ui/dates/index.ts';
import { changeRequirement } from '../model/commands.ts';
import type { ShownSource } from '../model/sources.ts';
import { setActive } from '../model/view.ts';
import { useActions } from './actions.ts';
import { RequirementTasks } from './RequirementTasks.tsx';
import { LongTextField } from '#renderer/ui/LongTextField.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

type DetailField = 'rationale' | 'acceptance' | 'responsible';
const LONGEST: Readonly<Record<DetailField, number>> = {
  rationale: 100_000,
  acceptance: 100_000,
  responsible: 500,
};

interface DetailTextProps {
  readonly requirement: Requirement;
  readonly field: DetailField;
  readonly language: Language;
}

function DetailText({ requirement, field, language }: DetailTextProps): ReactElement {
  const { t } = useTranslation();
  const { id } = requirement;
  const [text, change] = useAutosavedText(`requirement ${id} ${field}`, requirement[field], (typed) =>
    changeRequirement(id, { [field]: typed }),
  );
  const Field = field === 'responsible' ? TextField : LongTextField;
  return (
    <Field
      label={t(`requirements.field.${field}`)}
      value={text}
      slotProps={{ htmlInput: { maxLength: LONGEST[field], lang: language } }}
      onChange={(event) => change(event.target.value)}
    />
  );
}

/** Chooses one of a few values; stored at once. */
function Choice<Value extends string>(props: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Value[];
  readonly name: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}): ReactElement {
  return (
    <TextField
      select
      label={props.label}
      value={props.value}
      slotProps={{ select: { native: true } }}
      onChange={(event) => props.onChange(event.target.value as Value)}
    >
      {props.options.map((option) => (
        <option key={option} value={option}>
          {props.name(option)}
        </option>
      ))}
    </TextField>
  );
}

function Actions({
  requirement,
  onAskRemove,
}: Pick<RequirementDetailsProps, 'requirement' | 'onAskRemove'>): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const { id, status } = requirement;
  const move = (direction: 'up' | 'down'): void => {
    setActive({ kind: 'requirement', id, part: 'row' });
    actions.move(direction);
  };
  const drop = (): void => actions.drop(requirement, onAskRemove);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      <Writes>
        <Button onClick={() => move('up')}>
          {t('requirements.moveUp')} <KeyHint keys="alt+arrowup" />
        </Button>
        <Button onClick={() => move('down')}>
          {t('requirements.moveDown')} <KeyHint keys="alt+arrowdown" />
        </Button>
      </Writes>
      <HistoryButton table="requirements" id={id} name={requirementLabel(requirement.number)} />
      {status !== 'dropped' && (
        <Writes>
          <Button onClick={drop}>
            {t(status === 'draft' ? 'requirements.removeDraft' : 'requirements.drop')}{' '}
            <KeyHint keys="delete" />
          </Button>
        </Writes>
      )}
    </Box>
  );
}

interface RequirementDetailsProps {
  readonly requirement: Requirement;
  readonly source: ShownSource | null;
  readonly language: Language;
  readonly onAskRemove: (requirement: Requirement) => void;
}

/** Everything of a requirement beside its words. */
export function RequirementDetails(props: RequirementDetailsProps): ReactElement {
  const { requirement, source, language, onAskRemove } = props;
  const { t } = useTranslation();
  const store = (patch: Partial<RequirementBody>): void =>
    void changeRequirement(requirement.id, patch).catch(markFailed);
  return (
    <Box sx={{ display: 'grid', gap: 3, pt: 2, pb: 3 }}>
      <Writes>
        <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))' }}>
          <Choice<Priority>
            label={t('requirements.field.priority')}
            value={requirement.priority}
            options={PRIORITIES}
            name={(value) => t(`domain.priority.${value}`)}
            onChange={(priority) => store({ priority })}
          />
          <Choice<RequirementStatus>
            label={t('requirements.field.status')}
            value={requirement.status}
            options={REQUIREMENT_STATUSES}
            name={(value) => t(`domain.requirementStatus.${value}`)}
            onChange={(status) => store({ status })}
          />
          <DateField
            label={t('requirements.field.due')}
            value={requirement.dueOn}
            onChange={(dueOn) => store({ dueOn })}
          />
          <DetailText requirement={requirement} field="responsible" language={language} />
        </Box>
      </Writes>
      <Writes>
        <DetailText requirement={requirement} field="acceptance" language={language} />
        <DetailText requirement={requirement} field="rationale" language={language} />
      </Writes>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {source === null
          ? t('requirements.noSource')
          : source.line === ''
            ? t('requirements.sourceLineGone')
            : t('requirements.sourceLine', { line: source.line })}
      </Typography>
      <RequirementTasks requirement={requirement} />
      <Actions requirement={requirement} onAskRemove={onAskRemove} />
    </Box>
  );
}

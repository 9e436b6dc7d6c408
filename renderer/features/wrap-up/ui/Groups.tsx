import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId, RecordId } from '#shared/domain/ids.ts';
import { SIDES } from '#shared/domain/note.ts';
import { PRIORITIES, type RequirementsDocument } from '#shared/domain/requirement.ts';
import type { WrapUpLine } from '#renderer/operations/wrap-up.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import type { ChosenGroup, Draft } from '../model/draft.ts';
import { Group, Row } from './Rows.tsx';

type Change = (change: (draft: Draft) => Draft) => void;

interface GroupsProps {
  readonly draft: Draft;
  readonly documents: readonly RequirementsDocument[];
  readonly onChange: Change;
}

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly name: (value: Value) => string;
  readonly onChange: (value: Value) => void;
}

function Choice<Value extends string>({
  label,
  value,
  values,
  name,
  onChange,
}: ChoiceProps<Value>): ReactElement {
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {values.map((one) => (
        <MenuItem key={one} value={one}>
          {name(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Makes the setter of one line of a group. */
const setterOf =
  <G extends ChosenGroup | 'decided' | 'forClient'>(group: G, onChange: Change) =>
  (lineId: LineId, patch: Partial<Draft[G][number]>): void =>
    onChange((draft) => ({
      ...draft,
      [group]: draft[group].map((line: WrapUpLine) =>
        line.lineId === lineId ? { ...line, ...patch } : line,
      ),
    }));

interface PlainGroupProps {
  readonly group: 'decided' | 'forClient';
  readonly lines: readonly WrapUpLine[];
  readonly onChange: Change;
}

function PlainGroup({ group, lines, onChange }: PlainGroupProps): ReactElement | null {
  const { t } = useTranslation();
  const set = setterOf(group, onChange);
  if (lines.length === 0) return null;
  return (
    <Group mark={group === 'decided' ? 'decision' : 'forClient'} title={t(`wrapup.${group}`)}>
      {lines.map(({ lineId, text }) => (
        <Row
          key={lineId}
          text={text}
          label={t('wrapup.words')}
          onText={(words) => set(lineId, { text: words })}
        />
      ))}
    </Group>
  );
}

function Tasks({ draft, onChange }: Pick<GroupsProps, 'draft' | 'onChange'>): ReactElement | null {
  const { t } = useTranslation();
  const set = setterOf('tasks', onChange);
  if (draft.tasks.length === 0) return null;
  const columns = [t('wrapup.who'), t('wrapup.side'), t('wrapup.due')];
  return (
    <Group mark="task" title={t('wrapup.tasks')} columns={columns} widths="168px 136px 168px">
      {draft.tasks.map(({ lineId, text, include, known, inNote, who, side, dueOn }) => (
        <Row
          key={lineId}
          {...{ text, include, known, inNote }}
          label={t('wrapup.words')}
          onText={(words) => set(lineId, { text: words.slice(0, 500) })}
          onInclude={(chosen) => set(lineId, { include: chosen })}
        >
          <TextField
            size="small"
            label={t('wrapup.who')}
            value={who}
            onChange={(event) => set(lineId, { who: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <Choice
            label={t('wrapup.side')}
            value={side}
            values={SIDES}
            name={(one) => t(`domain.side.${one}`)}
            onChange={(chosen) => set(lineId, { side: chosen })}
          />
          <DateField label={t('wrapup.due')} value={dueOn} onChange={(day) => set(lineId, { dueOn: day })} />
        </Row>
      ))}
    </Group>
  );
}

function Wanted({ draft, documents, onChange }: GroupsProps): ReactElement | null {
  const { t } = useTranslation();
  const set = setterOf('wanted', onChange);
  if (draft.wanted.length === 0) return null;
  const receiver = documents.length > 1 && (
    <TextField
      select
      size="small"
      label={t('wrapup.document')}
      value={draft.documentId ?? ''}
      onChange={(event) => onChange((now) => ({ ...now, documentId: event.target.value as RecordId }))}
      sx={{ mt: 2, mb: 1, ml: 10, minWidth: 280 }}
    >
      {documents.map(({ id, title }) => (
        <MenuItem key={id} value={id}>
          {title}
        </MenuItem>
      ))}
    </TextField>
  );
  return (
    <Group
      mark="requirement"
      title={t('wrapup.wanted')}
      columns={[t('wrapup.priority')]}
      widths="168px"
      aside={receiver}
    >
      {draft.wanted.map(({ lineId, text, include, known, inNote, priority }) => (
        <Row
          key={lineId}
          {...{ text, include, known, inNote }}
          label={t('wrapup.words')}
          onText={(words) => set(lineId, { text: words })}
          onInclude={(chosen) => set(lineId, { include: chosen })}
        >
          <Choice
            label={t('wrapup.priority')}
            value={priority}
            values={PRIORITIES}
            name={(one) => t(`domain.priority.${one}`)}
            onChange={(chosen) => set(lineId, { priority: chosen })}
          />
        </Row>
      ))}
    </Group>
  );
}

function Questions({ draft, onChange }: Pick<GroupsProps, 'draft' | 'onChange'>): ReactElement | null {
  const { t } = useTranslation();
  const set = setterOf('questions', onChange);
  if (draft.questions.length === 0) return null;
  return (
    <Group mark="question" title={t('wrapup.questions')} columns={[t('wrapup.askedOf')]} widths="168px">
      {draft.questions.map(({ lineId, text, include, known, inNote, askedOf }) => (
        <Row
          key={lineId}
          {...{ text, include, known, inNote }}
          label={t('wrapup.words')}
          onText={(words) => set(lineId, { text: words })}
          onInclude={(chosen) => set(lineId, { include: chosen })}
        >
          <Choice
            label={t('wrapup.askedOf')}
            value={askedOf}
            values={['client', 'practice'] as const}
            name={(one) => t(`domain.side.${one}`)}
            onChange={(chosen) => set(lineId, { askedOf: chosen })}
          />
        </Row>
      ))}
    </Group>
  );
}

/** The marked lines: decided, to do, wanted, then what is still asked and what the client takes along. */
export const Groups = ({ draft, documents, onChange }: GroupsProps): ReactElement => (
  <>
    <PlainGroup group="decided" lines={draft.decided} onChange={onChange} />
    <Tasks draft={draft} onChange={onChange} />
    <Wanted draft={draft} documents={documents} onChange={onChange} />
    <Questions draft={draft} onChange={onChange} />
    <PlainGroup group="forClient" lines={draft.forClient} onChange={onChange} />
  </>
);

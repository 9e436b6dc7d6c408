import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId, RecordId } from '#shared/domain/ids.ts';
import { SIDES } from '#shared/domain/note.ts';
import {
  PRIORITIES,
  type Requirement,
  requirementLabel,
  type RequirementsDocument,
} from '#shared/domain/requirement.ts';
import type { WrapUpLine, WrapUpTask } from '#renderer/operations/wrap-up.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import type { ChosenGroup, Draft } from '../model/draft.ts';
import { Group, Row } from './Rows.tsx';

type Change = (change: (draft: Draft) => Draft) => void;

interface GroupsProps {
  readonly draft: Draft;
  readonly documents: readonly RequirementsDocument[];
  /** What a task can be for, beside the lines wanted here. */
  readonly requirements: readonly Requirement[];
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

/** What a task can be for: the lines wanted in this meeting, then the requirements of the file. */
const servable = ({ draft, requirements }: Pick<GroupsProps, 'draft' | 'requirements'>) => [
  ...draft.wanted
    .filter(({ include, known, text }) => (include || known) && text.trim() !== '')
    .map(({ lineId, text }) => ({ id: lineId, words: text })),
  ...requirements.map(({ id, number, text }) => ({ id, words: `${requirementLabel(number)} ${text}` })),
];

interface ServesProps {
  readonly serves: WrapUpTask['serves'];
  readonly offered: ReturnType<typeof servable>;
  readonly onChange: (serves: WrapUpTask['serves']) => void;
}

/** The requirement that a task works on; nothing where there is none to choose. */
function Serves({ serves, offered, onChange }: ServesProps): ReactElement | null {
  const { t } = useTranslation();
  const chosen = offered.find(({ id }) => id === serves);
  if (offered.length === 0) return null;
  const name = (words: string | undefined): string =>
    words === undefined ? t('wrapup.servesNone') : t('wrapup.servesOne', { words });
  return (
    <TextField
      select
      size="small"
      variant="standard"
      label={t('wrapup.serves')}
      value={chosen?.id ?? ''}
      onChange={(event) => onChange(offered.find(({ id }) => id === event.target.value)?.id ?? null)}
      slotProps={{ select: { displayEmpty: true, renderValue: () => name(chosen?.words) } }}
      sx={{
        maxWidth: '100%',
        // Its label is not seen, and needs no room.
        '& .MuiInput-root': { mt: 1 },
        '& .MuiSelect-select': { typography: 'body2', color: 'quiet' },
      }}
    >
      <MenuItem value="">{t('wrapup.servesNone')}</MenuItem>
      {offered.map(({ id, words }) => (
        <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal', maxWidth: '66ch' }}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  );
}

function Tasks({ draft, requirements, onChange }: Omit<GroupsProps, 'documents'>): ReactElement | null {
  const { t } = useTranslation();
  const set = setterOf('tasks', onChange);
  const offered = servable({ draft, requirements });
  if (draft.tasks.length === 0) return null;
  const columns = [t('wrapup.who'), t('wrapup.side'), t('wrapup.due')];
  return (
    <Group mark="task" title={t('wrapup.tasks')} columns={columns} widths="168px 136px 168px">
      {draft.tasks.map(({ lineId, text, include, known, inNote, who, side, dueOn, serves }) => (
        <Row
          key={lineId}
          {...{ text, include, known, inNote }}
          label={t('wrapup.words')}
          onText={(words) => set(lineId, { text: words.slice(0, 500) })}
          onInclude={(chosen) => set(lineId, { include: chosen })}
          below={
            <Serves
              serves={serves}
              offered={offered}
              onChange={(chosen) => set(lineId, { serves: chosen })}
            />
          }
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

function Wanted({ draft, documents, onChange }: Omit<GroupsProps, 'requirements'>): ReactElement | null {
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
      columns={[t('wrapup.priority'), t('wrapup.withTask')]}
      widths="168px 136px"
      aside={receiver}
    >
      {draft.wanted.map(({ lineId, text, include, known, inNote, priority, withTask, hasTask }) => (
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
          {hasTask ? (
            <Typography variant="body2" sx={{ color: 'quiet', py: 2 }}>
              {t('wrapup.hasTask')}
            </Typography>
          ) : (
            <Checkbox
              sx={{ justifySelf: 'start', mt: 0.5 }}
              checked={withTask}
              onChange={(event) => set(lineId, { withTask: event.target.checked })}
              slotProps={{ input: { 'aria-label': t('wrapup.withTaskOf', { line: text }) } }}
            />
          )}
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
export const Groups = ({ draft, documents, requirements, onChange }: GroupsProps): ReactElement => (
  <>
    <PlainGroup group="decided" lines={draft.decided} onChange={onChange} />
    <Tasks draft={draft} requirements={requirements} onChange={onChange} />
    <Wanted draft={draft} documents={documents} onChange={onChange} />
    <Questions draft={draft} onChange={onChange} />
    <PlainGroup group="forClient" lines={draft.forClient} onChange={onChange} />
  </>
);

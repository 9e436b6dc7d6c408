import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactElement, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { LINE_MARKS, MARK_GLYPHS } from '#shared/domain/rich-text.ts';
import { ALL_ENTRIES, ENTRY_GROUPS, type TimelineFilter } from '../model/timeline-filter.ts';

interface SeveralProps<Value extends string> {
  readonly label: string;
  readonly all: readonly Value[];
  readonly chosen: readonly Value[];
  readonly nameOf: (value: Value) => ReactNode;
  readonly onChoose: (chosen: readonly Value[]) => void;
}

/** Several of a few values; none chosen means all. */
function Several<Value extends string>(props: SeveralProps<Value>): ReactElement {
  const { label, all, chosen, nameOf, onChoose } = props;
  const { t } = useTranslation();
  return (
    <TextField
      select
      size="small"
      label={label}
      value={[...chosen]}
      onChange={({ target }) => {
        const values: readonly string[] = Array.isArray(target.value) ? target.value : [target.value];
        onChoose(all.filter((one) => values.includes(one)));
      }}
      sx={{ width: 168 }}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          renderValue: () =>
            chosen.length === 0
              ? t('clients.timeline.all')
              : chosen
                  .map((one) => nameOf(one))
                  .map(plainOf)
                  .join(', '),
        },
      }}
    >
      {all.map((one) => (
        <MenuItem key={one} value={one} dense>
          <Checkbox size="small" checked={chosen.includes(one)} tabIndex={-1} />
          {nameOf(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}

const plainOf = (name: ReactNode): string => (typeof name === 'string' ? name : '');

interface TimelineBarProps {
  readonly filter: TimelineFilter;
  /** How many entries it leaves. */
  readonly count: number;
  readonly onFilter: (filter: TimelineFilter) => void;
  /** The list shall have the focus. */
  readonly onList: () => void;
}

/** Narrows the timeline to kinds, marks and words. */
export function TimelineBar({ filter, count, onFilter, onList }: TimelineBarProps): ReactElement {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const isNarrowed = filter.groups.length + filter.marks.length > 0 || filter.text !== '';
  useCommands([
    {
      id: 'timeline.filter',
      title: t('clients.timeline.filter'),
      group: t('clients.file.group'),
      keys: '/',
      run: () => field.current?.select(),
    },
  ]);
  const typed = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && filter.text !== '') {
      event.stopPropagation();
      onFilter({ ...filter, text: '' });
    } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onList();
    }
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end', px: 5, pt: 4 }}>
      <TextField
        size="small"
        type="search"
        label={t('clients.timeline.filter')}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        onKeyDown={typed}
        slotProps={{ htmlInput: { ref: field } }}
        sx={{ flex: '1 1 180px' }}
      />
      <Several
        label={t('clients.timeline.kinds')}
        all={ENTRY_GROUPS}
        chosen={filter.groups}
        nameOf={(group) => t(`clients.timeline.group.${group}`)}
        onChoose={(groups) => onFilter({ ...filter, groups })}
      />
      <Several
        label={t('clients.timeline.marks')}
        all={LINE_MARKS}
        chosen={filter.marks}
        nameOf={(mark) => `${MARK_GLYPHS[mark]} ${t(`domain.mark.${mark}`)}`}
        onChoose={(marks) => onFilter({ ...filter, marks })}
      />
      {isNarrowed && (
        <>
          <Button variant="text" onClick={() => onFilter(ALL_ENTRIES)}>
            {t('clients.timeline.clear')}
          </Button>
          <Typography variant="body2" role="status" sx={{ color: 'quiet', pb: 2 }}>
            {t('clients.timeline.shown', { count })}
          </Typography>
        </>
      )}
    </Box>
  );
}

import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIdle } from '#renderer/lib/idle.ts';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import type { FileId, RecordId } from '#shared/domain/ids.ts';
import { type Entry, useEntries } from '../model/useEntries.ts';
import { EntryList } from './EntryList.tsx';

interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onOpenFile: (fileId: FileId) => void;
  readonly onOpenNote: (noteId: RecordId) => void;
  /** Called with what was looked for and not found. */
  readonly onNewClient: (name: string) => void;
  /** Called with what is to be looked for in everything. */
  readonly onSearch: (query: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Moves through the list and chooses, while the focus stays in the field. */
function useChoice(entries: readonly Entry[] | undefined, query: string) {
  const [choice, setChoice] = useState({ query, index: 0 });
  // Enter that came before the clients were there is done when they are.
  const waiting = useRef(false);
  const active = choice.query === query ? choice.index : 0;
  useEffect(() => {
    if (!waiting.current || !entries) return;
    waiting.current = false;
    entries[0]?.run();
  }, [entries]);
  const point = (index: number): void => setChoice({ query, index });
  const steer = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const count = entries?.length ?? 0;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      point(Math.max(0, Math.min(count - 1, active + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (entries) entries[active]?.run();
      else waiting.current = true;
    }
  };
  return { active, point, steer };
}

function PaletteDialog({ open, onClose, ...actions }: PaletteProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState('');
  const entries = useEntries(query, {
    ...actions,
    onCommand: (command) => {
      onClose();
      command.run();
    },
  });
  const { active, point, steer } = useChoice(entries, query);
  const optionId = (entry: Entry): string => `${id}-${entry.id}`;
  const current = entries?.[active];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      aria-labelledby={`${id}-title`}
      transitionDuration={0}
      slotProps={{
        paper: {
          sx: { position: 'absolute', top: 64, m: 0, width: 640, maxWidth: '92vw', maxHeight: '70vh' },
        },
        transition: { onExited: () => setQuery('') },
      }}
    >
      <VisuallyHidden id={`${id}-title`}>{t('palette.title')}</VisuallyHidden>
      <InputBase
        autoFocus
        value={query}
        placeholder={t('palette.placeholder')}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={steer}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': t('palette.title'),
            'aria-expanded': true,
            'aria-controls': `${id}-list`,
            'aria-autocomplete': 'list',
            'aria-activedescendant': current && optionId(current),
            spellCheck: false,
          },
        }}
        sx={{ typography: 'body1', px: 4, py: 2, borderBottom: 1, borderColor: 'line' }}
      />
      {entries?.length === 0 && (
        <Typography variant="body2" sx={{ px: 4, py: 3, color: 'quiet' }}>
          {t('palette.nothing')}
        </Typography>
      )}
      <EntryList
        id={`${id}-list`}
        entries={entries ?? []}
        active={active}
        optionId={optionId}
        onPoint={point}
      />
    </Dialog>
  );
}

/** Finds a client, a command or a note by a few letters. Kept ready, so that it answers the first keystroke. */
export function Palette(props: PaletteProps): ReactElement | null {
  const idle = useIdle();
  return idle || props.open ? <PaletteDialog {...props} /> : null;
}

import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { type Entry, SECTIONS } from '../model/useEntries.ts';

interface EntryOptionProps {
  readonly id: string;
  readonly entry: Entry;
  readonly active: boolean;
  readonly onPoint: () => void;
}

function EntryOption({ id, entry, active, onPoint }: EntryOptionProps): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Box
      ref={ref}
      id={id}
      role="option"
      aria-selected={active}
      onMouseMove={onPoint}
      // Keeps the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={entry.run}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 3,
        px: 4,
        minHeight: (theme) => theme.layout.row,
        bgcolor: active ? 'selected' : 'transparent',
        cursor: 'default',
      }}
    >
      <Typography variant="body2" noWrap sx={{ flex: '0 1 auto' }}>
        {entry.label}
      </Typography>
      <Typography variant="caption" noWrap sx={{ color: 'quiet', flex: '1 1 auto' }}>
        {entry.detail}
      </Typography>
      {entry.keys !== null && (
        <Box sx={{ color: 'quiet' }}>
          <KeyHint keys={entry.keys} />
        </Box>
      )}
    </Box>
  );
}

interface EntryListProps {
  readonly id: string;
  readonly entries: readonly Entry[];
  readonly active: number;
  readonly optionId: (entry: Entry) => string;
  readonly onPoint: (index: number) => void;
}

/** The palette's list, by sections. */
export function EntryList({ id, entries, active, optionId, onPoint }: EntryListProps): ReactElement {
  const { t } = useTranslation();
  const sections = SECTIONS.map((section) => ({
    section,
    items: entries.filter((entry) => entry.section === section),
  })).filter(({ items }) => items.length > 0);
  return (
    <Box id={id} role="listbox" aria-label={t('palette.results')} sx={{ overflow: 'auto', py: 1 }}>
      {sections.map(({ section, items }) => (
        <Box key={section} role="group" aria-labelledby={`${id}-${section}`}>
          <Typography
            id={`${id}-${section}`}
            role="presentation"
            variant="caption"
            component="div"
            sx={{ color: 'quiet', px: 4, pt: 2, pb: 1 }}
          >
            {t(`palette.section.${section}`)}
          </Typography>
          {items.map((entry) => {
            const index = entries.indexOf(entry);
            return (
              <EntryOption
                key={entry.id}
                id={optionId(entry)}
                entry={entry}
                active={index === active}
                onPoint={() => onPoint(index)}
              />
            );
          })}
        </Box>
      ))}
    </Box>
  );
}

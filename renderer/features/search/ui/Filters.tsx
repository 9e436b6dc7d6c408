import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useClients } from '#renderer/entities/client/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { DateField } from '#renderer/ui/dates/index.ts';
import { SEARCH_KINDS, type SearchKind } from '#renderer/worker/search/docs.ts';
import { LINE_MARKS, MARK_GLYPHS } from '#shared/domain/rich-text.ts';
import { collator, formatNumber } from '#shared/i18n/format.ts';
import { fold } from '#shared/lib/fold.ts';
import { isNarrowed, type Narrowing, narrow, setOrder, UNNARROWED, useSearchView } from '../model/view.ts';

/** Clients offered at a time. */
const MOST_OFFERED = 30;

const KINDS = SEARCH_KINDS.filter((kind) => kind !== 'line');
type ClientChoice = NonNullable<Narrowing['client']>;

function ClientFilter(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const clients = useClients();
  const chosen = useSearchView(({ narrowing }) => narrowing.client);
  const choices = useMemo(
    () =>
      (clients ?? [])
        .map(({ fileId, name }): ClientChoice => ({ fileId, name }))
        .toSorted((a, b) => collator(language).compare(a.name, b.name)),
    [clients, language],
  );
  return (
    <Autocomplete
      size="small"
      options={choices}
      value={chosen}
      onChange={(_, client) => narrow({ client })}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ fileId }) => fileId}
      isOptionEqualToValue={(one, other) => one.fileId === other.fileId}
      filterOptions={(options, { inputValue }) => {
        const wanted = fold(inputValue);
        return options.filter(({ name }) => fold(name).includes(wanted)).slice(0, MOST_OFFERED);
      }}
      renderInput={(params) => (
        <TextField {...params} label={t('search.client')} placeholder={t('search.anyClient')} />
      )}
      sx={{ flex: '1 1 220px', maxWidth: 300 }}
    />
  );
}

interface KindFilterProps {
  /** How many results there are of each kind. */
  readonly counts: Readonly<Partial<Record<SearchKind, number>>>;
}

function KindFilter({ counts }: KindFilterProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const kinds = useSearchView(({ narrowing }) => narrowing.kinds);
  return (
    <ToggleButtonGroup
      size="small"
      value={[...kinds]}
      onChange={(_, chosen: SearchKind[]) => narrow({ kinds: chosen, marks: [] })}
      aria-label={t('search.kinds')}
      sx={{ flexWrap: 'wrap' }}
    >
      {KINDS.map((kind) => (
        <ToggleButton key={kind} value={kind}>
          {t(`search.kindPlural.${kind}`)}
          {(counts[kind] ?? 0) > 0 && (
            <Box component="span" sx={{ ml: 2, fontVariantNumeric: 'tabular-nums' }}>
              {formatNumber(counts[kind] ?? 0, language)}
            </Box>
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

function MarkFilter(): ReactElement {
  const { t } = useTranslation();
  const marks = useSearchView(({ narrowing }) => narrowing.marks);
  return (
    <ToggleButtonGroup
      size="small"
      value={[...marks]}
      onChange={(_, chosen: Narrowing['marks']) => narrow({ marks: chosen, kinds: [] })}
      aria-label={t('search.marks')}
      sx={{ flexWrap: 'wrap' }}
    >
      {LINE_MARKS.map((mark) => (
        <ToggleButton key={mark} value={mark} sx={{ gap: 1 }}>
          <span aria-hidden>{MARK_GLYPHS[mark]}</span>
          {t(`domain.mark.${mark}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** What results can be narrowed to: kinds, marked lines, client, days; and their order. */
export function Filters({ counts }: KindFilterProps): ReactElement {
  const { t } = useTranslation();
  const { narrowing, order } = useSearchView();
  return (
    <Box component="section" aria-label={t('search.filters')} sx={{ px: 6, pb: 3, display: 'grid', gap: 3 }}>
      <KindFilter counts={counts} />
      <MarkFilter />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'flex-end' }}>
        <ClientFilter />
        <Box sx={{ width: 150 }}>
          <DateField label={t('search.from')} value={narrowing.from} onChange={(from) => narrow({ from })} />
        </Box>
        <Box sx={{ width: 150 }}>
          <DateField label={t('search.to')} value={narrowing.to} onChange={(to) => narrow({ to })} />
        </Box>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={order}
          onChange={(_, chosen: typeof order | null) => chosen && setOrder(chosen)}
          aria-label={t('search.order')}
        >
          <ToggleButton value="best">{t('search.best')}</ToggleButton>
          <ToggleButton value="newest">{t('search.newest')}</ToggleButton>
        </ToggleButtonGroup>
        {isNarrowed(narrowing) && (
          <Button variant="text" onClick={() => narrow(UNNARROWED)}>
            {t('search.clearFilters')}
          </Button>
        )}
      </Box>
    </Box>
  );
}

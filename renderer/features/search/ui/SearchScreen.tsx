import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import InputBase from '@mui/material/InputBase';
import { type KeyboardEvent, type ReactElement, type RefObject, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSearchState } from '#renderer/entities/search/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { formatNumber } from '#shared/i18n/format.ts';
import { isAsked, type Results, useResults } from '../model/use-results.ts';
import {
  isNarrowed,
  narrow,
  setActive,
  setQuery,
  showMore,
  UNNARROWED,
  useSearchView,
} from '../model/view.ts';
import { Filters } from './Filters.tsx';
import { ResultRow } from './ResultRow.tsx';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
const QUOTES = /["„“”«»]/gu;

interface Steering {
  readonly results: Results | null;
  readonly open: (index: number) => void;
}

/** What the keys do while the focus is in the field. */
function useSteering({ results, open }: Steering): (event: KeyboardEvent) => void {
  const navigate = useNavigate();
  const { query, narrowing, active } = useSearchView();
  // Enter that came before the answer is done when it is there.
  const waiting = useRef(false);
  const current = results !== null && results.query === query && results.narrowing === narrowing;
  useEffect(() => {
    if (!waiting.current || !current) return;
    waiting.current = false;
    open(0);
  }, [current, open]);
  return (event) => {
    if (event.nativeEvent.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const count = results?.hits.length ?? 0;
      if (active + step >= count && count < (results?.total ?? 0)) showMore();
      setActive(Math.max(0, Math.min(count - 1, active + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (current) open(active);
      else waiting.current = isAsked(query, narrowing);
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (query === '') void navigate(-1);
      else setQuery('');
    }
  };
}

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly listId: string;
  readonly activeId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

function SearchField({ field, listId, activeId, onKeyDown }: SearchFieldProps): ReactElement {
  const { t } = useTranslation();
  const query = useSearchView((view) => view.query);
  return (
    <Box sx={{ px: 6, pb: 3 }}>
      <InputBase
        autoFocus
        fullWidth
        inputRef={field}
        value={query}
        placeholder={t('search.placeholder')}
        onChange={(event) => setQuery(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={onKeyDown}
        slotProps={{
          input: {
            role: 'combobox',
            'aria-label': t('search.title'),
            'aria-expanded': activeId !== undefined,
            'aria-controls': activeId === undefined ? undefined : listId,
            'aria-autocomplete': 'list',
            'aria-activedescendant': activeId,
            spellCheck: false,
          },
        }}
        sx={{
          typography: 'body1',
          px: 3,
          py: 1,
          bgcolor: 'surface',
          border: 1,
          borderColor: 'edge',
          borderRadius: 1,
          '&.Mui-focused': { borderColor: 'ink' },
        }}
      />
    </Box>
  );
}

/** What helps when there is nothing to show. */
interface NothingProps {
  readonly asked: boolean;
  readonly query: string;
  /** Something else is looked for: the focus goes back to the field. */
  readonly onChanged: () => void;
}

function Nothing({ asked, query, onChanged }: NothingProps): ReactElement {
  const { t } = useTranslation();
  const narrowed = useSearchView(({ narrowing }) => isNarrowed(narrowing));
  if (!asked) return <EmptyState title={t('search.empty.title')} text={t('search.empty.text')} />;
  const words = query.trim();
  const title = words === '' ? t('search.nothingFiltered') : t('search.nothing.title', { query: words });
  if (narrowed) {
    return (
      <EmptyState
        title={title}
        text={t('search.nothing.filtered')}
        action={
          <Button
            onClick={() => {
              narrow(UNNARROWED);
              onChanged();
            }}
          >
            {t('search.clearFilters')}
          </Button>
        }
      />
    );
  }
  const plain = query.replaceAll(QUOTES, '');
  if (plain === query) return <EmptyState title={title} text={t('search.nothing.text')} />;
  return (
    <EmptyState
      title={title}
      text={t('search.nothing.quoted')}
      action={
        <Button
          onClick={() => {
            setQuery(plain);
            onChanged();
          }}
        >
          {t('search.clearQuotes')}
        </Button>
      }
    />
  );
}

/** How many there are, and what has to be known about them. */
function Summary({
  results,
  failed,
}: {
  readonly results: Results | null;
  readonly failed: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { ready, read, failure } = useSearchState();
  return (
    <Box sx={{ px: 6, pb: 2, typography: 'body2', color: 'quiet', display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 4 }}>
        <span role="status">{results !== null && t('search.found', { count: results.total })}</span>
        <Box component="span" sx={{ ml: 'auto' }}>
          {t('search.keys')}
        </Box>
      </Box>
      {results?.similar === true && <span>{t('search.similar')}</span>}
      {!ready && failure === null && (
        <span>{t('search.reading', { records: formatNumber(read, language) })}</span>
      )}
      {(failed || failure !== null) && (
        <Alert severity="error" role="alert">
          {t('search.failed')}
        </Alert>
      )}
    </Box>
  );
}

/** One box over everything in the vault. Route `/search`. */
export function SearchScreen(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const { query, narrowing, active } = useSearchView();
  const { results, failed } = useResults();
  const open = (index: number): void => {
    const hit = results?.hits[index];
    if (hit) void navigate(hit.to);
  };
  const steer = useSteering({ results, open });
  const toField = (): void => field.current?.focus();
  // Here the key that leads here leads back to the field.
  useCommands([
    { id: 'go.search', title: t('search.command'), group: t('shell.go'), keys: 'mod+shift+f', run: toField },
  ]);
  const optionId = (index: number): string => `${id}-${String(index)}`;
  const hits = results?.hits ?? [];
  const asked = isAsked(query, narrowing);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%' }}>
      <ScreenHeader title={t('search.title')} />
      <SearchField
        field={field}
        listId={`${id}-list`}
        activeId={hits.length > 0 ? optionId(active) : undefined}
        onKeyDown={steer}
      />
      <Filters counts={results?.kinds ?? {}} />
      <Summary results={results} failed={failed} />
      {hits.length > 0 && (
        <Box
          id={`${id}-list`}
          role="listbox"
          aria-label={t('search.results')}
          sx={{ flex: 1, minHeight: 0, overflow: 'auto', borderTop: 1, borderColor: 'line' }}
        >
          {hits.map((hit, index) => (
            <ResultRow
              key={`${hit.found.hit.id} ${String(hit.found.hit.line)}`}
              id={optionId(index)}
              shown={hit}
              active={index === active}
              onPoint={() => setActive(index)}
              onOpen={() => open(index)}
            />
          ))}
        </Box>
      )}
      {results !== null && hits.length < results.total && (
        <Box sx={{ px: 6, py: 2, borderTop: 1, borderColor: 'line' }}>
          <Button onClick={showMore}>{t('search.more')}</Button>
        </Box>
      )}
      {(!asked || (results !== null && hits.length === 0)) && (
        <Nothing asked={asked} query={query} onChanged={toField} />
      )}
    </Box>
  );
}

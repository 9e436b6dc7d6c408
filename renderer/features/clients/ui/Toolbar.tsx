import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, type ReactElement, type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { runCommand, useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { RegisterLayout, RegisterView } from '#shared/domain/register-view.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { activeParts } from '../model/filter.ts';
import { changeFilter, setLayout, useRegisterView } from '../model/view.ts';
import { ColumnsPanel } from './ColumnsPanel.tsx';
import { FilterPanel } from './FilterPanel.tsx';
import { PanelButton } from './PanelButton.tsx';
import { ViewMenu } from './ViewMenu.tsx';

const LIST_KEYS: Readonly<Record<string, string>> = {
  ArrowDown: 'clients.downArrow',
  ArrowUp: 'clients.upArrow',
  Enter: 'clients.open',
};

function useFilterField(): { readonly ref: RefObject<HTMLInputElement | null> } {
  const { t } = useTranslation();
  const ref = useRef<HTMLInputElement>(null);
  useCommands([
    {
      id: 'clients.filter',
      title: t('clients.command.filter'),
      group: t('clients.title'),
      keys: '/',
      run: () => {
        ref.current?.focus();
        ref.current?.select();
      },
    },
  ]);
  return { ref };
}

function WordsField(): ReactElement {
  const { t } = useTranslation();
  const { query } = useRegisterView(({ look }) => look.filter);
  const { ref } = useFilterField();
  const steer = (event: KeyboardEvent): void => {
    const command = event.shiftKey ? undefined : LIST_KEYS[event.key];
    if (command !== undefined) {
      event.preventDefault();
      runCommand(command);
    }
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault();
      changeFilter({ query: '' });
    }
  };
  return (
    <TextField
      inputRef={ref}
      value={query}
      onChange={(event) => changeFilter({ query: event.target.value })}
      onKeyDown={steer}
      placeholder={t('clients.filter')}
      slotProps={{ htmlInput: { 'aria-label': t('clients.filter'), type: 'search', maxLength: 500 } }}
      sx={{ flex: '1 1 260px', maxWidth: 380 }}
    />
  );
}

/** List or board. */
function LayoutChoice(): ReactElement {
  const { t } = useTranslation();
  const { layout } = useRegisterView(({ look }) => look);
  useCommands([
    {
      id: 'clients.layout',
      title: t(layout === 'list' ? 'register.board.show' : 'register.board.showList'),
      group: t('clients.title'),
      keys: 'b',
      run: () => setLayout(layout === 'list' ? 'board' : 'list'),
    },
  ]);
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={layout}
      onChange={(_, chosen: RegisterLayout | null) => chosen && setLayout(chosen)}
      aria-label={t('register.board.layout')}
    >
      <ToggleButton value="list">{t('register.board.list')}</ToggleButton>
      <ToggleButton value="board">
        {t('register.board.board')}
        <Box component="span" sx={{ ml: 2 }}>
          <KeyHint keys="b" />
        </Box>
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

interface ToolbarProps {
  readonly shown: number;
  readonly total: number;
  readonly kept: readonly RegisterView[];
}

/** What of the register is shown, and how: words, view, filters, columns; and how many that are. */
export function Toolbar({ shown, total, kept }: ToolbarProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { filter, layout } = useRegisterView(({ look }) => look);
  const parts = activeParts(filter).length;
  const count = t('clients.count', { count: total, number: formatNumber(total, language) });
  return (
    <Box sx={{ display: 'flex', gap: 2, px: 6, pb: 3, alignItems: 'center', flexWrap: 'wrap' }}>
      <WordsField />
      <ViewMenu kept={kept} />
      <PanelButton
        id="clients.filters"
        keys="f"
        title={t('register.filter.title')}
        label={
          parts === 0 ? t('register.filter.button') : t('register.filter.buttonActive', { count: parts })
        }
      >
        <FilterPanel />
      </PanelButton>
      {layout === 'list' && (
        <PanelButton
          id="clients.columns"
          keys="c"
          title={t('register.columns.title')}
          label={t('register.columns.button')}
        >
          <ColumnsPanel />
        </PanelButton>
      )}
      <LayoutChoice />
      <Typography variant="body2" component="output" sx={{ color: 'quiet', ml: 'auto' }}>
        {shown === total ? count : t('clients.countOf', { shown: formatNumber(shown, language), all: count })}
      </Typography>
    </Box>
  );
}

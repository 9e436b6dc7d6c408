import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { type ReactElement, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { COLUMNS, FIRST_COLUMNS, moveColumn, toggleColumn } from '../model/columns.ts';
import { setColumns, useShownColumns } from '../model/view.ts';
import { customColumn } from '../model/custom.ts';
import { useCustomFields } from '../model/useCustomFields.ts';
import { useColumnName } from './useColumnName.ts';

interface ColumnLineProps {
  readonly id: string;
  readonly shown: boolean;
  readonly canMoveUp: boolean;
  readonly canMoveDown: boolean;
}

function ColumnLine({ id, shown, canMoveUp, canMoveDown }: ColumnLineProps): ReactElement {
  const { t } = useTranslation();
  const name = useColumnName()(id);
  const columns = useShownColumns();
  const move = (by: number): void => setColumns(moveColumn(columns, id, by));
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <FormControlLabel
        sx={{ flex: 1 }}
        control={
          <Checkbox
            checked={shown}
            disabled={id === 'name'}
            onChange={() => setColumns(toggleColumn(columns, id))}
          />
        }
        label={name}
      />
      {shown && (
        <>
          <Button
            variant="text"
            disabled={!canMoveUp}
            aria-label={t('register.columns.before', { name })}
            onClick={() => move(-1)}
          >
            ↑
          </Button>
          <Button
            variant="text"
            disabled={!canMoveDown}
            aria-label={t('register.columns.after', { name })}
            onClick={() => move(1)}
          >
            ↓
          </Button>
        </>
      )}
    </Box>
  );
}

/**
 * Keeps the focus on what was pressed, though its line moves in the list and the browser drops the focus of what is moved;
 * on the line's tick where the button is at its end.
 */
function useKeptFocus(): (pressed: Element) => void {
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const pressed = last.current;
    const ended = pressed?.matches(':disabled') === true;
    const isDropped =
      document.activeElement === document.body || (ended && pressed === document.activeElement);
    if (!pressed?.isConnected || !isDropped) return;
    const target = ended ? pressed.closest('li')?.querySelector('input') : pressed;
    if (target instanceof HTMLElement) target.focus();
  });
  return (pressed) => {
    last.current = pressed;
  };
}

/** Which columns are shown, and in which order. */
export function ColumnsPanel(): ReactElement {
  const { t } = useTranslation();
  const columns = useShownColumns();
  const fields = useCustomFields();
  const all = [...COLUMNS.map(({ id }) => id), ...fields.map(({ id }) => customColumn(id))];
  const shown = columns.map(({ id }) => id);
  const listed = [...shown, ...all.filter((id) => !shown.includes(id))];
  const keep = useKeptFocus();
  return (
    <Box sx={{ p: 4, width: 360 }}>
      <Box component="ul" onFocus={({ target }) => keep(target)} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {listed.map((id, index) => (
          <ColumnLine
            key={id}
            id={id}
            shown={index < shown.length}
            canMoveUp={index > 1}
            canMoveDown={index > 0 && index < shown.length - 1}
          />
        ))}
      </Box>
      <Typography variant="caption" component="p" sx={{ mt: 2, color: 'quiet' }}>
        {t('register.columns.keys')}
      </Typography>
      <Button sx={{ mt: 3 }} onClick={() => setColumns(FIRST_COLUMNS)}>
        {t('register.columns.reset')}
      </Button>
    </Box>
  );
}

// @vitest-environment jsdom
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Chip from '@mui/material/Chip';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { expect, it, vi } from 'vitest';
import { translator } from '#shared/i18n/translate.ts';
import { useCommands, useRegisteredCommands } from '#renderer/ui/commands/index.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { ReadOnly, Writes } from './index.ts';

const t = translator('en');
const write = vi.fn();

function Commands(): ReactElement {
  useCommands([
    { id: 'write', title: 'Write', group: 'Test', keys: 'w', writes: true, run: write },
    { id: 'read', title: 'Read', group: 'Test', keys: 'r', run: () => undefined },
  ]);
  const offered = useRegisteredCommands().filter(({ keysOnly }) => keysOnly !== true);
  return <output aria-label="offered">{offered.map(({ id }) => id).join()}</output>;
}

function show(readOnly: boolean): void {
  write.mockReset();
  renderScreen(
    {
      '/': (
        <ReadOnly value={readOnly}>
          <Commands />
          <Button>Look</Button>
          <Writes>
            <Button disabled={false} onClick={write}>
              Plain
            </Button>
            <Checkbox onChange={write} slotProps={{ input: { 'aria-label': 'Tick' } }} />
            <TextField label="Name" value="Anna" onChange={write} />
            <TextField select label="Kind" value="one" onChange={write}>
              <MenuItem value="one">One</MenuItem>
            </TextField>
            <Chip label="Chip" onClick={write} />
          </Writes>
        </ReadOnly>
      ),
    },
    '/',
  );
}

it('disables what changes something, leaves the rest, and says why', async () => {
  show(true);
  const user = userEvent.setup();
  expect(await screen.findByRole('button', { name: 'Look' })).toBeEnabled();
  expect(screen.getByRole('button', { name: 'Plain' })).toBeDisabled();
  expect(screen.getByRole('checkbox', { name: 'Tick' })).toBeDisabled();
  expect(screen.getByRole('textbox', { name: 'Name' })).toBeDisabled();
  expect(screen.getByRole('combobox', { name: 'Kind' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('button', { name: 'Chip' })).toHaveAttribute('aria-disabled', 'true');
  expect(screen.getByRole('group')).toHaveAttribute('title', t('space.rescue.reason'));
  await user.keyboard('w');
  expect(await screen.findByText(t('space.rescue.reason'))).toBeVisible();
  expect(screen.getByLabelText('offered')).toHaveTextContent(/^read$/);
  expect(write).not.toHaveBeenCalled();
});

it('leaves everything as it is in a vault that can be written', async () => {
  show(false);
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Plain' }));
  await user.click(screen.getByRole('checkbox', { name: 'Tick' }));
  await user.keyboard('w');
  expect(write).toHaveBeenCalledTimes(3);
  expect(screen.queryByRole('group')).toBeNull();
  expect(screen.getByLabelText('offered')).toHaveTextContent('write,read');
});

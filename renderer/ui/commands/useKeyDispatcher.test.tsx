// @vitest-environment jsdom
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { renderScreen } from '#test/fakes/screen.tsx';
import { useCommands } from './registry.ts';

const goOn = vi.fn();

function Form({ keys }: { readonly keys: string }): ReactElement {
  useCommands([{ id: 'go-on', title: 'Go on', group: 'Test', keys, run: goOn }]);
  return (
    <TextField select label="Kind" defaultValue="one">
      <MenuItem value="one">One</MenuItem>
      <MenuItem value="two">Two</MenuItem>
    </TextField>
  );
}

async function focusedSelect(keys: string): Promise<void> {
  renderScreen({ '/': <Form keys={keys} /> }, '/');
  (await screen.findByRole('combobox')).focus();
}

describe('a focused select', () => {
  beforeEach(() => goOn.mockReset());

  it('leaves Ctrl with Enter to the command of the screen, once', async () => {
    await focusedSelect('mod+enter');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(goOn).toHaveBeenCalledOnce();
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('opens with Enter, and with Ctrl and Enter where that means nothing', async () => {
    await focusedSelect('enter');
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('listbox')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await vi.waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(screen.getByRole('listbox')).toBeVisible();
    expect(goOn).not.toHaveBeenCalled();
  });

  it('chooses with Ctrl and Enter while it is open', async () => {
    await focusedSelect('mod+enter');
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Control>}{Enter}{/Control}');
    expect(screen.getByRole('combobox', { hidden: true })).toHaveTextContent('Two');
    expect(goOn).not.toHaveBeenCalled();
  });
});

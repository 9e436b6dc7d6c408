// @vitest-environment jsdom
import Dialog from '@mui/material/Dialog';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { submitByKeys } from './submit-by-keys.ts';

function show({ disabled = false, over = false }) {
  const sent = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
  render(
    <Dialog open onKeyDown={submitByKeys}>
      <form onSubmit={sent}>
        <textarea aria-label="remark" />
        <button type="submit" disabled={disabled}>
          Save
        </button>
      </form>
      <Dialog open={over}>
        <textarea aria-label="over it" />
      </Dialog>
    </Dialog>,
  );
  return sent;
}

describe('Ctrl Enter in a form', () => {
  it('sends it once from a field of several lines, where Enter begins a line', async () => {
    const sent = show({});
    await userEvent.type(screen.getByLabelText('remark'), 'one{Enter}two');
    expect(sent).not.toHaveBeenCalled();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toHaveBeenCalledTimes(1);
    expect(screen.getByLabelText('remark')).toHaveValue('one\ntwo');
  });

  it('sends nothing that its button would not send', async () => {
    const sent = show({ disabled: true });
    await userEvent.type(screen.getByLabelText('remark'), 'one{Control>}{Enter}{/Control}');
    expect(sent).not.toHaveBeenCalled();
  });

  it('leaves alone what is struck in a dialog over it', async () => {
    const sent = show({ over: true });
    await userEvent.type(screen.getByLabelText('over it'), 'one{Control>}{Enter}{/Control}');
    expect(sent).not.toHaveBeenCalled();
  });
});

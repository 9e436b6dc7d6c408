// @vitest-environment jsdom
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactElement, useState } from 'react';
import { expect, it, vi } from 'vitest';
import { useAutosavedText } from './autosaved-text.ts';
import { flushAll } from './flush.ts';

interface FieldProps {
  readonly stored: string;
  readonly save: (text: string) => Promise<void>;
}

function Field({ stored, save }: FieldProps): ReactElement {
  const [text, change] = useAutosavedText('test', stored, save);
  return <input aria-label="text" value={text} onChange={(event) => change(event.target.value)} />;
}

/** A store that shows what it took only when it is told to. */
function Held({ save }: { readonly save: (text: string) => void }): ReactElement {
  const [stored, setStored] = useState('');
  const [taken, setTaken] = useState('');
  return (
    <>
      <Field
        stored={stored}
        save={(text) => {
          save(text);
          setTaken(text);
          return Promise.resolve();
        }}
      />
      <button onClick={() => setStored(taken)}>show</button>
      <button onClick={() => setStored('elsewhere')}>other</button>
    </>
  );
}

const field = () => screen.getByLabelText<HTMLInputElement>('text');

it('shows what is typed at once, stores the newest, then follows the store', async () => {
  const save = vi.fn<(text: string) => void>();
  render(<Held save={save} />);
  await userEvent.type(field(), 'abc');
  expect(field().value).toBe('abc');
  await act(flushAll);
  expect(save).toHaveBeenLastCalledWith('abc');
  expect(field().value).toBe('abc');
  await userEvent.click(screen.getByText('show'));
  await userEvent.click(screen.getByText('other'));
  expect(field().value).toBe('elsewhere');
});

it('stores what is left when it goes', async () => {
  const save = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  const { unmount } = render(<Field stored="" save={save} />);
  await userEvent.type(field(), 'left');
  unmount();
  await waitFor(() => expect(save).toHaveBeenLastCalledWith('left'));
});

it('stores composed letters', async () => {
  const save = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  render(<Field stored="" save={save} />);
  await userEvent.type(field(), 'r\u030C');
  await act(flushAll);
  expect(save).toHaveBeenLastCalledWith('ř');
});

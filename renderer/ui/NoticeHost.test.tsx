// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createI18n } from '#shared/i18n/translate.ts';
import { NoticeHost } from './NoticeHost.tsx';
import { notify, useNotices } from './notices.ts';

beforeEach(() => {
  vi.useFakeTimers();
  render(
    <I18nextProvider i18n={createI18n('en')}>
      <NoticeHost />
    </I18nextProvider>,
  );
});
afterEach(() => {
  cleanup();
  useNotices.setState({ shown: [] });
  vi.useRealTimers();
});

const undo = vi.fn<() => void>();
const removed = (): void =>
  act(() => notify({ text: 'The task was removed.', action: { label: 'Undo', run: undo } }));
const pass = (seconds: number): void => act(() => void vi.advanceTimersByTime(seconds * 1000));
const shown = (): boolean => screen.queryByText('The task was removed.') !== null;

it('lets a message without a button go sooner than one with it; a warning stays', () => {
  removed();
  act(() => notify({ text: 'It was made.' }));
  act(() => notify({ text: 'No backup.', tone: 'warning', action: { label: 'Open', run: undo } }));
  pass(10);
  expect(screen.queryByText('It was made.')).toBeNull();
  expect(shown()).toBe(true);
  pass(11);
  expect(shown()).toBe(false);
  pass(3600);
  expect(screen.getByText('No backup.')).toBeInTheDocument();
});

it('waits while the focus is on it, and gives the whole time again after that', () => {
  removed();
  pass(15);
  act(() => screen.getByRole('button', { name: 'Undo' }).focus());
  pass(3600);
  act(() => screen.getByRole('button', { name: 'Close' }).focus());
  pass(3600);
  expect(shown()).toBe(true);
  act(() => screen.getByRole('button', { name: 'Close' }).blur());
  pass(19);
  expect(shown()).toBe(true);
  pass(2);
  expect(shown()).toBe(false);
});

it('waits while the pointer is on any of them', () => {
  removed();
  act(() => notify({ text: 'It was made.' }));
  fireEvent.pointerEnter(screen.getByText('It was made.').closest('[aria-live]') ?? document.body);
  pass(3600);
  expect(shown()).toBe(true);
  fireEvent.pointerLeave(screen.getByText('It was made.').closest('[aria-live]') ?? document.body);
  pass(21);
  expect(shown()).toBe(false);
});

it('holds nothing after what was held is gone with its button', () => {
  act(() => notify({ text: 'It was made.' }));
  removed();
  const button = screen.getByRole('button', { name: 'Undo' });
  act(() => button.focus());
  fireEvent.click(button);
  expect(undo).toHaveBeenCalledOnce();
  removed();
  pass(21);
  expect(shown()).toBe(false);
});

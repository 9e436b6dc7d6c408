// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { draftRecord } from '#shared/domain/draft.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { aClient } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault, type TestVault } from '#test/fakes/vault.ts';
import { GoneDialog } from './GoneDialog.tsx';

let test: TestVault;
let fileId: FileId;
beforeEach(async () => {
  test = await openTestVault();
  fileId = await clientCommands.create(aClient());
});
afterEach(cleanup);

const move = vi.fn<(reason: string, winBack: boolean) => Promise<number | null>>();
const onMoved = vi.fn<(action: number | null) => void>();
const show = (): void =>
  renderScreen(
    { '/': <GoneDialog files={[fileId]} stage="lost" {...{ move, onMoved }} onClose={() => undefined} /> },
    '/',
  );
const reason = () => screen.findByRole<HTMLTextAreaElement>('textbox');

it('keeps the reason with the file of the client until the move is stored', async () => {
  show();
  await userEvent.type(await reason(), 'Went elsewhere');
  await userEvent.keyboard('{Escape}');
  expect(await screen.findByText(/What you typed is kept/)).toBeInTheDocument();
  cleanup();
  await flushAll();
  expect(await vault().all(draftRecord)).toMatchObject([
    { fileId, form: 'gone:lost', values: { reason: 'Went elsewhere' } },
  ]);
  await test.reopen();
  show();
  await waitFor(async () => expect(await reason()).toHaveValue('Went elsewhere'));
  move.mockRejectedValueOnce(new Error('full'));
  await userEvent.click(await reason());
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(await reason()).toHaveValue('Went elsewhere');
  move.mockResolvedValueOnce(7);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(onMoved).toHaveBeenCalledWith(7));
  expect(move).toHaveBeenLastCalledWith('Went elsewhere', true);
  await waitFor(async () => expect(await vault().all(draftRecord)).toEqual([]));
});

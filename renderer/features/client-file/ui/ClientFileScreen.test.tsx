// @vitest-environment jsdom
import { configure, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clientCommands, clientQueries } from '#renderer/entities/client/index.ts';
import { questionCommands } from '#renderer/entities/question/index.ts';
import { taskQueries } from '#renderer/entities/task/index.ts';
import { vault } from '#renderer/db/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { type FileTab, routes } from '#renderer/lib/routes.ts';
import { newFileId, type FileId } from '#shared/domain/ids.ts';
import { partyRecord } from '#shared/domain/party.ts';
import { questionRecord } from '#shared/domain/question.ts';
import { reminderRecord } from '#shared/domain/reminder.ts';
import { aClient, aQuestion } from '#test/builders/bodies.ts';
import { useNotices } from '#renderer/ui/notices.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { ClientFileScreen } from './ClientFileScreen.tsx';

// Working out what is hidden takes most of the time here, and nothing asked for by role is.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });

const onStartMeeting = vi.fn();
let fileId: FileId;
beforeEach(async () => {
  vi.clearAllMocks();
  useNotices.setState({ shown: [] });
  await openTestVault();
  fileId = await clientCommands.create(aClient({ name: 'Nováková Jana', keyFacts: 'Pays by transfer' }));
});

const open = async (tab: FileTab = 'timeline', id = fileId): Promise<void> => {
  renderScreen(
    {
      '/clients/:fileId/:tab': (
        <ClientFileScreen
          onStartMeeting={onStartMeeting}
          requirements={<p>the requirements</p>}
          documents={<p>the documents</p>}
          engagements={<p>the engagements</p>}
          money={<p>the money</p>}
          profile={<p>the profile</p>}
          relationship={<p>the relationship</p>}
          merged={null}
          onErase={vi.fn()}
        />
      ),
    },
    routes.file(id, tab),
  );
  await screen.findByRole('heading', { level: 1 });
};
const address = () => screen.getByLabelText('address').textContent;

describe('client file', () => {
  it('starts where the news is: at its heading', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1, name: 'Nováková Jana' })).toHaveFocus();
    expect(screen.getByText('Pays by transfer')).toBeInTheDocument();
  });

  it('opens its tabs, starts a meeting and prints by keys', async () => {
    await open();
    await userEvent.keyboard('3');
    expect(await screen.findByText('the requirements')).toBeInTheDocument();
    expect(address()).toBe(routes.file(fileId, 'requirements'));
    await userEvent.keyboard('{Control>}m{/Control}');
    expect(onStartMeeting).toHaveBeenCalledOnce();
    await userEvent.keyboard('{Control>}p{/Control}');
    expect(address()).toBe(routes.summary(fileId));
  });

  it('stays on the tab that a number opened when the focus comes back to the tabs', async () => {
    await open();
    await userEvent.click(screen.getByRole('tab', { name: 'Tasks' }));
    await userEvent.keyboard('5');
    const people = screen.getByRole('tab', { name: 'People' });
    await waitFor(() => expect(people).toHaveFocus());
    await userEvent.keyboard('a');
    await screen.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(people).toHaveFocus());
    expect(people).toHaveAttribute('aria-selected', 'true');
  });

  it('adds tasks one after another and ticks one off in its place', async () => {
    await open();
    await userEvent.keyboard('t');
    const title = await screen.findByRole('textbox', { name: 'Task' });
    await waitFor(() => expect(title).toHaveFocus());
    await userEvent.keyboard('Send the contract{Enter}');
    await screen.findByRole('checkbox', { name: 'Send the contract' });
    expect(title).toHaveFocus();
    await userEvent.keyboard('Call the court{Enter}');
    const box = await screen.findByRole('checkbox', { name: 'Call the court' });
    await userEvent.click(box);
    await waitFor(() => expect(box).toBeChecked());
    expect(box).toHaveFocus();
    const tasks = await taskQueries.inFile(fileId);
    expect(tasks.map(({ title: text, doneAt }) => [text, doneAt !== null])).toEqual([
      ['Send the contract', false],
      ['Call the court', true],
    ]);
  });

  it('adds a person with a role, and brings a removed one back', async () => {
    await open('people');
    await userEvent.click(await screen.findByRole('button', { name: 'Add person' }));
    await userEvent.keyboard('Karel Malý{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: 'Karel Malý' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findByRole('button', { name: 'Karel Malý' });
    expect(await vault().inFile(partyRecord, fileId)).toMatchObject([
      { name: 'Karel Malý', role: 'contact' },
    ]);
  });

  it('stores every field of the client by itself, but no empty name', async () => {
    await open();
    await userEvent.keyboard('e');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.type(dialog.getByRole('textbox', { name: 'Contact person' }), 'Petr');
    await userEvent.clear(dialog.getByRole('textbox', { name: 'Name' }));
    await flushAll();
    expect(await clientQueries.get(fileId)).toMatchObject({ name: 'Nováková Jana', contactPerson: 'Petr' });
    expect(dialog.getByText(/Until you write one/)).toBeInTheDocument();
  });

  it('keeps a half-written answer, and closes the question when told to', async () => {
    const id = await questionCommands.add(
      fileId,
      aQuestion({ text: 'Who signs?', answer: '', answeredAt: null }),
    );
    await open();
    await userEvent.type(await screen.findByRole('textbox', { name: 'Answer' }), 'The director');
    await flushAll();
    expect(await vault().get(questionRecord, id)).toMatchObject({ answer: 'The director', answeredAt: null });
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Answer' })).not.toBeInTheDocument());
    expect((await vault().get(questionRecord, id))?.answeredAt).not.toBeNull();
  });

  it('adds a reminder with a typed day and time', async () => {
    await open();
    await screen.findByRole('button', { name: 'Add reminder' });
    await userEvent.keyboard('r');
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.keyboard('Send the reply');
    const day = dialog.getByRole('textbox', { name: /Day/ });
    await userEvent.clear(day);
    await userEvent.type(day, '12/24/2030');
    const time = dialog.getByRole('textbox', { name: 'Time' });
    await userEvent.clear(time);
    await userEvent.type(time, '1415{Enter}');
    await waitFor(async () =>
      expect(await vault().inFile(reminderRecord, fileId)).toMatchObject([
        { title: 'Send the reply', at: '2030-12-24T14:15', zone: 'Europe/Prague', doneAt: null },
      ]),
    );
  });

  it('says so when there is no such file', async () => {
    await open('timeline', newFileId());
    expect(screen.getByText('This file is not in the vault')).toBeInTheDocument();
  });
});

// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentModel } from '#shared/documents/model.ts';
import { documentText } from '#shared/documents/text.ts';
import { newLineId, type FileId } from '#shared/domain/ids.ts';
import type { LineMark, RichTextNode } from '#shared/domain/rich-text.ts';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { noteCommands } from '#renderer/entities/note/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { taskCommands } from '#renderer/entities/task/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { aClient, aNote, aPractice, aTask } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { SummaryScreen } from './SummaryScreen.tsx';

interface PaperProps {
  readonly document: DocumentModel;
  readonly suggestedName: string;
  readonly side: React.ReactNode;
  readonly label: string;
}

// The pages themselves need a browser; what they say does not.
vi.mock('#renderer/entities/paper/index.ts', () => ({
  PaperPanel: ({ document, suggestedName, side, label }: PaperProps) => (
    <section aria-label={label}>
      <pre>{documentText(document)}</pre>
      <p aria-label="file name">{suggestedName}</p>
      {side}
    </section>
  ),
}));

const line = (mark: LineMark, text: string): RichTextNode => ({
  type: 'paragraph',
  attrs: { mark, lineId: newLineId(), who: '', due: null },
  content: [{ type: 'text', text }],
});

let fileId: FileId;
beforeEach(async () => {
  await openTestVault();
  await practiceCommands.create(aPractice());
  fileId = await clientCommands.create(aClient({ language: 'cs', keyFacts: 'Platí včas' }));
  const body = {
    type: 'doc',
    content: [line('decision', 'Podáme výpověď'), line('internal', 'Klientka váhá')],
  };
  await noteCommands.create(fileId, aNote({ title: 'Výpověď nájmu', body }));
  await taskCommands.add(fileId, aTask({ title: 'Poslat smlouvu' }));
});

const user = userEvent.setup();
const show = (): void =>
  renderScreen({ 'clients/:fileId/summary': <SummaryScreen /> }, routes.summary(fileId));
const pages = async (): Promise<HTMLElement> => {
  const region = await screen.findByRole('region', { name: 'Pages of the summary' });
  return within(region).getByText(/Horáková & Partners/u);
};
const check = (name: string): Promise<void> => user.click(screen.getByRole('checkbox', { name }));

describe('the client summary', () => {
  it('shows the chosen parts in the client’s language, and remembers the choice', async () => {
    show();
    expect(await pages()).toHaveTextContent('Souhrn pro klienta');
    expect(await pages()).toHaveTextContent('Výpověď nájmu');
    expect(await pages()).toHaveTextContent('Poslat smlouvu');
    expect(await pages()).not.toHaveTextContent('Platí včas');
    expect(screen.getByLabelText('file name')).toHaveTextContent(
      /^Souhrn – Nováková Jana – \d+\. \d+\. \d{4}$/u,
    );
    await check('Open tasks');
    expect(await pages()).not.toHaveTextContent('Poslat smlouvu');
    await check('Open tasks');
    await check('Key facts');
    expect(await pages()).toHaveTextContent('Platí včas');
    await check('Key facts');
  });

  it('holds internal lines back from the text of notes, and prints them only for own use', async () => {
    show();
    await pages();
    await check('With the text of the notes');
    expect(await pages()).toHaveTextContent('Podáme výpověď');
    expect(await pages()).not.toHaveTextContent('Klientka váhá');
    expect(screen.getByText('Held back: 1 line')).toBeInTheDocument();
    await check('For own use, with internal and sensitive lines');
    expect(await pages()).toHaveTextContent('Klientka váhá');
    expect(await pages()).toHaveTextContent('jen pro vlastní potřebu');
    await check('With the text of the notes');
  });

  it('changes its language', async () => {
    show();
    await pages();
    await user.selectOptions(screen.getByLabelText('Language'), 'Polish');
    expect(await pages()).toHaveTextContent('Podsumowanie dla klienta');
  });

  it('goes back to the file', async () => {
    show();
    await pages();
    await user.click(screen.getByRole('button', { name: 'Back to the file' }));
    expect(screen.getByLabelText('address')).toHaveTextContent(routes.file(fileId));
  });
});

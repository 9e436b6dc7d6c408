// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { vault } from '#renderer/db/index.ts';
import { practiceCommands } from '#renderer/entities/practice/index.ts';
import { serviceCommands } from '#renderer/entities/service/index.ts';
import { useNotices } from '#renderer/ui/notices.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { serviceRecord } from '#shared/domain/service.ts';
import { aPractice } from '#test/builders/bodies.ts';
import { renderScreen } from '#test/fakes/screen.tsx';
import { openTestVault } from '#test/fakes/vault.ts';
import { ServicesSection } from './ServicesSection.tsx';

beforeEach(async () => {
  useNotices.setState({ shown: [] });
  await openTestVault();
  await practiceCommands.create(aPractice());
});
const stored = () => vault().inFile(serviceRecord, PRACTICE_FILE);
const dialog = async () => within(await screen.findByRole('dialog'));
const closed = () => waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());

describe('the catalogue of services', () => {
  it('begins with the usual ones of the practice’s kind, once', async () => {
    renderScreen({ '/': <ServicesSection /> }, '/');
    await userEvent.click(await screen.findByRole('button', { name: 'Add the usual services' }));
    expect(await screen.findByRole('button', { name: 'Legal advice' })).toBeVisible();
    const count = (await stored()).length;
    await serviceCommands.addUsual('law', 'en');
    expect(await stored()).toHaveLength(count);
    expect(screen.queryByRole('button', { name: 'Add the usual services' })).toBeNull();
  });

  it('is added to, changed, and gives back what was removed', async () => {
    renderScreen({ '/': <ServicesSection /> }, '/');
    await userEvent.click(await screen.findByRole('button', { name: 'Add service' }));
    let form = await dialog();
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'Mediation');
    await userEvent.type(form.getByRole('textbox', { name: 'Price of a unit' }), '120.50{Enter}');
    await closed();
    await userEvent.click(await screen.findByRole('button', { name: 'Mediation' }));
    form = await dialog();
    await userEvent.type(form.getByRole('textbox', { name: 'Unit' }), 'hour{Enter}');
    await waitFor(async () =>
      expect(await stored()).toMatchObject([
        { name: 'Mediation', price: 12_050, unit: 'hour', currency: 'EUR' },
      ]),
    );
    await closed();
    await userEvent.click(screen.getByRole('button', { name: 'Mediation' }));
    await userEvent.click((await dialog()).getByRole('button', { name: 'Remove' }));
    await waitFor(async () => expect(await stored()).toEqual([]));
    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(await screen.findByRole('button', { name: 'Mediation' })).toBeVisible();
  });
});

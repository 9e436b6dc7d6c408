import { expect, it } from 'vitest';
import { catalogues } from './catalogues.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { createI18n, nameStages, speak, stageName, standingName, translator } from './translate.ts';

it.each([
  ['en', '12,345 records'],
  ['cs', '12\u00A0345 záznamů'],
  ['pl', '12\u00A0345 zapisów'],
  ['ru', '12\u00A0345 записей'],
] as const)('writes what is counted as %s does', (language, text) => {
  expect(translator(language)('restore.which.records', { count: 12_345 })).toBe(text);
});

it('leaves every other number as it is given', () => {
  expect(translator('en')('unlock.newer.happened', { format: 12_345 })).toContain('12345');
});

it('calls stages as the practice does, on the screen and in documents, in every language, and as before again', () => {
  const ui = createI18n('cs');
  const told: unknown[] = [];
  ui.store.on('added', () => told.push(null));
  const label = 'Poptávka {{x}} $t(common.save)';
  nameStages(ui, { acquisition: label });
  expect(ui.t('domain.stage.acquisition')).toBe('Poptávka { {x}} $ t(common.save)');
  expect(translator('ru')('domain.stage.acquisition')).toBe('Poptávka { {x}} $ t(common.save)');
  expect(ui.t('domain.stage.reach')).toBe(catalogues.cs.domain.stage.reach);
  const times = told.length;
  expect(times).toBeGreaterThan(0);
  nameStages(ui, { acquisition: label });
  expect(told).toHaveLength(times);
  speak(ui, 'pl');
  expect(ui.t('domain.stage.acquisition')).toBe('Poptávka { {x}} $ t(common.save)');
  speak(ui, 'cs');
  nameStages(ui, { reach: 'Oslovení' });
  expect(ui.t('domain.stage.acquisition')).toBe(catalogues.cs.domain.stage.acquisition);
  expect(ui.t('domain.stage.reach')).toBe('Oslovení');
  nameStages(ui, {});
  expect(ui.t('domain.stage.reach')).toBe(catalogues.cs.domain.stage.reach);
  expect(ui.t('domain.stage.acquisition')).toBe(catalogues.cs.domain.stage.acquisition);
  expect(translator('ru')('domain.stage.acquisition')).toBe(catalogues.ru.domain.stage.acquisition);
});

it('knows a stage of the practice’s own by its name, and one that is gone by what it meant', () => {
  const ui = createI18n('cs');
  const ownStage = '0198c0de-0000-7000-8000-000000000001' as RecordId;
  nameStages(ui, { [ownStage]: 'Nabídka odeslána' });
  for (const t of [ui.t, translator('pl')]) {
    expect(stageName(t, ownStage)).toBe('Nabídka odeslána');
    expect(standingName(t, { stage: 'acquisition', ownStage })).toBe('Nabídka odeslána');
  }
  nameStages(ui, {});
  expect(standingName(ui.t, { stage: 'acquisition', ownStage })).toBe(catalogues.cs.domain.stage.acquisition);
  expect(standingName(translator('ru'), { stage: 'lost' })).toBe(catalogues.ru.domain.stage.lost);
});

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { watched } from '#renderer/ui/watched.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { removeStage } from '#renderer/operations/own-stages.ts';
import { LIFECYCLE_STAGES, type LifecycleStage } from '#shared/domain/client.ts';
import { newRecordId } from '#shared/domain/ids.ts';
import { asTheAppHas, canHide, stageIdOf, type StageSetting, stageSettings } from '#shared/domain/stages.ts';
import { stageMeaning, stageName } from '#shared/i18n/translate.ts';
import { changeStages } from '../model/stages.ts';
import { AddLine } from './AddLine.tsx';

interface StageLineProps {
  readonly setting: StageSetting;
  readonly all: readonly StageSetting[];
  readonly first: boolean;
}

function StageLine({ setting, all, first }: StageLineProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id: own, hidden } = setting;
  const id = stageIdOf(setting);
  const meaning = stageMeaning(setting.stage, language);
  const name = own === undefined ? meaning : setting.label;
  const change = (patch: Partial<StageSetting>): Promise<void> =>
    changeStages((stages) => stages.map((one) => (stageIdOf(one) === id ? { ...one, ...patch } : one)));
  const [label, type] = useAutosavedText(`stage-${id}`, setting.label, async (typed) => {
    // Without a name nobody would know a stage of the practice's own again.
    if (own === undefined || typed.trim() !== '') await change({ label: typed.trim() });
  });
  const up = (): Promise<void> =>
    changeStages((stages) => {
      const at = stages.findIndex((one) => stageIdOf(one) === id);
      const [before, one] = [stages[at - 1], stages[at]];
      return before && one ? stages.toSpliced(at - 1, 2, one, before) : stages;
    });
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, alignItems: 'end', flexWrap: 'wrap' }}>
      <TextField
        label={t(own === undefined ? 'settings.stages.name' : 'settings.stages.ownName', { stage: meaning })}
        placeholder={own === undefined ? meaning : undefined}
        value={label}
        onChange={(event) => type(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        sx={{ flex: 1, minWidth: '16em' }}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={!hidden}
            disabled={!hidden && !canHide(all, setting)}
            onChange={(event) => watched(change({ hidden: !event.target.checked }), t)}
            slotProps={{ input: { 'aria-label': t('settings.stages.offeredNamed', { stage: name }) } }}
          />
        }
        label={t('settings.stages.offered')}
      />
      <Button
        aria-label={t('settings.stages.upNamed', { stage: name })}
        disabled={first}
        onClick={() => watched(up(), t)}
      >
        {t('settings.ownFields.up')}
      </Button>
      {own !== undefined && (
        <Button
          aria-label={t('settings.ownFields.removeName', { field: name })}
          onClick={() =>
            doUndoably(
              () => removeStage(own),
              t('settings.stages.removed', { stage: name, meaning: stageName(t, setting.stage) }),
              t,
            )
          }
        >
          {t('common.remove')}
        </Button>
      )}
    </Box>
  );
}

/** Adds a stage behind what it means, where it is looked for. */
const addStage = (label: string, stage: LifecycleStage): Promise<void> =>
  changeStages((stages) => {
    const at = stages.findLastIndex((one) => one.stage === stage);
    return stages.toSpliced(at + 1, 0, { id: newRecordId(), stage, label, hidden: false });
  });

function AddStage(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <AddLine
      label={t('settings.stages.new')}
      maxLength={100}
      kindLabel={t('settings.stages.meaning')}
      kinds={LIFECYCLE_STAGES}
      nameOf={(stage) => stageMeaning(stage, language)}
      first="acquisition"
      hint={t('settings.stages.hint')}
      onAdd={addStage}
    />
  );
}

/** What the practice calls the stages of the lifecycle, in which order they stand, and which are offered. */
export function StagesSection(): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  if (!practice) return null;
  const all = stageSettings(practice.stages);
  return (
    <Section title={t('settings.stages.title')} text={t('settings.stages.text')} writes>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 3 }}>
        {all.map((setting, index) => (
          <StageLine key={stageIdOf(setting)} setting={setting} all={all} first={index === 0} />
        ))}
      </Box>
      <AddStage />
      <Box>
        <Button onClick={() => watched(changeStages(asTheAppHas), t)}>{t('settings.stages.reset')}</Button>
      </Box>
    </Section>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import TextField from '@mui/material/TextField';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
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

function AddStage(): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const [label, setLabel] = useState('');
  const [stage, setStage] = useState<LifecycleStage>('acquisition');
  const add = async (): Promise<void> => {
    const added = { id: newRecordId(), stage, label: label.trim().normalize('NFC'), hidden: false };
    await changeStages((stages) => {
      // Behind what it means, where it is looked for.
      const at = stages.findLastIndex((one) => one.stage === stage);
      return stages.toSpliced(at + 1, 0, added);
    });
    setLabel('');
  };
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (label.trim() !== '') watched(add(), t);
      }}
      sx={{ display: 'flex', gap: 2, alignItems: 'end', flexWrap: 'wrap' }}
    >
      <TextField
        label={t('settings.stages.new')}
        value={label}
        onChange={(event) => setLabel(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        sx={{ flex: 1 }}
      />
      <TextField
        select
        label={t('settings.stages.meaning')}
        value={stage}
        onChange={(event) => setStage(event.target.value as LifecycleStage)}
        sx={{ minWidth: '12em' }}
      >
        {LIFECYCLE_STAGES.map((one) => (
          <MenuItem key={one} value={one}>
            {stageMeaning(one, language)}
          </MenuItem>
        ))}
      </TextField>
      <Button type="submit" disabled={label.trim() === ''}>
        {t('common.add')}
      </Button>
      <Typography variant="caption" sx={{ color: 'quiet', flexBasis: '100%' }}>
        {t('settings.stages.hint')}
      </Typography>
    </Box>
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

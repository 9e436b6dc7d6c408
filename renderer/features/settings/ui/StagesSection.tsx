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
import { canHide, type StageSetting, stageSettings } from '#shared/domain/stages.ts';
import { stageMeaning } from '#shared/i18n/translate.ts';
import { changeStages } from '../model/stages.ts';

interface StageLineProps {
  readonly setting: StageSetting;
  readonly all: readonly StageSetting[];
  readonly first: boolean;
}

function StageLine({ setting, all, first }: StageLineProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const { stage, hidden } = setting;
  const meaning = stageMeaning(stage, language);
  const change = (patch: Partial<StageSetting>): Promise<void> =>
    changeStages((stages) => stages.map((one) => (one.stage === stage ? { ...one, ...patch } : one)));
  const [label, type] = useAutosavedText(`stage-${stage}`, setting.label, (typed) =>
    change({ label: typed.trim() }),
  );
  const up = (): Promise<void> =>
    changeStages((stages) => {
      const at = stages.findIndex((one) => one.stage === stage);
      const [before, one] = [stages[at - 1], stages[at]];
      return before && one ? stages.toSpliced(at - 1, 2, one, before) : stages;
    });
  return (
    <Box component="li" sx={{ display: 'flex', gap: 3, alignItems: 'end', flexWrap: 'wrap' }}>
      <TextField
        label={t('settings.stages.name', { stage: meaning })}
        placeholder={meaning}
        value={label}
        onChange={(event) => type(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 100 } }}
        sx={{ flex: 1, minWidth: '16em' }}
      />
      <FormControlLabel
        control={
          <Checkbox
            checked={!hidden}
            disabled={!hidden && !canHide(all, stage)}
            onChange={(event) => watched(change({ hidden: !event.target.checked }), t)}
            slotProps={{ input: { 'aria-label': t('settings.stages.offeredNamed', { stage: meaning }) } }}
          />
        }
        label={t('settings.stages.offered')}
      />
      <Button
        aria-label={t('settings.stages.upNamed', { stage: meaning })}
        disabled={first}
        onClick={() => watched(up(), t)}
      >
        {t('settings.ownFields.up')}
      </Button>
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
          <StageLine key={setting.stage} setting={setting} all={all} first={index === 0} />
        ))}
      </Box>
      <Box>
        <Button
          onClick={() =>
            watched(
              changeStages(() => []),
              t,
            )
          }
        >
          {t('settings.stages.reset')}
        </Button>
      </Box>
    </Section>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { practiceCommands, usePractice } from '#renderer/entities/practice/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { watched } from '#renderer/ui/watched.ts';
import { pointsOf, SCORE_RULES, type ScoreRule } from '#shared/domain/assessment/score.ts';

/** Whole points from what was typed, −100 to 100; null: it is none. */
function pointsFrom(text: string): number | null {
  const bare = text.trim().replace('−', '-').replace(/^\+/, '');
  const points = Number(bare === '' ? '0' : bare);
  return Number.isInteger(points) && Math.abs(points) <= 100 ? points : null;
}

async function store(rule: ScoreRule, text: string): Promise<void> {
  const points = pointsFrom(text);
  if (points === null) return;
  await practiceCommands.change(({ scorePoints }) => ({ scorePoints: { ...scorePoints, [rule]: points } }));
}

function Points({ rule, points }: { readonly rule: ScoreRule; readonly points: number }): ReactElement {
  const { t } = useTranslation();
  const [text, type] = useAutosavedText(`score-${rule}`, String(points), (typed) => store(rule, typed));
  const wrong = pointsFrom(text) === null;
  return (
    <TextField
      label={t(`clientProfile.score.rule.${rule}`)}
      value={text}
      error={wrong}
      helperText={wrong ? t('settings.score.whole') : undefined}
      onChange={(event) => type(event.target.value)}
      slotProps={{ htmlInput: { maxLength: 5, inputMode: 'numeric' } }}
    />
  );
}

/** The rules of the lead score and their points. */
export function ScoreSection(): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  if (!practice) return null;
  const points = pointsOf(practice.scorePoints);
  return (
    <Section title={t('settings.score.title')} text={t('settings.score.text')} writes>
      <Box sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, gap: 4 }}>
        {SCORE_RULES.map((rule) => (
          <Points key={rule} rule={rule} points={points[rule]} />
        ))}
      </Box>
      <Box>
        <Button onClick={() => watched(practiceCommands.change({ scorePoints: {} }), t)}>
          {t('settings.score.reset')}
        </Button>
      </Box>
    </Section>
  );
}

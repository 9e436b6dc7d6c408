import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { ClientFacts } from '#shared/domain/assessment/facts.ts';
import { meter } from '#shared/domain/assessment/meter.ts';
import { leadScore } from '#shared/domain/assessment/score.ts';
import { suggestedStrategy } from '#shared/domain/assessment/strategy.ts';
import type { LifecycleStage } from '#shared/domain/client.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { Part } from './Part.tsx';

/** Points as they move something: +15, −10. */
function usePoints(): (points: number) => string {
  const language = useLanguage();
  return (points) => `${points > 0 ? '+' : '−'}${formatNumber(Math.abs(points), language)}`;
}

interface ReasonsProps {
  readonly label: string;
  readonly reasons: readonly { readonly key: string; readonly points: number; readonly text: string }[];
}

function Reasons({ label, reasons }: ReasonsProps): ReactElement {
  const points = usePoints();
  return (
    <Box
      component="ul"
      aria-label={label}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', rowGap: 1, typography: 'body2' }}
    >
      {reasons.map((reason) => (
        <Box component="li" key={reason.key} sx={{ display: 'flex', gap: 2 }}>
          <Box
            component="span"
            sx={{ minWidth: '3em', textAlign: 'right', fontVariantNumeric: 'tabular-nums', color: 'quiet' }}
          >
            {points(reason.points)}
          </Box>
          <span>{reason.text}</span>
        </Box>
      ))}
    </Box>
  );
}

interface FactsProps {
  readonly facts: ClientFacts;
  readonly fileId: Parameters<typeof clientCommands.change>[0];
}

function MeterView({ facts, fileId }: FactsProps): ReactElement {
  const { t } = useTranslation();
  const { value, says, reasons } = meter(facts);
  const { kind } = facts.client;
  return (
    <Box sx={{ gridColumn: { xs: '1 / -1', lg: 'span 3' }, display: 'grid', gap: 2 }}>
      <Typography variant="h3">{t('clientProfile.meter.title')}</Typography>
      <Typography variant="body2">{t(`clientProfile.meter.says.${says}`)}</Typography>
      <LinearProgress
        variant="determinate"
        value={value}
        aria-label={t('clientProfile.meter.title')}
        aria-valuetext={t(`clientProfile.meter.says.${says}`)}
      />
      <Box sx={{ display: 'flex', justifyContent: 'space-between', typography: 'caption', color: 'quiet' }}>
        <span>{t('domain.clientKind.customer')}</span>
        <span>{t('domain.clientKind.client')}</span>
      </Box>
      <Reasons
        label={t('clientProfile.meter.why')}
        reasons={reasons.map(({ key, points, count }) => ({
          key,
          points,
          text: t(`clientProfile.meter.reason.${key}`, { count: count ?? 0 }),
        }))}
      />
      {says !== 'between' && says !== kind && (
        <Box>
          <Button onClick={() => watched(clientCommands.change(fileId, { kind: says }), t)}>
            {t(`clientProfile.meter.make.${says}`)}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function ScoreView({ facts }: { readonly facts: ClientFacts }): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const practice = usePractice();
  if (!practice) return null;
  const { value, reasons } = leadScore(facts, practice.scorePoints);
  return (
    <Box sx={{ gridColumn: { xs: '1 / -1', lg: 'span 3' }, display: 'grid', gap: 2, alignContent: 'start' }}>
      <Typography variant="h3">{t('clientProfile.score.title')}</Typography>
      <Typography variant="body2">
        {t('clientProfile.score.value', { value: formatNumber(value, language) })}
      </Typography>
      <Reasons
        label={t('clientProfile.score.why')}
        reasons={reasons.map(({ rule, points }) => ({
          key: rule,
          points,
          text: t(`clientProfile.score.rule.${rule}`),
        }))}
      />
    </Box>
  );
}

function StrategyView({ facts, fileId }: FactsProps): ReactElement {
  const { t } = useTranslation();
  const { strategy, reason } = suggestedStrategy(facts);
  const taken = facts.client.relationship.strategy === strategy;
  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'grid', gap: 2 }}>
      <Typography variant="h3">{t('clientProfile.strategy.title')}</Typography>
      <Typography variant="body2">
        <strong>{t(`domain.strategy.${strategy}`)}</strong>
        {': '}
        {t(`clientProfile.strategyReason.${reason.key}`, { count: reason.count ?? 0 })}
      </Typography>
      {!taken && (
        <Box>
          <Button
            onClick={() =>
              watched(
                clientCommands.change(fileId, ({ relationship }) => ({
                  relationship: { ...relationship, strategy },
                })),
                t,
              )
            }
          >
            {t('clientProfile.strategy.take')}
          </Button>
        </Box>
      )}
    </Box>
  );
}

/** Stages in which somebody is still to be won. */
const LEADS: ReadonlySet<LifecycleStage> = new Set<LifecycleStage>(['reach', 'acquisition', 'conversion']);

/** How the relationship stands by its facts, and what that suggests. */
export function AssessmentPart({ facts, fileId }: FactsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Part title={t('clientProfile.part.assessment')}>
      <MeterView facts={facts} fileId={fileId} />
      {LEADS.has(facts.client.stage) && <ScoreView facts={facts} />}
      <StrategyView facts={facts} fileId={fileId} />
    </Part>
  );
}

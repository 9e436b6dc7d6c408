import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { TFunction } from 'i18next';
import { type ReactElement, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#shared/domain/ids.ts';
import type { WorkTable } from '#shared/domain/record.ts';
import { kindOf } from '#shared/domain/record-kinds.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { bringBack } from './bring-back.ts';
import { Comparison } from './Comparison.tsx';
import { changedFields } from './compare.ts';
import { fieldsOf, type Field } from './fields.ts';
import { usePoints } from './history-hooks.ts';
import type { Point } from './points.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

interface Told extends Point {
  readonly fields: readonly Field[];
  /** When it was said, in words. */
  readonly when: string;
  /** What was changed then. */
  readonly what: string;
}

const BEFORE = 'before';

function told(points: readonly Point[], table: WorkTable, t: TFunction, language: Language): readonly Told[] {
  const fields = points.map(({ body }) => fieldsOf(table, body, t, language));
  return points.map((point, index) => {
    const own = fields[index] ?? [];
    const before = fields[index + 1];
    const names = before ? changedFields(before, own).map(({ name }) => t(`history.field.${name}`)) : [];
    const when = formatMoment(point.at, language);
    return {
      ...point,
      fields: own,
      when: point.version === null ? t('history.now', { when }) : when,
      what: before === undefined ? t('history.first') : names.join(', ') || t('history.detail'),
    };
  });
}

function Versions({
  points,
  chosen,
  onChoose,
}: {
  readonly points: readonly Told[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <RadioGroup
      aria-label={t('history.versions')}
      value={chosen}
      onChange={(_, key) => onChoose(key)}
      sx={{ flexWrap: 'nowrap', overflow: 'auto', gap: 1 }}
    >
      {points.map(({ key, when, what }) => (
        <FormControlLabel
          key={key}
          value={key}
          control={<Radio />}
          sx={{ alignItems: 'flex-start', mr: 2 }}
          label={
            <Box sx={{ pt: 1 }}>
              <Typography variant="body2">{when}</Typography>
              <Typography variant="body2" sx={{ color: 'quiet' }}>
                {what}
              </Typography>
            </Box>
          }
        />
      ))}
    </RadioGroup>
  );
}

/** The two points to compare, the older first. */
function pair(points: readonly Told[], chosen: number, other: string): readonly [Told, Told] | null {
  const at = other === BEFORE ? chosen + 1 : points.findIndex(({ key }) => key === other);
  const [one, two] = [points[Math.max(chosen, at)], points[Math.min(chosen, at)]];
  return one && two && one !== two ? [one, two] : null;
}

/** The record whose history is shown. */
export interface HistoryOf {
  readonly table: WorkTable;
  readonly id: RecordId;
  /** What the record is called. */
  readonly name: string;
  /** Versions are looked at and not brought back: the record is part of another one now. */
  readonly lookOnly?: boolean;
}

interface HistoryDialogProps extends HistoryOf {
  /** Told whether a version was brought back. */
  readonly onClose: (broughtBack: boolean) => void;
}

/** What a record said before: its versions by date, any two compared word by word, any of them brought back. */
export function HistoryDialog({ table, id, name, lookOnly, onClose }: HistoryDialogProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const stored = usePoints(kindOf(table), id);
  const points = useMemo(() => told(stored ?? [], table, t, language), [stored, table, t, language]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [other, setOther] = useState(BEFORE);
  const at = Math.max(
    0,
    points.findIndex(({ key }) => key === chosen),
  );
  const point = points[at];
  const compared = pair(points, at, other);
  const take = (): void => {
    if (!point?.version) return;
    bringBack(point.version, t('history.broughtBack', { name, when: point.when }), t);
    onClose(true);
  };
  return (
    <Dialog open onClose={() => onClose(false)} aria-labelledby={title} fullWidth maxWidth="md">
      <DialogTitle id={title}>{t('history.title', { name })}</DialogTitle>
      <DialogContent
        sx={{ display: 'grid', gridTemplateColumns: '260px minmax(0, 1fr)', gap: 5, height: '60vh' }}
      >
        {point === undefined ? (
          <Typography sx={{ color: 'quiet' }}>{t(stored ? 'history.none' : 'common.loading')}</Typography>
        ) : (
          <>
            <Versions points={points} chosen={point.key} onChoose={setChosen} />
            <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, minHeight: 0 }}>
              <TextField
                select
                label={t('history.compareWith')}
                value={other}
                slotProps={{ select: { native: true } }}
                onChange={(event) => setOther(event.target.value)}
              >
                <option value={BEFORE}>{t('history.before')}</option>
                {points
                  .filter(({ key }) => key !== point.key)
                  .map(({ key, when }) => (
                    <option key={key} value={key}>
                      {when}
                    </option>
                  ))}
              </TextField>
              <Box
                role="region"
                aria-label={t('history.comparison')}
                tabIndex={0}
                sx={{ overflow: 'auto', flex: 1, minHeight: 0 }}
              >
                {compared ? (
                  <>
                    <Typography variant="body2" sx={{ color: 'quiet', mb: 3 }}>
                      {t('history.fromTo', { from: compared[0].when, to: compared[1].when })}
                    </Typography>
                    <Comparison changes={changedFields(compared[0].fields, compared[1].fields)} />
                  </>
                ) : (
                  <Comparison changes={changedFields([], point.fields)} />
                )}
              </Box>
            </Box>
          </>
        )}
      </DialogContent>
      <DialogActions>
        <Typography variant="body2" sx={{ color: 'quiet', mr: 'auto' }}>
          {t('history.legend')}
        </Typography>
        <Button onClick={() => onClose(false)}>{t('common.close')}</Button>
        {lookOnly !== true && (
          <Writes>
            <Button variant="contained" color="primary" disabled={!point?.version} onClick={take}>
              {t('history.bringBack')}
            </Button>
          </Writes>
        )}
      </DialogActions>
    </Dialog>
  );
}

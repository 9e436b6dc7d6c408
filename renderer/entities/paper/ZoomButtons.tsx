import Button from '@mui/material/Button';
import ButtonGroup from '@mui/material/ButtonGroup';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { percentOf, stepZoom, type Zoom } from '#renderer/ui/paper/index.ts';
import { formatPercent } from '#shared/i18n/format.ts';

interface ZoomCommand {
  readonly id: string;
  readonly title: string;
  readonly keys: string;
  readonly keysOnly: boolean;
  readonly run: () => void;
}

interface ZoomState {
  readonly zoom: Zoom;
  readonly percent: number;
  readonly larger: () => void;
  readonly smaller: () => void;
  readonly fit: () => void;
  readonly actual: () => void;
  readonly commands: readonly ZoomCommand[];
}

const command = (id: string, title: string, keys: string, run: () => void): ZoomCommand => ({
  id: `paper.${id}`,
  title,
  keys,
  keysOnly: true,
  run,
});

/**
 * How large the pages are shown, and the ways to change it.
 * @param shown What is shown now, CSS pixels of one point; may follow from the zoom.
 */
export function useZoom(shown: number | ((zoom: Zoom) => number)): ZoomState {
  const { t } = useTranslation();
  const [zoom, setZoom] = useState<Zoom>('fit');
  const scale = typeof shown === 'number' ? shown : shown(zoom);
  const larger = (): void => setZoom(stepZoom(scale, 'in'));
  const smaller = (): void => setZoom(stepZoom(scale, 'out'));
  const fit = (): void => setZoom('fit');
  const actual = (): void => setZoom(1);
  return {
    zoom,
    percent: percentOf(scale),
    larger,
    smaller,
    fit,
    actual,
    commands: [
      command('larger', t('documents.paper.larger'), '+', larger),
      command('smaller', t('documents.paper.smaller'), '-', smaller),
      command('fit', t('documents.paper.fit'), '0', fit),
    ],
  };
}

interface ZoomButtonsProps {
  readonly zoom: ZoomState;
  /** What it is called to make it fit; by default its width. */
  readonly fitting?: string;
}

/** Smaller, as on paper, larger, as wide as the window. */
export function ZoomButtons({ zoom, fitting }: ZoomButtonsProps): ReactElement {
  const { t } = useTranslation();
  const percent = formatPercent(zoom.percent, useLanguage());
  return (
    <ButtonGroup size="small" color="inherit" aria-label={t('documents.paper.size')}>
      <Button aria-label={t('documents.paper.smaller')} onClick={zoom.smaller}>
        −
      </Button>
      <Button
        aria-label={t('documents.paper.actual', { percent })}
        onClick={zoom.actual}
        sx={{ minWidth: '8ch', fontVariantNumeric: 'tabular-nums' }}
      >
        {percent}
      </Button>
      <Button aria-label={t('documents.paper.larger')} onClick={zoom.larger}>
        +
      </Button>
      <Button
        aria-pressed={zoom.zoom === 'fit'}
        onClick={zoom.fit}
        sx={{ '&[aria-pressed=true]': { bgcolor: 'selected' } }}
      >
        {fitting ?? t('documents.paper.fit')}
      </Button>
    </ButtonGroup>
  );
}

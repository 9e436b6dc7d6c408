import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { MARK_GLYPHS } from '#shared/domain/rich-text.ts';
import { dayOf, formatDay } from '#shared/i18n/format.ts';
import type { ShownHit, TextPart } from '../model/shown.ts';

const Parts = ({ parts }: { readonly parts: readonly TextPart[] }): ReactElement => (
  <>
    {parts.map(({ at, text, found }) =>
      found ? (
        <Box key={at} component="mark" sx={{ bgcolor: 'highlight', color: 'inherit', borderRadius: '2px' }}>
          {text}
        </Box>
      ) : (
        <Fragment key={at}>{text}</Fragment>
      ),
    )}
  </>
);

interface ResultRowProps {
  readonly id: string;
  readonly shown: ShownHit;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onOpen: () => void;
}

/** One result: what it is called, the line it was found in, whose it is, what it is, and of when. */
export function ResultRow({ id, shown, active, onPoint, onOpen }: ResultRowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const { hit, client, doc } = shown.found;
  const day = hit.at === null ? '' : formatDay(dayOf(hit.at), language);
  const of = hit.kind === 'client' ? '' : (client?.name ?? '');
  return (
    <Box
      ref={ref}
      id={id}
      role="option"
      aria-selected={active}
      onMouseMove={onPoint}
      // Keeps the focus in the field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto 96px',
        columnGap: 4,
        px: 6,
        py: 2,
        borderBottom: 1,
        borderColor: 'line',
        bgcolor: active ? 'selected' : 'transparent',
        cursor: 'default',
      }}
    >
      <Typography variant="body2" noWrap sx={{ fontWeight: 'fontWeightMedium' }}>
        <Parts parts={shown.title} />
        {of !== '' && (
          <Box component="span" sx={{ color: 'quiet', fontWeight: 'fontWeightRegular', ml: 3 }}>
            {of}
          </Box>
        )}
      </Typography>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t(`search.kind.${hit.kind}`)}
      </Typography>
      <Typography
        variant="body2"
        sx={{ color: 'quiet', textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}
      >
        {day}
      </Typography>
      {shown.line !== null && (
        <Typography
          variant="body2"
          sx={{
            color: 'quiet',
            gridColumn: '1 / -1',
            overflowWrap: 'anywhere',
            '& mark': { color: 'text.primary' },
          }}
        >
          {doc.mark !== null && (
            <Box component="span" sx={{ mr: 2 }}>
              <span aria-hidden>{MARK_GLYPHS[doc.mark]}</span> {t(`domain.mark.${doc.mark}`)}:
            </Box>
          )}
          <Parts parts={shown.line} />
        </Typography>
      )}
    </Box>
  );
}

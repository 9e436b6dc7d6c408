import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { MARK_GLYPHS } from '#shared/domain/rich-text.ts';
import type { MarkCount } from '../model/timeline.ts';

/** How many lines of a note carry each mark. */
export function Marks({ marks }: { readonly marks: readonly MarkCount[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 2, ml: 2, fontVariantNumeric: 'tabular-nums' }}>
      {marks.map(({ mark, count }) => (
        <Box key={mark} component="span" sx={{ color: `marks.${mark}`, whiteSpace: 'nowrap' }}>
          <span aria-hidden>
            {MARK_GLYPHS[mark]}
            {count}
          </span>
          <VisuallyHidden>
            {t(`domain.mark.${mark}`)}: {count}
          </VisuallyHidden>
        </Box>
      ))}
    </Box>
  );
}

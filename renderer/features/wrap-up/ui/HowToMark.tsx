import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { LINE_MARKS, MARK_GLYPHS } from '#shared/domain/rich-text.ts';
import { isHeldBackMark } from '#shared/documents/held-back.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';

/** Stands where no line was marked: says how lines are marked. */
export function HowToMark(): ReactElement {
  const { t } = useTranslation();
  return (
    <Box component="section" sx={{ maxWidth: '66ch' }}>
      <Typography variant="h2">{t('wrapup.empty.title')}</Typography>
      <Typography sx={{ mt: 1, color: 'quiet' }}>{t('wrapup.empty.text')}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, mt: 3, display: 'grid', gap: 1 }}>
        {LINE_MARKS.map((mark, index) => (
          <Box component="li" key={mark} sx={{ display: 'flex', gap: 3, typography: 'body2' }}>
            <Box
              component="span"
              aria-hidden
              sx={{ width: '2ch', textAlign: 'center', color: `marks.${mark}` }}
            >
              {MARK_GLYPHS[mark]}
            </Box>
            <Box component="span" sx={{ width: '16ch' }}>
              {t(`domain.mark.${mark}`)}
            </Box>
            <Box component="span" sx={{ width: '6ch' }}>
              <KeyHint keys={`alt+${index + 1}`} />
            </Box>
            <Box component="span" sx={{ color: 'quiet' }}>
              {isHeldBackMark(mark) ? t('wrapup.empty.stays') : ''}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

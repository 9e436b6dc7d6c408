import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden.tsx';
import { type FieldChange, type Part, shortened, wordChanges } from './compare.ts';

/** Signs stand beside the colours, and words that only screen readers speak beside the signs. */
function ChangedText({ part }: { readonly part: Part }): ReactElement {
  const { t } = useTranslation();
  const { state, text } = part;
  if (state === 'same') return <>{text}</>;
  if (state === 'gap')
    return (
      <Box component="span" sx={{ color: 'quiet' }} title={t('history.gap')}>
        {' […] '}
        <VisuallyHidden>{t('history.gap')}</VisuallyHidden>
      </Box>
    );
  const added = state === 'added';
  return (
    <Box
      component={added ? 'ins' : 'del'}
      sx={
        added
          ? { bgcolor: 'highlight', textDecoration: 'underline', textDecorationThickness: 2 }
          : { color: 'error.main', textDecoration: 'line-through' }
      }
    >
      <VisuallyHidden>{t(added ? 'history.added' : 'history.removed')} </VisuallyHidden>
      {text}
      <VisuallyHidden> {t('history.end')} </VisuallyHidden>
    </Box>
  );
}

function FieldComparison({ change }: { readonly change: FieldChange }): ReactElement {
  const { t } = useTranslation();
  const { name, older, newer } = change;
  const parts = useMemo(() => shortened(wordChanges(older, newer)), [older, newer]);
  return (
    <Box component="section" aria-label={t(`history.field.${name}`)}>
      <Typography variant="body2" sx={{ color: 'quiet' }} aria-hidden>
        {t(`history.field.${name}`)}
      </Typography>
      <Typography
        component="div"
        sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'text' }}
      >
        {parts.map((part, index) => (
          <ChangedText key={`${String(index)}${part.state}`} part={part} />
        ))}
      </Typography>
    </Box>
  );
}

/** What differs between two versions of a record, part by part and word by word. */
export function Comparison({ changes }: { readonly changes: readonly FieldChange[] }): ReactElement {
  const { t } = useTranslation();
  if (changes.length === 0)
    return <Typography sx={{ color: 'quiet' }}>{t('history.noDifference')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 4 }}>
      {changes.map((change) => (
        <FieldComparison key={change.name} change={change} />
      ))}
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookAlikes } from '#renderer/operations/duplicates/find.ts';
import { reasonWords } from '#renderer/operations/duplicates/words.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { FileId } from '#shared/domain/ids.ts';
import type { Known } from '#shared/duplicates/keys.ts';

interface LookAlikesProps {
  /** What was typed so far. */
  readonly known: Known;
  readonly onOpen: (fileId: FileId) => void;
}

/** Clients who may be meant by what is being typed of a new one, each opened by one key. Nothing when there are none. */
export function LookAlikes({ known, onOpen }: LookAlikesProps): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  const found = useLookAlikes(known);
  useCommands(
    found.map(({ value }, index) => ({
      id: `client.there.${String(index)}`,
      keys: `alt+${String(index + 1)}`,
      title: t('duplicates.entry.open', { name: value.name }),
      group: t('clients.new'),
      inDialog: true,
      keysOnly: true,
      run: () => onOpen(value.fileId),
    })),
  );
  return (
    <Box role="status">
      {found.length > 0 && (
        <Box sx={{ mt: 4, pt: 3, borderTop: 1, borderColor: 'line' }}>
          <Typography id={title} variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
            {t('duplicates.entry.title')}
          </Typography>
          <Box component="ul" aria-labelledby={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {found.map((match, index) => (
              <Box
                component="li"
                key={match.value.fileId}
                sx={{ display: 'flex', gap: 3, pt: 2, alignItems: 'center' }}
              >
                <Box sx={{ flex: 1, minWidth: 0 }}>
                  <Typography sx={{ overflowWrap: 'anywhere' }}>{match.value.name}</Typography>
                  <Typography variant="body2" sx={{ color: 'quiet', overflowWrap: 'anywhere' }}>
                    {reasonWords(match, t)}
                  </Typography>
                </Box>
                <Button
                  aria-label={t('duplicates.entry.open', { name: match.value.name })}
                  onClick={() => onOpen(match.value.fileId)}
                >
                  {t('duplicates.entry.openShort')}
                  <KeyHint keys={`alt+${String(index + 1)}`} />
                </Button>
              </Box>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

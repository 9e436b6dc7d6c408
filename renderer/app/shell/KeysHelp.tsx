import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { groupBy } from '#renderer/lib/group-by.ts';
import { type Command, keyLabel, useRegisteredCommands } from '#renderer/ui/commands/index.ts';

const grouped = (commands: readonly Command[]): readonly (readonly [string, readonly Command[]])[] => [
  ...groupBy(
    commands.filter(({ keys }) => keys !== undefined),
    ({ group }) => group,
  ),
];

/** The keys that work on the screen under it. */
export function KeysHelp({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const title = useId();
  // What belongs to this screen first.
  const groups = grouped(useRegisteredCommands()).toReversed();
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="md" fullWidth>
      <DialogTitle id={title}>{t('shell.keys.title')}</DialogTitle>
      <DialogContent sx={{ columns: { sm: 2 }, columnGap: 8 }}>
        {groups.map(([group, commands]) => (
          <Box key={group} sx={{ breakInside: 'avoid', mb: 4 }}>
            <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
              {group}
            </Typography>
            <Box
              component="dl"
              sx={{ m: 0, display: 'grid', gridTemplateColumns: '1fr auto', columnGap: 4, rowGap: 1 }}
            >
              {commands.map(({ id, title: text, keys }) => (
                <Box key={id} sx={{ display: 'contents' }}>
                  <Typography component="dt" variant="body2">
                    {text}
                  </Typography>
                  <Typography component="dd" variant="body2" sx={{ m: 0, color: 'quiet' }}>
                    {keyLabel(keys ?? '')}
                  </Typography>
                </Box>
              ))}
            </Box>
          </Box>
        ))}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}

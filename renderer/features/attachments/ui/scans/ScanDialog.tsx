import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { addScan, leaveScans, useScans } from '#renderer/operations/scans.ts';
import { notify } from '#renderer/ui/notices.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { formatMoment, formatSize } from '#shared/i18n/format.ts';
import type { Scan } from '#shared/ipc/contract/scans.ts';

interface ScanLineProps {
  readonly scan: Scan;
  readonly first: boolean;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function ScanLine({ scan, first, checked, onToggle }: ScanLineProps): ReactElement {
  const language = useLanguage();
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'line' }}>
      <FormControlLabel
        checked={checked}
        onChange={onToggle}
        control={<Checkbox autoFocus={first} />}
        label={
          <>
            <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
              <bdi>{scan.name}</bdi>
            </Box>{' '}
            <Box component="span" sx={{ color: 'quiet', typography: 'body2' }}>
              {formatSize(scan.size, language)} · {formatMoment(scan.changedAt, language)}
            </Box>
          </>
        }
      />
    </Box>
  );
}

interface ScanDialogProps {
  readonly fileId: FileId;
  readonly onClose: () => void;
}

/** New scans, to be put into a client file: all of them, or those that are chosen. */
export function ScanDialog({ fileId, onClose }: ScanDialogProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const { scans } = useScans();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [remove, setRemove] = useState(false);
  const chosen = scans.filter(({ scanId }) => !left.has(scanId));
  const toggle = ({ scanId }: Scan): void =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(scanId)) next.add(scanId);
      return next;
    });
  const add = async (): Promise<void> => {
    let count = 0;
    // One after another, and each failure told for itself: the others are added all the same.
    for (const scan of chosen) {
      const adding = addScan(fileId, scan, remove);
      watched(adding, t);
      if (await adding.catch(() => false)) count += 1;
    }
    if (count > 0) notify({ text: t('attachments.added', { count }) });
  };
  const run = (work: Promise<unknown>): void => {
    watched(work, t);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{t('attachments.scans.title')}</DialogTitle>
      <DialogContent>
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {scans.map((scan, index) => (
            <ScanLine
              key={scan.scanId}
              scan={scan}
              first={index === 0}
              checked={!left.has(scan.scanId)}
              onToggle={() => toggle(scan)}
            />
          ))}
        </Box>
        <Box sx={{ mt: 4 }}>
          <FormControlLabel
            checked={remove}
            onChange={() => setRemove(!remove)}
            control={<Checkbox />}
            label={t('attachments.scans.remove')}
          />
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {t('attachments.scans.removeNote')}
          </Typography>
        </Box>
      </DialogContent>
      <DialogActions>
        <Button
          variant="text"
          disabled={chosen.length === 0}
          onClick={() => run(leaveScans(chosen))}
          sx={{ mr: 'auto' }}
        >
          {t('attachments.scans.leave')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="contained" color="primary" disabled={chosen.length === 0} onClick={() => run(add())}>
          {t('attachments.scans.add', { count: chosen.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useClient } from '#renderer/entities/client/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { watched } from '#renderer/ui/watched.ts';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { type DueReminder, finish, snooze, useDue } from '../model/due.ts';
import { SNOOZES } from '../model/snooze.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';

function SnoozeMenu({
  due,
  labelledBy,
}: {
  readonly due: DueReminder;
  readonly labelledBy: string;
}): ReactElement {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const buttonId = useId();
  const close = (): void => setAnchor(null);
  return (
    <>
      <Button
        id={buttonId}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-labelledby={`${buttonId} ${labelledBy}`}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('reminders.panel.snooze')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        // Within the dialog, so that it belongs to it for screen readers too.
        disablePortal
        slotProps={{ list: { 'aria-labelledby': buttonId } }}
      >
        {SNOOZES.map((how) => (
          <MenuItem
            key={how}
            onClick={() => {
              close();
              watched(snooze(due, how), t);
            }}
          >
            {t(`reminders.panel.${how}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

interface DueRowProps {
  readonly due: DueReminder;
  readonly onLeave: () => void;
}

function DueRow({ due, onLeave }: DueRowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { occurrence, reminder } = due;
  const client = useClient(reminder.fileId);
  const titleId = useId();
  const [openId, doneId] = [useId(), useId()];
  const open = (): void => {
    onLeave();
    void navigate(routes.file(reminder.fileId));
  };
  return (
    <Box
      component="li"
      sx={{ py: 3, borderBottom: 1, borderColor: 'line', '&:last-of-type': { borderBottom: 0 } }}
    >
      <Typography id={titleId} sx={{ fontWeight: 'fontWeightBold', overflowWrap: 'anywhere' }}>
        {reminder.title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'quiet', overflowWrap: 'anywhere' }}>
        {[client?.name, formatMoment(occurrence.at, language)].filter(Boolean).join(' · ')}
        {occurrence.missed && (
          <Box component="span" sx={{ color: 'warning.main', ml: 2 }}>
            {t('reminders.panel.missed')}
          </Box>
        )}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 2 }}>
        {reminder.fileId !== PRACTICE_FILE && (
          <Button id={openId} aria-labelledby={`${openId} ${titleId}`} onClick={open}>
            {t('reminders.panel.openFile')}
          </Button>
        )}
        <Writes>
          <Button
            id={doneId}
            aria-labelledby={`${doneId} ${titleId}`}
            onClick={() => watched(finish(due), t)}
          >
            {t('reminders.panel.done')}
          </Button>
          <SnoozeMenu due={due} labelledBy={titleId} />
        </Writes>
      </Box>
    </Box>
  );
}

interface DuePanelProps {
  /** The panel leads elsewhere: whatever holds it closes. */
  readonly onLeave: () => void;
}

/** Reminders whose moment has come: open the file, tick off, or be reminded again. */
export function DuePanel({ onLeave }: DuePanelProps): ReactElement {
  const { t } = useTranslation();
  const due = useDue();
  const panel = useRef<HTMLDivElement>(null);
  const left = due.length;
  useEffect(() => {
    // What was ticked off takes the focus with it; keys belong to the panel still.
    if (left >= 0 && document.activeElement === document.body) panel.current?.focus();
  }, [left]);
  return (
    <Box
      ref={panel}
      tabIndex={-1}
      sx={{ p: 4, width: 'min(440px, calc(100vw - 32px))', '&:focus-visible': { outline: 0 } }}
    >
      <Typography variant="h2">{t('reminders.panel.title')}</Typography>
      {due.length === 0 ? (
        <Typography sx={{ mt: 2, color: 'quiet' }}>{t('reminders.panel.empty')}</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {due.map((one) => (
            <DueRow key={one.occurrence.id} due={one} onLeave={onLeave} />
          ))}
        </Box>
      )}
    </Box>
  );
}

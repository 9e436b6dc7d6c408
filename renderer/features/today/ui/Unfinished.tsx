import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { discardDraft, type UnfinishedForm } from '#renderer/entities/draft/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { type FileTab, routes } from '#renderer/lib/routes.ts';
import { runCommand } from '#renderer/ui/commands/index.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { FormName } from '#shared/domain/draft.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { formatMoment } from '#shared/i18n/format.ts';

/** Where in a client file a form is opened. */
const TAB_OF: Partial<Readonly<Record<FormName, FileTab>>> = {
  task: 'tasks',
  party: 'people',
  engagement: 'engagements',
  money: 'money',
  instalments: 'money',
};

interface UnfinishedProps {
  readonly form: UnfinishedForm;
  /** The client whose file it belongs to; empty: none. */
  readonly client: string;
}

/** A form that was left before it was sent: what it is, what is in it, and the way back to it. */
export function Unfinished({ form, client }: UnfinishedProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const { id, name, of, words, fileId, at } = form;
  const goOn = (): void => {
    if (name === 'client') runCommand('client.new');
    else if (name === 'service') void navigate(routes.settings);
    else if (name === 'conflictCheck') void navigate(routes.conflicts);
    else if (name === 'gone') void navigate(routes.clients);
    else if (name === 'wrapUp') void navigate(routes.wrapUp(of as RecordId));
    else void navigate(routes.file(fileId, TAB_OF[name]));
  };
  const title = [t(`today.unfinished.form.${name}`), words].filter((part) => part !== '').join(': ');
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        gap: 3,
        alignItems: 'baseline',
        px: 1,
        py: '2px',
        borderBottom: 1,
        borderColor: 'line',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Link
        component="button"
        variant="body2"
        underline="hover"
        onClick={goOn}
        sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere', textAlign: 'start' }}
      >
        {title}
      </Link>
      <Typography variant="body2" component="span" sx={{ color: 'quiet' }}>
        {[client, formatMoment(at, language)].filter((part) => part !== '').join(' · ')}
      </Typography>
      <Writes>
        <Button
          size="small"
          variant="text"
          aria-label={`${t('common.draft.discard')}: ${title}`}
          onClick={() => watched(discardDraft(id), t)}
        >
          {t('common.draft.discard')}
        </Button>
      </Writes>
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type KeyboardEvent, type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { routes } from '#renderer/lib/routes.ts';
import { confirmWrapUp } from '#renderer/operations/wrap-up-confirm.ts';
import type { LoadedWrapUp } from '#renderer/operations/wrap-up-load.ts';
import { nothingMarked } from '#renderer/operations/wrap-up.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { KeptLine } from '#renderer/ui/KeptLine.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useDraft } from '#renderer/entities/draft/index.ts';
import { draftOf, editsOf, lacksDay, resumeDraft, wrapUpOf, type Draft } from '../model/draft.ts';
import { Groups } from './Groups.tsx';
import { HowToMark } from './HowToMark.tsx';
import { NextStepFields } from './NextStepFields.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';

const KEYS = { confirm: 'mod+enter', back: 'escape' } as const;

interface Confirmation {
  readonly busy: boolean;
  readonly failure: unknown;
  /** The day of the next step was missing when it was confirmed. */
  readonly dayMissing: boolean;
}

/** The sheet, filled in. */
export function WrapUpSheet({ loaded }: { readonly loaded: LoadedWrapUp }): ReactElement {
  const { note, client, documents, requirements, proposal } = loaded;
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [fresh] = useState(() => draftOf(proposal));
  const { kept, note: noteDraft, drop } = useDraft({ fileId: note.fileId, form: `wrapUp:${note.id}` });
  const [edited, setEdited] = useState<Draft | null>(null);
  const resumed = resumeDraft(fresh, kept?.values, documents);
  const draft = edited ?? resumed;
  const setDraft = (change: (now: Draft) => Draft): void => setEdited((now) => change(now ?? resumed));
  const [{ busy, failure, dayMissing }, setState] = useState<Confirmation>({
    busy: false,
    failure: null,
    dayMissing: false,
  });
  useEffect(() => {
    if (edited) noteDraft(editsOf(edited, fresh));
  }, [edited, fresh, noteDraft]);
  const discard = (): void => {
    setEdited(null);
    // What could not be dropped is tried again, and shows in the save state.
    void drop().catch(() => undefined);
  };

  const reminderTitle =
    draft.next.kind === 'followUp'
      ? t('wrapup.next.followUpTitle', { client: client.name })
      : t('wrapup.next.meetingTitle', { client: client.name });
  const confirm = async (): Promise<void> => {
    if (busy) return;
    if (lacksDay(draft)) return setState({ busy: false, failure: null, dayMissing: true });
    setState({ busy: true, failure: null, dayMissing: false });
    try {
      await confirmWrapUp(note.id, wrapUpOf(draft, reminderTitle));
    } catch (thrown) {
      return setState({ busy: false, failure: thrown, dayMissing: false });
    }
    discard();
    await navigate(routes.sheet(note.id));
  };
  const back = (): void => void navigate(routes.meeting(note.id));
  const group = t('wrapup.group');
  useCommands([
    {
      id: 'wrapup.confirm',
      writes: true,
      title: t('wrapup.confirm'),
      group,
      keys: KEYS.confirm,
      run: () => void confirm(),
    },
    { id: 'wrapup.back', title: t('wrapup.back'), group, keys: KEYS.back, run: back },
  ]);

  // A closed list would open on Ctrl Enter: the one key that confirms works wherever the focus is.
  const confirmFromList = (event: KeyboardEvent): void => {
    const onList = event.target instanceof Element && event.target.matches('[role=combobox]');
    if (!onList || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.stopPropagation();
    void confirm();
  };
  return (
    <Box
      onKeyDownCapture={confirmFromList}
      sx={{ height: '100%', display: 'flex', flexDirection: 'column', bgcolor: 'paper' }}
    >
      <ScreenHeader title={t('wrapup.title')} meta={<span>{`${client.name} · ${note.title}`}</span>}>
        <Button onClick={back}>
          {t('wrapup.back')}
          <KeyHint keys={KEYS.back} />
        </Button>
        <Writes>
          <Button variant="contained" color="primary" disabled={busy} onClick={() => void confirm()}>
            {t('wrapup.confirm')}
            <KeyHint keys={KEYS.confirm} />
          </Button>
        </Writes>
      </ScreenHeader>
      {failure !== null && (
        <Box sx={{ px: 6, pb: 3 }}>
          <FailureMessage failure={failure} onRetry={() => void confirm()} />
        </Box>
      )}
      <Box sx={{ flex: 1, minHeight: 0, overflowY: 'auto', px: 6, pt: 2, pb: 10 }}>
        <Box sx={{ maxWidth: 1120, display: 'grid', gap: 7 }}>
          <KeptLine at={kept?.at ?? null} onDiscard={discard} />
          <Writes>
            {nothingMarked(proposal) ? (
              <HowToMark />
            ) : (
              <Groups {...{ draft, documents, requirements }} onChange={setDraft} />
            )}
            <NextStepFields
              next={draft.next}
              defaultTitle={reminderTitle}
              dayMissing={dayMissing && lacksDay(draft)}
              onChange={(next) => setDraft((now) => ({ ...now, next }))}
            />
          </Writes>
        </Box>
      </Box>
    </Box>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { clientCommands } from '#renderer/entities/client/index.ts';
import { type ConsentGate, useConsentGate } from '#renderer/entities/consent/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { notify } from '#renderer/ui/notices.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { Client } from '#shared/domain/client.ts';
import { dayOf, formatDay, formatNumber } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { type BulkChange, retagged, valued } from '../model/bulk.ts';
import type { ClientRow } from '../model/rows.ts';
import { meantOf, NO_SELECTION } from '../model/selection.ts';
import type { ShownRows } from '../model/useRows.ts';
import { select, useRegisterView, useShownColumns } from '../model/view.ts';
import { useLabels } from './labels/useLabels.tsx';
import { StageDialog } from './StageDialog.tsx';
import { TagsDialog } from './TagsDialog.tsx';
import { useColumnName } from './useColumnName.ts';
import { useStageMove } from './useStageMove.tsx';
import { ValueDialog } from './ValueDialog.tsx';

type Asked = 'stage' | 'tags' | 'responsible' | 'group' | null;

interface BulkBarProps extends ShownRows {
  /** Begins to erase the files of clients. */
  readonly onErase: (clients: readonly Client[]) => void;
}

/** The clients that are meant: those that are chosen and shown, else the one the keys are on. */
function useMeant(rows: readonly ClientRow[]): {
  readonly meant: readonly ClientRow[];
  readonly choosing: boolean;
} {
  const { selected, active } = useRegisterView();
  const choosing = selected.size > 0;
  const meant = useMemo(() => meantOf(rows, { selected, active }), [rows, selected, active]);
  return { meant, choosing };
}

/** Saves what is chosen, or all that is shown, as CSV; without those who must not be in it. */
function useSaveList(
  { rows, words }: ShownRows,
  { meant, choosing }: ReturnType<typeof useMeant>,
  askAll: ConsentGate['askAll'],
): () => void {
  const { t } = useTranslation();
  const name = useColumnName();
  const columns = useShownColumns();
  const save = async (): Promise<void> => {
    const wanted = choosing ? meant : rows;
    const allowed = await askAll(
      wanted.map(({ client }) => client),
      'export',
    );
    if (allowed === null) return;
    const files = new Set(allowed.map(({ fileId }) => fileId));
    const listed = wanted.filter(({ client }) => files.has(client.fileId));
    // Read when it is needed: few starts of the app end with a list.
    const { listAsCsv, saveList } = await import('../model/export-list.ts');
    const day = formatDay(dayOf(systemClock.now()), words.language);
    const csv = listAsCsv(listed, columns, words, name);
    const saved = await saveList(t('register.export.fileName', { day }), csv, listed.length);
    if (saved.state === 'saved')
      notify({ text: t('register.export.saved', { fileName: saved.fileName, folder: saved.folder }) });
  };
  return () => watched(save(), t);
}

/** Two files that are one. */
function MergeButton({ clients }: { readonly clients: readonly Client[] }): ReactElement | null {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [one, other] = clients;
  if (!one || !other) return null;
  return (
    <Button onClick={() => void navigate(routes.merge(one.fileId, other.fileId))}>
      {t('duplicates.mergeTwo')}
    </Button>
  );
}

/** What can be done with the clients that are chosen; its keys work on the one that is pointed at, too. */
export function BulkBar({ onErase, ...shown }: BulkBarProps): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const chosen = useMeant(shown.rows);
  const { meant, choosing } = chosen;
  const gate = useConsentGate();
  const stageMove = useStageMove();
  const [asked, setAsked] = useState<Asked>(null);
  const saveList = useSaveList(shown, chosen, gate.askAll);
  const labels = useLabels(gate.askAll);
  const printLabels = (): void => labels.print(meant.map(({ client }) => client));
  const count = meant.length;
  const number = formatNumber(count, language);
  const change = (patch: BulkChange): void => {
    setAsked(null);
    const files = meant.map(({ client }) => client.fileId);
    doUndoably(
      () => clientCommands.changeAll(files, patch),
      t('register.bulk.changed', { count, number }),
      t,
    );
  };
  const ask = (what: Asked) => (): void => {
    if (count > 0) setAsked(what);
  };
  const group = t('clients.title');
  const command = (id: string, keys: string, title: string, run: () => void) => ({
    id: `clients.${id}`,
    keys,
    title,
    group,
    writes: true,
    run,
  });
  useCommands([
    command('stage', 's', t('register.bulk.stageTitle'), ask('stage')),
    command('tags', 't', t('register.bulk.tagsTitle'), ask('tags')),
    command('responsible', 'r', t('register.bulk.responsibleTitle'), ask('responsible')),
    command('group', 'g', t('register.bulk.groupTitle'), ask('group')),
    { id: 'clients.labels', keys: 'l', title: t('register.labels.title'), group, run: printLabels },
    {
      id: 'clients.export',
      keys: 'mod+s',
      title: t('register.export.title'),
      group,
      run: saveList,
    },
  ]);
  const button = (what: Exclude<Asked, null>, keys: string): ReactElement => (
    <Button onClick={ask(what)}>
      {t(`register.bulk.${what}`)}
      <KeyHint keys={keys} />
    </Button>
  );
  return (
    <>
      {choosing && (
        <Box
          role="toolbar"
          aria-label={t('register.bulk.title')}
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 6, pb: 3, alignItems: 'center' }}
        >
          <Typography component="output" variant="body2" sx={{ fontWeight: 'fontWeightMedium', mr: 2 }}>
            {t('register.bulk.chosen', { count, number })}
          </Typography>
          <Writes>
            {button('stage', 's')}
            {button('tags', 't')}
            {button('responsible', 'r')}
            {button('group', 'g')}
            {count === 2 && <MergeButton clients={meant.map(({ client }) => client)} />}
          </Writes>
          <Button onClick={saveList}>
            {t('register.export.button')}
            <KeyHint keys="mod+s" />
          </Button>
          <Button onClick={printLabels}>
            {t('register.labels.button')}
            <KeyHint keys="l" />
          </Button>
          <Writes>
            <Button color="error" onClick={() => onErase(meant.map(({ client }) => client))}>
              {t('register.bulk.erase')}
            </Button>
          </Writes>
          <Button variant="text" onClick={() => select(({ active }) => ({ ...NO_SELECTION, active }))}>
            {t('register.key.chooseNone')}
            <KeyHint keys="escape" />
          </Button>
        </Box>
      )}
      {gate.dialog}
      {labels.dialog}
      {stageMove.dialog}
      {asked === 'stage' && (
        <StageDialog
          count={count}
          stage={count === 1 ? (meant[0]?.stage ?? null) : null}
          onChoose={(stage) => {
            setAsked(null);
            stageMove.move(
              meant.map(({ client }) => client.fileId),
              stage,
              t('register.bulk.changed', { count, number }),
            );
          }}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'tags' && (
        <TagsDialog
          clients={meant.map(({ client }) => client)}
          onChoose={(added, removed) => change(retagged(added, removed))}
          onClose={() => setAsked(null)}
        />
      )}
      {(asked === 'responsible' || asked === 'group') && (
        <ValueDialog
          field={asked}
          clients={meant.map(({ client }) => client)}
          onChoose={(value) => change(valued(asked, value))}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}

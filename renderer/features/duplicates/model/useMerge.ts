import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { undo } from '#renderer/entities/history/index.ts';
import { ChangedMeanwhileError, mergeClients } from '#renderer/operations/duplicates/merge.ts';
import { type FileFacts, sideOf } from '#renderer/operations/duplicates/file-facts.ts';
import { routes } from '#renderer/lib/routes.ts';
import { notify } from '#renderer/ui/notices.ts';
import type { Client, ClientBody } from '#shared/domain/client.ts';
import type { MergeSide } from '#shared/domain/duplicate.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { mergedClient } from '#shared/duplicates/merge-fields.ts';
import { type Decision, decisionsOf } from '#shared/duplicates/propose.ts';

/** Two files on their way to be one. */
export interface Merging {
  readonly decisions: readonly Decision[];
  /** What is taken, by field. */
  readonly sides: Readonly<Record<string, MergeSide>>;
  readonly choose: (field: string, side: MergeSide) => void;
  /** The client as it will be. */
  readonly merged: ClientBody;
  readonly busy: boolean;
  /** Why nothing was done; null: nothing was tried, or it is under way. `changed`: a file was changed meanwhile. */
  readonly failure: unknown;
  readonly run: () => void;
}

/** What is decided of two files, and the way to make them one. */
export function useMerge(into: Client, from: Client, facts: ReadonlyMap<FileId, FileFacts>): Merging {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Readonly<Record<string, MergeSide>>>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const decisions = useMemo(
    () => decisionsOf(sideOf(into, facts.get(into.fileId)), sideOf(from, facts.get(from.fileId))),
    [into, from, facts],
  );
  const sides = { ...Object.fromEntries(decisions.map(({ field, side }) => [field, side])), ...chosen };
  const merge = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      const action = await mergeClients({ into, from, choices: sides });
      notify({
        text: t('duplicates.merge.done', {
          from: from.name,
          into: sides['name'] === 'from' ? from.name : into.name,
        }),
        ...(action !== null && { action: { label: t('common.undo'), run: () => undo(t, action) } }),
      });
      await navigate(routes.file(into.fileId), { replace: true });
    } catch (thrown) {
      setFailure(thrown instanceof ChangedMeanwhileError ? 'changed' : thrown);
      setBusy(false);
    }
  };
  return {
    decisions,
    sides,
    choose: (field, side) => setChosen((before) => ({ ...before, [field]: side })),
    merged: mergedClient(into, from, sides),
    busy,
    failure,
    run: () => {
      if (!busy) void merge();
    },
  };
}

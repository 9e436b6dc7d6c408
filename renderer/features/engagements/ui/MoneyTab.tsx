import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useEngagementsOf } from '#renderer/entities/engagement/index.ts';
import { useMoneyOf } from '#renderer/entities/money/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { accountsOf, prepaidLeft } from '#shared/domain/account.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { CURRENCY_OF } from '#shared/domain/money.ts';
import type { MoneyEntry } from '#shared/domain/money-entry.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import type { EntryMode } from '../model/new-entry.ts';
import { inOrder } from '../model/order.ts';
import { Entries } from './Entries.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { Overview } from './Overview.tsx';
import { PlanDialog } from './PlanDialog.tsx';

const MODES = [
  ['charge', 'a'],
  ['time', 'w'],
  ['payment', 'p'],
  ['refund', 'b'],
] as const satisfies readonly (readonly [EntryMode, string])[];

/** What is open in the tab over the list. */
type Shown = MoneyEntry | EntryMode | 'plan' | null;

function useMoneyCommands(open: (shown: Shown) => void, print: () => void): void {
  const { t } = useTranslation();
  const group = t('clients.file.group');
  useCommands([
    ...MODES.map(([mode, keys]) => ({
      id: `file.money.${mode}`,
      writes: true,
      title: t(`money.add.${mode}`),
      group,
      keys,
      run: () => open(mode),
    })),
    { id: 'file.money.statement', title: t('money.statement.title'), group, keys: 's', run: print },
    { id: 'file.money.plan', writes: true, title: t('money.plan.title'), group, run: () => open('plan') },
  ]);
}

function AddButtons({
  onAdd,
  plan,
}: {
  readonly onAdd: (shown: Shown) => void;
  readonly plan: boolean;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Writes>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {MODES.map(([mode, keys]) => (
          <Button key={mode} onClick={() => onAdd(mode)}>
            {t(`money.add.${mode}`)}
            <KeyHint keys={keys} />
          </Button>
        ))}
        {plan && <Button onClick={() => onAdd('plan')}>{t('money.plan.open')}</Button>}
      </Box>
    </Writes>
  );
}

/** What was agreed, charged and paid, and what is open. */
export function MoneyTab({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const { t } = useTranslation();
  const stored = useMoneyOf(fileId);
  const unordered = useEngagementsOf(fileId);
  const practice = usePractice();
  const navigate = useNavigate();
  const [shown, setShown] = useState<Shown>(null);
  const engagements = useMemo(() => inOrder(unordered ?? []), [unordered]);
  const entries = useMemo(
    () => (stored ?? []).toSorted((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id)),
    [stored],
  );
  const today = dayOf(systemClock.now());
  const accounts = useMemo(() => accountsOf({ engagements, entries }, today), [engagements, entries, today]);
  const print = (): void => void navigate(routes.statement(fileId));
  useMoneyCommands(setShown, print);
  if (!stored || !unordered || !practice) return null;
  const buttons = (
    <AddButtons onAdd={setShown} plan={engagements.some(({ feeModel }) => feeModel === 'instalments')} />
  );
  const close = (): void => setShown(null);
  const currency = entries[0]?.currency ?? engagements[0]?.currency ?? CURRENCY_OF[practice.language];
  return (
    <>
      {accounts.length > 0 && (
        <Overview accounts={accounts} prepaid={prepaidLeft({ engagements, entries })} />
      )}
      {entries.length === 0 ? (
        <EmptyState title={t('money.empty.title')} text={t('money.empty.text')} action={buttons} />
      ) : (
        <>
          <Box sx={{ display: 'flex', gap: 2, p: 3, borderBottom: 1, borderColor: 'line' }}>
            <Box sx={{ flex: 1 }}>{buttons}</Box>
            <Button onClick={print} sx={{ alignSelf: 'start' }}>
              {t('money.statement.open')}
              <KeyHint keys="s" />
            </Button>
          </Box>
          <Entries entries={entries} engagements={engagements} onEdit={setShown} />
          <Typography variant="caption" component="p" sx={{ px: 3, py: 2, color: 'quiet' }}>
            {t('money.rule')}
          </Typography>
        </>
      )}
      {shown === 'plan' && (
        <PlanDialog fileId={fileId} engagements={engagements} entries={entries} onClose={close} />
      )}
      {shown !== null && shown !== 'plan' && (
        <EntryDialog
          fileId={fileId}
          entry={shown}
          engagements={engagements}
          entries={entries}
          currency={currency}
          accountIn={(of) => accounts.find((account) => account.currency === of)}
          onClose={close}
        />
      )}
    </>
  );
}

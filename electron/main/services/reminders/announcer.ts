import { openLabel, type ReminderLabel } from '#shared/crypto/labels.ts';
import type { Language } from '#shared/domain/values.ts';
import { formatMoment } from '#shared/i18n/format.ts';
import { translator } from '#shared/i18n/translate.ts';
import type { DueOccurrence, PayloadOf } from '#shared/ipc/contract.ts';

/** What is shown outside the app's window. */
export interface Notice {
  /** Stable: a notice with the same id takes the place of the earlier one. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** What a click leads to. */
  readonly opens: PayloadOf<'reminders.open'>;
}

/** The app's name is the same in every language. */
const APP_NAME = 'Kartoteka';
/** Several at the same moment are told one by one up to this number, then in one notice. */
const MOST_SINGLE = 3;
/** Titles named in a notice about several. */
const MOST_NAMED = 3;
const NOWHERE = { reminderId: null, fileId: null } as const;

interface Speaking {
  readonly language: Language;
  /** Key of labels (32 bytes); null while the vault is locked. */
  readonly key: Uint8Array | null;
  /** A client is looking at the screen. */
  readonly looking: boolean;
  /** The sealed label of an occurrence; undefined when the plan has none. */
  readonly label: (id: string) => Uint8Array | undefined;
  /** How many are due and not acknowledged, these included. */
  readonly dueCount: number;
}

/**
 * What to say of occurrences that have just fired. While the vault is locked, or a client is looking, only that something is due; else each by its
 * title and client; several missed ones, or more than three at once, in one notice.
 */
export function noticesFor(fired: readonly DueOccurrence[], speaking: Speaking): readonly Notice[] {
  const t = translator(speaking.language);
  const { key } = speaking;
  if (fired.length === 0) return [];
  if (speaking.looking)
    return [{ id: 'reminders-hidden', title: APP_NAME, body: t('reminders.notice.looking'), opens: NOWHERE }];
  if (key === null) {
    const body = t('reminders.notice.locked', { count: speaking.dueCount });
    const [one] = fired;
    // Which file a click leads to after the unlock; with others due the list of them says more.
    const opens =
      one !== undefined && speaking.dueCount === 1
        ? { reminderId: one.reminderId, fileId: one.fileId }
        : NOWHERE;
    return [{ id: 'reminders-locked', title: APP_NAME, body, opens }];
  }
  const missed = fired.filter((one) => one.missed);
  const onTime = fired.filter((one) => !one.missed);
  return [
    ...(missed.length > 1
      ? [summary(missed, key, speaking)]
      : missed.map((one) => single(one, key, speaking))),
    ...(onTime.length > MOST_SINGLE
      ? [summary(onTime, key, speaking)]
      : onTime.map((one) => single(one, key, speaking))),
  ];
}

function labelOf({ id }: DueOccurrence, key: Uint8Array, { label, language }: Speaking): ReminderLabel {
  const unnamed = { title: translator(language)('reminders.notice.unnamed'), client: '' };
  const sealed = label(id);
  if (!sealed) return unnamed;
  try {
    return openLabel(key, id, sealed);
  } catch {
    // Sealed by another vault, or damaged: that it is due is still true.
    return unnamed;
  }
}

function single(one: DueOccurrence, key: Uint8Array, speaking: Speaking): Notice {
  const { title, client } = labelOf(one, key, speaking);
  const late = one.missed
    ? translator(speaking.language)('reminders.notice.missedAt', {
        moment: formatMoment(one.at, speaking.language),
      })
    : '';
  const body = [client, late].filter((part) => part !== '').join(' · ');
  return { id: one.id, title, body, opens: { reminderId: one.reminderId, fileId: one.fileId } };
}

function summary(fired: readonly DueOccurrence[], key: Uint8Array, speaking: Speaking): Notice {
  const t = translator(speaking.language);
  const count = fired.length;
  const named = fired.slice(0, MOST_NAMED).map((one) => labelOf(one, key, speaking).title);
  const more = count > MOST_NAMED ? [t('reminders.notice.more', { count: count - MOST_NAMED })] : [];
  const missed = fired.some((one) => one.missed);
  return {
    id: missed ? 'reminders-missed' : 'reminders-due',
    title: missed ? t('reminders.notice.missed', { count }) : t('reminders.notice.due', { count }),
    body: [...named, ...more].join('\n'),
    opens: NOWHERE,
  };
}

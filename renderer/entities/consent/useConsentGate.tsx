import { type ReactElement, useState } from 'react';
import type { Client } from '#shared/domain/client.ts';
import { type CoveredAction, lackingConsent } from '#shared/domain/consent.ts';
import { dayOf } from '#shared/i18n/format.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { type ConsentAnswer, ConsentDialog, type LackingClient } from './ConsentDialog.tsx';

interface Asked {
  readonly action: CoveredAction;
  readonly lacking: readonly LackingClient[];
  readonly total: number;
  readonly onAnswer: (answer: ConsentAnswer) => void;
}

/** For what a reason was given, until the vault is locked: who has just been asked is not asked again at the next document. */
const overridden = new Set<string>();

const keyOf = ({ fileId }: Client, action: CoveredAction): string => `${action} ${fileId}`;

/** Who of the clients lacks a consent to the action today, and was not overridden. */
function lackingAmong(clients: readonly Client[], action: CoveredAction): readonly LackingClient[] {
  const today = dayOf(systemClock.now());
  return clients.flatMap((client) => {
    const lacking = lackingConsent(client.consents, action, today);
    return lacking === null || overridden.has(keyOf(client, action)) ? [] : [{ client, lacking }];
  });
}

/** Stands between an action and what it needs a consent for. */
export interface ConsentGate {
  /** Whether to go on with one client. */
  readonly ask: (client: Client, action: CoveredAction) => Promise<boolean>;
  /** With whom of several to go on; null: with none. */
  readonly askAll: (clients: readonly Client[], action: CoveredAction) => Promise<readonly Client[] | null>;
  /** Has to be shown by the caller. */
  readonly dialog: ReactElement | null;
}

/**
 * Asks before something is done with clients that needs a consent which does not hold. Answers at once when nothing is lacking,
 * else when the user has chosen a reason, which is told in the activity log, or to leave those clients out.
 */
export function useConsentGate(): ConsentGate {
  const [asked, setAsked] = useState<Asked | null>(null);
  const askAll: ConsentGate['askAll'] = (clients, action) => {
    const lacking = lackingAmong(clients, action);
    if (lacking.length === 0) return Promise.resolve(clients);
    const without = new Set(lacking.map(({ client }) => client.fileId));
    return new Promise((resolve) => {
      const onAnswer = (answer: ConsentAnswer): void => {
        setAsked(null);
        if (answer === 'override') for (const { client } of lacking) overridden.add(keyOf(client, action));
        if (answer === 'cancel') resolve(null);
        else resolve(answer === 'override' ? clients : clients.filter(({ fileId }) => !without.has(fileId)));
      };
      setAsked({ action, lacking, total: clients.length, onAnswer });
    });
  };
  const ask: ConsentGate['ask'] = async (client, action) => (await askAll([client], action)) !== null;
  return { ask, askAll, dialog: asked && <ConsentDialog {...asked} /> };
}

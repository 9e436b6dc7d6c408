import type { DocumentModel } from '#shared/documents/model.ts';
import type { Client } from '#shared/domain/client.ts';
import type { IsoDate, Language } from '#shared/domain/values.ts';
import { type LabelSheet, labelsOn } from '#shared/labels/label-sheet.ts';
import { postalLines } from '#shared/labels/postal-address.ts';

/** As many lines as a label can hold in the smallest type. */
const MOST_LINES = 10;

/** Where post reaches the client on a day: the main address, else the newest of the others that holds; empty: nowhere. */
export function postalAddress({ address, moreAddresses }: Client, today: IsoDate): string {
  if (address.trim() !== '') return address;
  const holds = moreAddresses.filter(
    ({ text, from, to }) =>
      text.trim() !== '' && (from === null || from <= today) && (to === null || to >= today),
  );
  return holds.at(-1)?.text ?? '';
}

/** What of the labels is chosen, and what they are called. */
export interface LabelChoices {
  readonly sheet: LabelSheet;
  /** Number of the first free label, from 1; more than the sheet has counts as its last. */
  readonly start: number;
  readonly title: string;
  readonly language: Language;
  readonly today: IsoDate;
  /** The line of the contact person of an organisation; null: without. */
  readonly attention: ((name: string) => string) | null;
}

/** Labels for clients, in their order, and the clients who have no address. */
export function labelsFor(
  clients: readonly Client[],
  { sheet, start, title, language, today, attention }: LabelChoices,
): { readonly document: DocumentModel; readonly count: number; readonly without: readonly Client[] } {
  const addressed = clients.map((client) => ({ client, address: postalAddress(client, today) }));
  const labels = addressed
    .filter(({ address }) => address.trim() !== '')
    .map(({ client, address }) => {
      const { name, type, contactPerson } = client;
      const person = attention !== null && type === 'organisation' && contactPerson !== '';
      return [name, ...(person ? [attention(contactPerson)] : []), ...postalLines(address)].slice(
        0,
        MOST_LINES,
      );
    });
  return {
    count: labels.length,
    without: addressed.filter(({ address }) => address.trim() === '').map(({ client }) => client),
    document: {
      title,
      language,
      letterhead: [],
      subtitle: '',
      foot: '',
      blocks: [{ type: 'labels', sheet, start: Math.min(start, labelsOn(sheet)), labels }],
    },
  };
}

import { clientRecord, type ClientBody } from '#shared/domain/client.ts';
import { type FileId, newFileId, newRecordId, type RecordId } from '#shared/domain/ids.ts';
import { emptyParty, partyRecord, type Party, type PartyBody } from '#shared/domain/party.ts';
import type { Language } from '#shared/domain/values.ts';
import type { VaultWriter } from '#renderer/db/index.ts';
import type { ClientDraft } from './client-draft.ts';
import { newClient, samePerson, updated, updatedParty } from './merge.ts';
import { decided, type ClientPlan, type Decisions, type Pace } from './plan.ts';
import type { Touches } from './touches.ts';

const sameJson = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const idOf = (fileId: FileId): RecordId => fileId as string as RecordId;

interface Context {
  readonly change: VaultWriter;
  readonly touches: Touches;
  /** People by file: read once, for asking each file by itself would take as long as the rest. */
  readonly people: ReadonlyMap<FileId, readonly Party[]>;
}

async function peopleByFile(
  change: VaultWriter,
  needed: boolean,
): Promise<ReadonlyMap<FileId, readonly Party[]>> {
  const people = new Map<FileId, Party[]>();
  if (!needed) return people;
  for (const party of await change.all(partyRecord)) {
    const own = people.get(party.fileId) ?? [];
    own.push(party);
    people.set(party.fileId, own);
  }
  return people;
}

/** The people a row puts into a file: each once, also where a field leads to somebody who comes with the organisation. */
const peopleOf = ({ parties, linked }: ClientDraft): readonly PartyBody[] => [
  ...parties,
  ...[...new Set(Object.values(linked))]
    .filter((name) => !parties.some((one) => samePerson(one, { name })))
    .map((name) => emptyParty(name, 'other')),
];

/** Puts people into a file, or what is new of those who are there. Answers who is who, and whether it said anything new. */
function putParties(
  { change, touches, people }: Context,
  fileId: FileId,
  parties: readonly PartyBody[],
): { readonly ids: readonly RecordId[]; readonly changed: boolean } {
  let changed = false;
  const ids = parties.map((party) => {
    const there = people.get(fileId)?.find((one) => samePerson(one, party));
    const id = there?.id ?? newRecordId();
    if (there) {
      const body = updatedParty(partyRecord.schema.parse(there), party);
      if (sameJson(body, partyRecord.schema.parse(there))) return id;
      touches.changed('parties', id);
      change.put(partyRecord, { id, fileId }, body);
    } else {
      touches.added('parties', id);
      change.put(partyRecord, { id, fileId }, party);
    }
    changed = true;
    return id;
  });
  return { ids, changed };
}

/** Puts the people of a row into its file. Answers the row with its fields leading to them. */
function putPeople(
  context: Context,
  fileId: FileId,
  draft: ClientDraft,
): { readonly draft: ClientDraft; readonly changed: boolean } {
  const people = peopleOf(draft);
  const { ids, changed } = putParties(context, fileId, people);
  const links = Object.entries(draft.linked).flatMap(([field, name]) => {
    const id = ids[people.findIndex((one) => samePerson(one, { name }))];
    return id === undefined ? [] : [[field, id] as const];
  });
  if (links.length === 0) return { draft, changed };
  const custom = { ...draft.patch.custom, ...Object.fromEntries(links) };
  return { draft: { ...draft, patch: { ...draft.patch, custom } }, changed };
}

/** What is put of one row that is to update a client. Answers whether it said anything new. */
async function update(context: Context, fileId: FileId, said: ClientDraft): Promise<boolean> {
  const { change, touches } = context;
  const now = await change.get(clientRecord, idOf(fileId));
  if (!now) return false;
  const { draft, changed } = putPeople(context, fileId, said);
  const before: ClientBody = clientRecord.schema.parse(now);
  const after = updated(before, draft);
  const same = sameJson(after, before);
  if (!same) {
    change.put(clientRecord, { id: idOf(fileId), fileId }, after);
    touches.changed('clients', idOf(fileId));
  }
  return changed || !same;
}

/** Writes the clients of a plan. */
export async function putClients(
  change: VaultWriter,
  plan: ClientPlan,
  decisions: Decisions,
  setting: { readonly language: Language; readonly touches: Touches; readonly pace: Pace },
): Promise<void> {
  const { language, touches, pace } = setting;
  const needed = plan.rows.some(({ draft, match }) => match !== null && peopleOf(draft).length > 0);
  const context: Context = { change, touches, people: await peopleByFile(change, needed) };
  const made = new Map<number, FileId>();
  for (const [index, planned] of plan.rows.entries()) {
    await pace.step();
    const { draft, match } = planned;
    const decision = decided(planned, decisions);
    const there = match && ('fileId' in match ? match.fileId : made.get(match.draft));
    if (there) made.set(index, there);
    if (decision === 'skip') touches.skip();
    else if (decision === 'update' && there) {
      if (await update(context, there, draft)) touches.count('updated');
      else touches.skip();
    } else {
      const fileId = newFileId();
      const { draft: linked } = putPeople(context, fileId, draft);
      change.put(clientRecord, { id: idOf(fileId), fileId }, newClient(linked, language));
      touches.added('clients', idOf(fileId));
      made.set(index, fileId);
      touches.count('added');
    }
  }
}

import { duplicateRecord, type PersonRef } from '#shared/domain/duplicate.ts';
import { newRecordId, PRACTICE_FILE, type FileId } from '#shared/domain/ids.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { Identities } from '#shared/duplicates/identities.ts';
import { vault, type VaultWriter } from '#renderer/db/index.ts';

type Answer = 'samePerson' | 'otherPerson';

const put = (change: VaultWriter, is: Answer, one: PersonRef, other: PersonRef): void =>
  change.put(
    duplicateRecord,
    { id: newRecordId(), fileId: PRACTICE_FILE },
    { is, at: systemClock.now(), who: [one, other] },
  );
const decide = (is: Answer, one: PersonRef, other: PersonRef): Promise<number | null> =>
  vault().act((change) => put(change, is, one, other), { name: is });

export const duplicateCommands = {
  /** Remembers that two files are not one, so that they are never shown as such again. Answers the number of the action. */
  keepApart: (one: FileId, other: FileId): Promise<number | null> =>
    vault().act(
      (change) =>
        change.put(
          duplicateRecord,
          { id: newRecordId(), fileId: PRACTICE_FILE },
          { is: 'different', at: systemClock.now(), files: [one, other] },
        ),
      { name: 'notSame' },
    ),

  /** Remembers that two who stand in files are one person. Answers the number of the action. */
  samePerson: (one: PersonRef, other: PersonRef): Promise<number | null> => decide('samePerson', one, other),

  /** Remembers that two who look like one person are not. Answers the number of the action. */
  otherPerson: (one: PersonRef, other: PersonRef): Promise<number | null> =>
    decide('otherPerson', one, other),

  /**
   * Takes somebody out of those who are one person, for good; the others stay one. Answers the number of the action.
   * @param from One of the others.
   */
  partPerson: (person: PersonRef, from: PersonRef): Promise<number | null> =>
    vault().act(
      async (change) => {
        const all = await change.inFile(duplicateRecord, PRACTICE_FILE);
        const known = new Identities(all);
        const own = known.now(person.id);
        const group = new Set(known.membersOf(own));
        const rest = new Map<string, PersonRef>();
        for (const one of all) {
          if (one.is !== 'samePerson' || !group.has(known.now(one.who[0].id))) continue;
          await change.remove(duplicateRecord, one.id);
          for (const who of one.who) if (known.now(who.id) !== own) rest.set(known.now(who.id), who);
        }
        const [first, ...others] = rest.values();
        for (const other of others) if (first) put(change, 'samePerson', first, other);
        put(change, 'otherPerson', person, from);
      },
      { name: 'otherPerson' },
    ),
};

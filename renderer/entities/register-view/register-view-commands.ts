import { newRecordId, PRACTICE_FILE, type RecordId } from '#shared/domain/ids.ts';
import { registerLookSchema, registerViewRecord, type RegisterLook } from '#shared/domain/register-view.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';
import { vault } from '#renderer/db/index.ts';

const records = recordCommands(registerViewRecord);
/** Without what a record carries beside. */
const lookOf = (look: RegisterLook): RegisterLook => registerLookSchema.parse(look);

export const registerViewCommands = {
  /** Keeps a way of looking under a name. Returns its id. */
  keep: (name: string, look: RegisterLook): Promise<RecordId> =>
    records.add(PRACTICE_FILE, { ...lookOf(look), name }),
  /** Gives a kept view another look, or another name. */
  change: records.change,
  /** Removes a kept view. Answers the number of the action, to undo it. */
  remove: records.remove,
  /** Remembers how the register was left. It is no action of the user's: there is nothing to undo. */
  leave: (look: RegisterLook): Promise<void> =>
    vault().commit(
      async (change) => {
        const all = await change.all(registerViewRecord);
        const id = all.find(({ name }) => name === '')?.id ?? newRecordId();
        change.put(registerViewRecord, { id, fileId: PRACTICE_FILE }, { ...lookOf(look), name: '' });
      },
      { undoable: false },
    ),
};

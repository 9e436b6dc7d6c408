import { sheetRecord } from '#shared/domain/sheet.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

const { add } = recordCommands(sheetRecord);

/** A sheet that left the app is never changed or removed. */
export const sheetCommands = { add };

import { partyRecord } from '#shared/domain/party.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

export const partyCommands = recordCommands(partyRecord);

import { engagementRecord } from '#shared/domain/engagement.ts';
import { recordCommands } from '#renderer/db/record-commands.ts';

export const engagementCommands = recordCommands(engagementRecord);

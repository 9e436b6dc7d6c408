import type { ClientRow } from '#renderer/features/clients/model/rows.ts';
import type { Client } from '#shared/domain/client.ts';
import { newFileId, type RecordId } from '#shared/domain/ids.ts';
import { aClient } from './bodies.ts';

/** A line of the register. */
export function aRow(client: Partial<Client> = {}, rest: Partial<ClientRow> = {}): ClientRow {
  const fileId = newFileId();
  const body = aClient({ email: '', phone: '', ...client });
  const meta = { id: fileId as string as RecordId, fileId, rev: '', parent: null, stamp: '' };
  return {
    client: { ...body, ...meta, ...client },
    stage: body.stage,
    lastContact: null,
    nextDate: null,
    forgotten: [],
    ...rest,
  };
}

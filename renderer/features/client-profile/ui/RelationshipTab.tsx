import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useClient } from '#renderer/entities/client/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Client } from '#shared/domain/client.ts';
import { useFacts } from '../model/useFacts.ts';
import { ActionsPart } from './ActionsPart.tsx';
import { AssessmentPart } from './AssessmentPart.tsx';
import { ConsentsPart, PerksPart } from './LogParts.tsx';
import { RelationshipPart, StagePart } from './RelationshipPart.tsx';

function Relationship({ client }: { readonly client: Client }): ReactElement | null {
  const known = useFacts(client);
  if (!known) return null;
  const { facts, tasks } = known;
  return (
    <Box>
      <ActionsPart client={client} facts={facts} tasks={tasks} />
      <AssessmentPart facts={facts} fileId={client.fileId} />
      <StagePart client={client} />
      <RelationshipPart client={client} />
      <ConsentsPart client={client} />
      <PerksPart client={client} />
    </Box>
  );
}

/** How the practice and the client stand, what that suggests, and what was agreed. */
export function RelationshipTab({ fileId }: { readonly fileId: FileId }): ReactElement | null {
  const client = useClient(fileId);
  return client ? <Relationship client={client} /> : null;
}

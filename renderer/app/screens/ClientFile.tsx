import { lazy, type ReactElement, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { DocumentsTab, FileDrop } from '#renderer/features/attachments/index.ts';
import { ClientFileScreen } from '#renderer/features/client-file/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { notify } from '#renderer/ui/notices.ts';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { Waiting } from '../shell/Waiting.tsx';

const RequirementsTab = lazy(async () => ({
  default: (await import('#renderer/features/requirements/index.ts')).RequirementsTab,
}));

const EngagementsTab = lazy(async () => ({
  default: (await import('#renderer/features/engagements/index.ts')).EngagementsTab,
}));

const MoneyTab = lazy(async () => ({
  default: (await import('#renderer/features/engagements/index.ts')).MoneyTab,
}));

const ProfileTab = lazy(async () => ({
  default: (await import('#renderer/features/client-profile/index.ts')).ProfileTab,
}));

const RelationshipTab = lazy(async () => ({
  default: (await import('#renderer/features/client-profile/index.ts')).RelationshipTab,
}));

const MergedBox = lazy(async () => ({
  default: (await import('#renderer/features/duplicates/index.ts')).MergedBox,
}));

const ElsewhereBox = lazy(async () => ({
  default: (await import('#renderer/features/duplicates/index.ts')).ElsewhereBox,
}));

const EraseFile = lazy(async () => ({
  default: (await import('#renderer/features/erasure/index.ts')).EraseFile,
}));

/** The file of one client, with the parts that other features give it. */
export function ClientFile(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const fileId = useParams()['fileId'] as FileId;
  const [erasing, setErasing] = useState<Client | null>(null);
  const meet = async (): Promise<void> => {
    try {
      const [{ startMeeting }, { tellUnknown }] = await Promise.all([
        import('#renderer/features/meeting/index.ts'),
        import('#renderer/entities/template/index.ts'),
      ]);
      const id = await startMeeting(fileId, systemClock, (filler) => tellUnknown(filler, t));
      await navigate(routes.meeting(id));
    } catch {
      notify({ text: t('shell.meetingNotStarted'), tone: 'warning' });
    }
  };
  return (
    <FileDrop
      key={fileId}
      fileId={fileId}
      onAdd={() => void navigate(routes.file(fileId, 'documents'), { replace: true })}
    >
      <ClientFileScreen
        onStartMeeting={() => void meet()}
        requirements={
          <Suspense fallback={<Waiting />}>
            <RequirementsTab fileId={fileId} />
          </Suspense>
        }
        documents={<DocumentsTab fileId={fileId} />}
        engagements={
          <Suspense fallback={<Waiting />}>
            <EngagementsTab fileId={fileId} />
          </Suspense>
        }
        money={
          <Suspense fallback={<Waiting />}>
            <MoneyTab fileId={fileId} />
          </Suspense>
        }
        profile={
          <Suspense fallback={<Waiting />}>
            <ProfileTab fileId={fileId} />
          </Suspense>
        }
        relationship={
          <Suspense fallback={<Waiting />}>
            <RelationshipTab fileId={fileId} />
          </Suspense>
        }
        merged={
          <Suspense fallback={null}>
            <ElsewhereBox fileId={fileId} />
            <MergedBox fileId={fileId} />
          </Suspense>
        }
        onErase={setErasing}
      />
      {erasing !== null && (
        <Suspense fallback={null}>
          <EraseFile
            client={erasing}
            onClose={() => setErasing(null)}
            onErased={() => void navigate(routes.clients, { replace: true })}
          />
        </Suspense>
      )}
    </FileDrop>
  );
}

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { type ReactElement, type ReactNode, useCallback, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useLooking } from '#renderer/lib/looking.ts';
import { FILE_TABS, type FileTab, OWN_TABS, routes, tabKey } from '#renderer/lib/routes.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useCommands } from '#renderer/ui/commands/index.ts';
import type { Client } from '#shared/domain/client.ts';
import type { Engagement } from '#shared/domain/engagement.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { FileRecords } from '../model/timeline.ts';
import { useFileClient } from '../model/useFileClient.ts';
import { useFileRecords } from '../model/useFileRecords.ts';
import { EditClientDialog } from './EditClientDialog.tsx';
import { FileHeader } from './FileHeader.tsx';
import { FileSide } from './FileSide.tsx';
import { NotesTab } from './NotesTab.tsx';
import { PeopleTab } from './PeopleTab.tsx';
import { TasksTab } from './TasksTab.tsx';
import { TimelineTab } from './TimelineTab.tsx';

interface ClientFileProps {
  /** Starts or resumes a meeting with this client. */
  readonly onStartMeeting: () => void;
  /** What stands on the requirements tab. */
  readonly requirements: ReactNode;
  /** What stands on the documents tab. */
  readonly documents: ReactNode;
  /** What stands on the tabs of engagements and of money. */
  readonly engagements: ReactNode;
  readonly money: ReactNode;
  /** What stands on the tabs of the profile and of the relationship. */
  readonly profile: ReactNode;
  readonly relationship: ReactNode;
  /** What stands at the side about files that went into this one. */
  readonly merged: ReactNode;
  /** The user wants the file erased for good. */
  readonly onErase: (client: Client) => void;
}

/** The tabs that other features fill. */
const GIVEN_TABS = ['requirements', 'documents', 'engagements', 'money', 'profile', 'relationship'] as const;
const isGiven = (tab: FileTab): tab is (typeof GIVEN_TABS)[number] =>
  (GIVEN_TABS as readonly FileTab[]).includes(tab);

/** The tabs there are now. What the practice thinks of a client is none of those that the client may see. */
function useFileTabs(): readonly FileTab[] {
  return useLooking() === null ? FILE_TABS : FILE_TABS.filter((tab) => !OWN_TABS.includes(tab));
}

const isGoingOn = ({ status }: Engagement): boolean => status === 'active' || status === 'paused';

/** How many things a tab holds; 0 where a number says nothing. */
function countOf(tab: FileTab, records: FileRecords | undefined): number {
  if (!records) return 0;
  if (tab === 'notes') return records.notes.length;
  if (tab === 'tasks') return records.tasks.filter(({ doneAt }) => doneAt === null).length;
  if (tab === 'documents') return records.attachments.length;
  if (tab === 'engagements') return records.engagements.filter(isGoingOn).length;
  return tab === 'requirements' ? records.requirements.length : 0;
}

const TabCount = ({ count }: { readonly count: number }): ReactElement | null =>
  count === 0 ? null : (
    <Box component="span" sx={{ color: 'quiet', fontWeight: 'fontWeightRegular' }}>
      {count}
    </Box>
  );

interface FileCommands {
  readonly open: (tab: FileTab) => void;
  readonly meet: () => void;
  readonly print: () => void;
  readonly edit: () => void;
  readonly addTask: () => void;
}

function useFileCommands({ open, meet, print, edit, addTask }: FileCommands): void {
  const { t } = useTranslation();
  const group = t('clients.file.group');
  useCommands([
    { id: 'file.meet', writes: true, title: t('clients.file.meet'), group, keys: 'mod+m', run: meet },
    { id: 'file.print', title: t('clients.file.print'), group, keys: 'mod+p', run: print },
    { id: 'file.task', writes: true, title: t('clients.file.newTask'), group, keys: 't', run: addTask },
    { id: 'file.edit', title: t('common.edit'), group, keys: 'e', run: edit },
    ...FILE_TABS.map((tab) => ({
      id: `file.tab.${tab}`,
      title: t('clients.file.openTab', { tab: t(`clients.tab.${tab}`) }),
      group,
      keys: tabKey(tab),
      keysOnly: true,
      run: () => open(tab),
    })),
  ]);
}

/** A tab that has the focus is the open one: it would open itself when the focus comes back to it, from a dialog say. */
function useFocusedTab(id: string): void {
  useEffect(() => {
    if (document.activeElement?.role === 'tab') document.getElementById(id)?.focus();
  }, [id]);
}

interface FileProps extends ClientFileProps {
  readonly client: Client;
  readonly tab: FileTab;
}

function File({ client, tab, onStartMeeting, onErase, ...parts }: FileProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const navigate = useNavigate();
  const { fileId } = client;
  const records = useFileRecords(fileId);
  const tabs = useFileTabs();
  const [editing, setEditing] = useState(false);
  const [adding, setAdding] = useState(false);
  const open = (to: FileTab): void => void navigate(routes.file(fileId, to), { replace: true });
  const print = (): void => void navigate(routes.summary(fileId));
  const edit = (): void => setEditing(true);
  const addTask = (): void => {
    open('tasks');
    setAdding(true);
  };
  const onAdding = useCallback(() => setAdding(false), []);
  useFileCommands({ open, meet: onStartMeeting, print, edit, addTask });
  const tabId = (one: FileTab): string => `${id}-tab-${one}`;
  useFocusedTab(tabId(tab));

  const panel = (): ReactNode => {
    if (isGiven(tab)) return parts[tab];
    if (tab === 'people') return <PeopleTab fileId={fileId} />;
    if (!records) return null;
    if (tab === 'notes') return <NotesTab notes={records.notes} onStartMeeting={onStartMeeting} />;
    if (tab === 'tasks')
      return <TasksTab fileId={fileId} tasks={records.tasks} adding={adding} onAdding={onAdding} />;
    return <TimelineTab client={client} records={records} onStartMeeting={onStartMeeting} />;
  };
  return (
    <Box sx={{ maxWidth: 1480, width: '100%' }}>
      <FileHeader
        client={client}
        records={records}
        onMeet={onStartMeeting}
        onTask={addTask}
        onPrint={print}
        onEdit={edit}
        onErase={() => onErase(client)}
      />
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 1fr) 296px' },
          columnGap: 5,
          px: 6,
          pb: 8,
        }}
      >
        <Tabs
          value={tab}
          aria-label={t('clients.file.tabs')}
          onChange={(_, to: FileTab) => open(to)}
          selectionFollowsFocus
          variant="scrollable"
          scrollButtons={false}
          sx={{ gridColumn: '1 / -1', minWidth: 0, '& .MuiTab-root': { px: 2 } }}
        >
          {tabs.map((one) => (
            <Tab
              key={one}
              value={one}
              id={tabId(one)}
              aria-controls={one === tab ? `${id}-panel` : undefined}
              label={
                <>
                  {t(`clients.tab.${one}`)}
                  <TabCount count={countOf(one, records)} />
                </>
              }
            />
          ))}
        </Tabs>
        <Box sx={{ minWidth: 0 }}>
          <Box
            role="tabpanel"
            id={`${id}-panel`}
            aria-labelledby={tabId(tab)}
            sx={{ bgcolor: 'surface', border: 1, borderTop: 0, borderColor: 'line', minHeight: 320 }}
          >
            {panel()}
          </Box>
        </Box>
        <FileSide client={client} merged={parts.merged} records={records} />
      </Box>
      {editing && <EditClientDialog client={client} onClose={() => setEditing(false)} />}
    </Box>
  );
}

function NoSuchFile(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <ScreenHeader title={t('clients.file.missing.title')} />
      <EmptyState
        title={t('clients.file.missing.what')}
        text={t('clients.file.missing.text')}
        action={
          <Button onClick={() => void navigate(routes.clients)}>{t('clients.file.missing.action')}</Button>
        }
      />
    </>
  );
}

/** Everything about one client: head, index tabs, and at the side what must stay in sight. */
export function ClientFileScreen(props: ClientFileProps): ReactElement | null {
  const params = useParams();
  const client = useFileClient(params['fileId'] as FileId);
  const tab = useFileTabs().find((one) => one === params['tab']) ?? 'timeline';
  if (client === 'missing') return <NoSuchFile />;
  return client ? <File client={client} tab={tab} {...props} /> : null;
}

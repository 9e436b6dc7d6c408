import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useClients } from '#renderer/entities/client/index.ts';
import { duplicateCommands } from '#renderer/entities/duplicate/index.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { type FileFacts, sideOf, useFileFacts } from '#renderer/operations/duplicates/file-facts.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { Client } from '#shared/domain/client.ts';
import type { FileId } from '#shared/domain/ids.ts';
import { isCustom } from '#shared/duplicates/merge-fields.ts';
import { fullness } from '#shared/duplicates/propose.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import { singleTexts, unitedTexts } from '../model/fields.ts';
import { type Merging, useMerge } from '../model/useMerge.ts';
import { useOwnFields } from '../model/useOwnFields.ts';
import { COLUMNS, FieldChoice } from './FieldChoice.tsx';

function Failed({ failure }: { readonly failure: unknown }): ReactElement | null {
  const { t } = useTranslation();
  if (failure === null) return null;
  if (failure === 'changed')
    return (
      <Alert severity="warning" role="alert">
        {t('duplicates.merge.changed')}
      </Alert>
    );
  return <FailureMessage failure={failure} />;
}

interface FilesProps {
  readonly into: Client;
  readonly from: Client;
  /** What each has in it. */
  readonly facts: ReadonlyMap<FileId, FileFacts>;
}

/** The heads of the columns: which file stays, and which goes into it. */
function Heads({ into, from, facts }: FilesProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const head = (client: Client, what: 'stays' | 'goes'): ReactElement => {
    const count = facts.get(client.fileId)?.records;
    return (
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="caption" sx={{ color: 'quiet' }}>
          {t(`duplicates.merge.${what}`)}
        </Typography>
        <Typography sx={{ fontWeight: 'fontWeightMedium', overflowWrap: 'anywhere' }}>
          {client.name}
        </Typography>
        {count !== undefined && (
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {t('duplicates.merge.records', { count, number: formatNumber(count, language) })}
          </Typography>
        )}
      </Box>
    );
  };
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: COLUMNS, columnGap: 4, px: 4, py: 3 }}>
      <span />
      {head(into, 'stays')}
      {head(from, 'goes')}
      <span />
    </Box>
  );
}

/** What the client will say where both sides are kept. */
function United({
  into,
  merging,
}: {
  readonly into: Client;
  readonly merging: Merging;
}): ReactElement | null {
  const { t } = useTranslation();
  const language = useLanguage();
  const texts = unitedTexts(merging.merged, into, t, language);
  if (texts.length === 0) return null;
  return (
    <Box component="section" sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h2">{t('duplicates.merge.united')}</Typography>
      <Typography variant="body2" sx={{ color: 'quiet' }}>
        {t('duplicates.merge.unitedText')}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          px: 4,
          py: 3,
          display: 'grid',
          gridTemplateColumns: '140px minmax(0, 1fr)',
          columnGap: 4,
          rowGap: 2,
          bgcolor: 'surface',
          border: 1,
          borderColor: 'line',
        }}
      >
        {texts.map(({ name, text }) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" sx={{ fontWeight: 'fontWeightMedium' }}>
              {t(`history.field.${name}`)}
            </Typography>
            <Typography component="dd" sx={{ m: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Compared({ into, from, facts, onSwap }: FilesProps & { readonly onSwap: () => void }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const merging = useMerge(into, from, facts);
  const own = useOwnFields(into.fileId, from.fileId);
  const [kept, other] = [singleTexts(into, t, own), singleTexts(from, t, own)];
  // A value of a field that the practice has no longer is kept, and cannot be read.
  const shown = merging.decisions.flatMap((decision) => {
    const { field } = decision;
    if (!isCustom(field)) return [{ decision, label: t(`history.field.${field}`) }];
    const label = own.fields.find(({ id }) => field === `custom:${id}`)?.label;
    return label === undefined ? [] : [{ decision, label }];
  });
  const apart = (): void => {
    doUndoably(
      () => duplicateCommands.keepApart(into.fileId, from.fileId),
      t('duplicates.keptApart', { one: into.name, other: from.name }),
      t,
    );
    void navigate(routes.duplicates);
  };
  const group = t('duplicates.title');
  useCommands([
    {
      id: 'merge.run',
      keys: 'mod+enter',
      title: t('duplicates.merge.run'),
      group,
      writes: true,
      run: merging.run,
    },
    { id: 'merge.swap', keys: 'x', title: t('duplicates.merge.swap'), group, run: onSwap },
    { id: 'merge.apart', keys: 'n', title: t('duplicates.apart'), group, writes: true, run: apart },
  ]);
  return (
    <Box sx={{ px: 6, pb: 8, display: 'grid', gap: 5, maxWidth: 1200 }}>
      <Failed failure={merging.failure} />
      <Typography sx={{ maxWidth: '70ch' }}>{t('duplicates.merge.text')}</Typography>
      <Box sx={{ bgcolor: 'surface', border: 1, borderColor: 'line' }}>
        <Heads into={into} from={from} facts={facts} />
        {shown.map(({ decision, label }) => (
          <FieldChoice
            key={decision.field}
            decision={decision}
            label={label}
            texts={{ into: kept.get(decision.field) ?? '', from: other.get(decision.field) ?? '' }}
            side={merging.sides[decision.field] ?? decision.side}
            onChoose={(side) => merging.choose(decision.field, side)}
          />
        ))}
        {shown.length === 0 && (
          <Typography sx={{ px: 4, py: 3, color: 'quiet' }}>{t('duplicates.merge.same')}</Typography>
        )}
      </Box>
      <United into={into} merging={merging} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Writes>
          <Button variant="contained" color="primary" disabled={merging.busy} onClick={merging.run}>
            {t('duplicates.merge.run')}
            <KeyHint keys="mod+enter" />
          </Button>
        </Writes>
        <Button onClick={onSwap}>
          {t('duplicates.merge.swap')}
          <KeyHint keys="x" />
        </Button>
        <Writes>
          <Button onClick={apart}>
            {t('duplicates.apart')}
            <KeyHint keys="n" />
          </Button>
        </Writes>
        <Button variant="text" onClick={() => void navigate(routes.duplicates)}>
          {t('common.cancel')}
        </Button>
      </Box>
    </Box>
  );
}

/** Two files side by side, to be made one field by field. */
export function MergeScreen(): ReactElement | null {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const params = useParams();
  const [first, second] = [params['one'] as FileId, params['other'] as FileId];
  const clients = useClients();
  const facts = useFileFacts(first, second);
  const [swapped, setSwapped] = useState(false);
  const [one, other] = [first, second].map((fileId) => clients?.find((client) => client.fileId === fileId));
  const header = <ScreenHeader title={t('duplicates.merge.title')} />;
  if (!clients || !facts) return header;
  if (!one || !other || one === other)
    return (
      <>
        {header}
        <EmptyState
          title={t('duplicates.merge.missing')}
          text={t('duplicates.merge.missingText')}
          action={
            <Button onClick={() => void navigate(routes.duplicates)}>{t('duplicates.merge.back')}</Button>
          }
        />
      </>
    );
  // The fuller file stays, unless the user says otherwise.
  const [oneFull, otherFull] = [one, other].map((file) => fullness(sideOf(file, facts.get(file.fileId))));
  const fuller = (otherFull ?? 0) > (oneFull ?? 0);
  const [into, from] = fuller === swapped ? [one, other] : [other, one];
  return (
    <>
      {header}
      <Compared
        key={into.fileId}
        into={into}
        from={from}
        facts={facts}
        onSwap={() => setSwapped((before) => !before)}
      />
    </>
  );
}

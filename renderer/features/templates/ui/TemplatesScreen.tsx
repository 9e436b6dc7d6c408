import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink, useNavigate } from 'react-router';
import { PRACTICE_FILE } from '#shared/domain/ids.ts';
import type { Practice, PracticeKind } from '#shared/domain/practice.ts';
import type { OwnTemplate, OwnTemplateBody, Templates } from '#shared/domain/template.ts';
import { RemovedDialog } from '#renderer/entities/history/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useBuiltInTemplates, useOwnTemplates } from '#renderer/entities/template/index.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { useListKeys } from '#renderer/ui/useListKeys.ts';
import type { BuiltIn } from '../model/copies.ts';
import { useTemplateActions } from './useTemplateActions.ts';

interface LineProps {
  readonly id: string;
  readonly name: string;
  readonly facts: readonly string[];
  readonly onCopy: () => void;
  readonly onRemove?: () => void;
}

/** The line goes: the focus moves to the next one or the one before. */
function passFocusOn(button: HTMLElement): void {
  const line = button.closest('li');
  const next = line?.nextElementSibling ?? line?.previousElementSibling;
  next?.querySelector<HTMLElement>('a')?.focus();
}

function Line({ id, name, facts, onCopy, onRemove }: LineProps): ReactElement {
  const { t } = useTranslation();
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 3, alignItems: 'center', py: 1, borderBottom: 1, borderColor: 'line' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Link component={RouterLink} to={routes.template(id)}>
          {name}
        </Link>
        <Typography variant="body2" sx={{ color: 'quiet' }}>
          {facts.join(' · ')}
        </Typography>
      </Box>
      <Writes>
        <Button variant="text" aria-label={t('templates.copyNamed', { name })} onClick={onCopy}>
          {t('templates.copy')}
        </Button>
        {onRemove && (
          <Button
            variant="text"
            aria-label={t('templates.removeNamed', { name })}
            onClick={({ currentTarget }) => {
              passFocusOn(currentTarget);
              onRemove();
            }}
          >
            {t('common.remove')}
          </Button>
        )}
      </Writes>
    </Box>
  );
}

interface GroupProps {
  readonly of: OwnTemplateBody['of'];
  readonly practice: Practice;
  readonly own: readonly OwnTemplate[];
  readonly builtIn: readonly BuiltIn[];
}

function Group({ of, practice, own, builtIn }: GroupProps): ReactElement {
  const { t } = useTranslation();
  const heading = useId();
  const actions = useTemplateActions(practice);
  const kindsText = (kinds: readonly PracticeKind[]): string =>
    kinds.length === 0
      ? t('templates.allKinds')
      : kinds.map((kind) => t(`domain.practiceKind.${kind}`)).join(', ');
  return (
    <Box component="section" aria-labelledby={heading}>
      <Typography id={heading} variant="h2" sx={{ pb: 1, borderBottom: 1, borderColor: 'line' }}>
        {t(`templates.${of === 'meeting' ? 'meetings' : 'requirements'}`)}
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {own.map((one) => (
          <Line
            key={one.id}
            id={one.id}
            name={one.name === '' ? t('templates.untitled') : one.name}
            facts={[
              t('templates.own'),
              kindsText(one.kinds),
              t(`domain.language.${one.language}`),
              ...(one.of === 'meeting' && one.startsMeetings ? [t('templates.startsShort')] : []),
            ]}
            onCopy={() => actions.copyOwn(one)}
            onRemove={() => actions.remove(one)}
          />
        ))}
        {builtIn.map((one) => (
          <Line
            key={one.template.id}
            id={one.template.id}
            name={one.template.name}
            facts={[t('templates.builtIn'), kindsText(one.template.kinds)]}
            onCopy={() => actions.copyBuiltIn(one)}
          />
        ))}
      </Box>
    </Box>
  );
}

/** Those made for the practice's kind first. */
function builtInsOf({ meetings, requirements }: Templates, { kind }: Practice): readonly BuiltIn[] {
  const all: readonly BuiltIn[] = [
    ...meetings.map((template) => ({ of: 'meeting' as const, template })),
    ...requirements.map((template) => ({ of: 'requirements' as const, template })),
  ];
  const rank = ({ template: { kinds } }: BuiltIn): number =>
    kinds.includes(kind) ? 0 : kinds.length === 0 ? 1 : 2;
  return all.toSorted((one, other) => rank(one) - rank(other));
}

function Lists({ practice }: { readonly practice: Practice }): ReactElement | null {
  const { t } = useTranslation();
  const list = useListKeys(t('templates.group'));
  const own = useOwnTemplates();
  const theApps = useBuiltInTemplates(practice.language);
  if (!own || !theApps) return null;
  const builtIn = builtInsOf(theApps, practice);
  return (
    <Box ref={list} sx={{ display: 'grid', gap: 6 }}>
      {(['meeting', 'requirements'] as const).map((of) => (
        <Group
          key={of}
          of={of}
          practice={practice}
          own={own.filter((one) => one.of === of)}
          builtIn={builtIn.filter((one) => one.of === of)}
        />
      ))}
    </Box>
  );
}

function Head({ practice }: { readonly practice: Practice }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { create } = useTemplateActions(practice);
  const meeting = (): void => create('meeting');
  const requirements = (): void => create('requirements');
  const common = { group: t('templates.group'), writes: true };
  useCommands([
    { id: 'templates.newMeeting', title: t('templates.newMeeting'), keys: 'n', ...common, run: meeting },
    {
      id: 'templates.newRequirements',
      title: t('templates.newRequirements'),
      keys: 'shift+n',
      ...common,
      run: requirements,
    },
  ]);
  return (
    <ScreenHeader title={t('templates.title')} meta={t('templates.meta')}>
      <Button onClick={() => void navigate(routes.settings)}>{t('common.back')}</Button>
      <Writes>
        <Button onClick={requirements}>
          {t('templates.newRequirements')} <KeyHint keys="shift+n" />
        </Button>
        <Button variant="contained" color="primary" onClick={meeting}>
          {t('templates.newMeeting')} <KeyHint keys="n" />
        </Button>
      </Writes>
    </ScreenHeader>
  );
}

/** Every template: the practice's own and those that come with the app. */
export function TemplatesScreen(): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  const [removed, setRemoved] = useState(false);
  if (!practice) return null;
  return (
    <>
      <Head practice={practice} />
      <Box sx={{ px: 6, pb: 8, maxWidth: 1000 }}>
        <Lists practice={practice} />
        <Button variant="text" sx={{ mt: 4, ml: -2 }} onClick={() => setRemoved(true)}>
          {t('templates.removedOpen')}
        </Button>
      </Box>
      {removed && (
        <RemovedDialog
          fileId={PRACTICE_FILE}
          only="templates"
          title={t('templates.removedOpen')}
          nothing={t('templates.nothingRemoved')}
          onClose={() => setRemoved(false)}
        />
      )}
    </>
  );
}

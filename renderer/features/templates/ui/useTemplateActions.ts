import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Practice } from '#shared/domain/practice.ts';
import type { OwnTemplate, OwnTemplateBody } from '#shared/domain/template.ts';
import { doUndoably } from '#renderer/entities/history/index.ts';
import { templateCommands } from '#renderer/entities/template/index.ts';
import { flushAll } from '#renderer/lib/flush.ts';
import { routes } from '#renderer/lib/routes.ts';
import { watched } from '#renderer/ui/watched.ts';
import { type BuiltIn, copyOfBuiltIn, copyOfOwn, emptyMeeting, emptyRequirements } from '../model/copies.ts';

interface TemplateActions {
  readonly create: (of: OwnTemplateBody['of']) => void;
  readonly copyBuiltIn: (one: BuiltIn) => void;
  readonly copyOwn: (own: OwnTemplate) => void;
  readonly remove: (own: OwnTemplate) => void;
}

/** What can be done with templates as a whole; a new one opens. */
export function useTemplateActions(practice: Practice): TemplateActions {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const open = async (body: OwnTemplateBody): Promise<void> => {
    // What was typed a moment ago goes into the copy too.
    await flushAll();
    await navigate(routes.template(await templateCommands.add(body)));
  };
  return {
    create: (of) =>
      watched(
        open(
          of === 'meeting' ? emptyMeeting(practice) : emptyRequirements(practice, t('templates.newSection')),
        ),
        t,
      ),
    copyBuiltIn: (one) =>
      watched(
        open(copyOfBuiltIn(one, practice.language, t('templates.copyOf', { name: one.template.name }))),
        t,
      ),
    copyOwn: (own) => watched(open(copyOfOwn(own, t('templates.copyOf', { name: own.name }))), t),
    remove: (own) =>
      doUndoably(
        async () => {
          await flushAll();
          return templateCommands.remove(own.id);
        },
        t('templates.gone', { name: own.name === '' ? t('templates.untitled') : own.name }),
        t,
      ),
  };
}

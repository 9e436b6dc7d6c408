import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import {
  type ComponentType,
  type ReactElement,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Practice } from '#shared/domain/practice.ts';
import type { RichTextNode } from '#shared/domain/rich-text.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import { fieldLabel, fieldMeant } from '#shared/templates/merge-fields.ts';
import { HistoryButton } from '#renderer/entities/history/index.ts';
import {
  FieldMenu,
  type FieldMenuAnchor,
  type FieldTarget,
  templateCommands,
} from '#renderer/entities/template/index.ts';
import { createAutosave, type Autosave } from '#renderer/lib/autosave.ts';
import { routes } from '#renderer/lib/routes.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { useReadOnly, Writes } from '#renderer/ui/read-only/index.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import { FieldTextsContext } from './FieldText.tsx';
import { TemplateFacts } from './TemplateFacts.tsx';
import { TemplateSections } from './TemplateSections.tsx';
import { useTemplateActions } from './useTemplateActions.ts';

/** What the editor of a note's text is given here. */
export interface SheetProps {
  readonly body: RichTextNode;
  readonly editable: boolean;
  readonly meant: (typed: string) => { readonly field: string; readonly label: string } | null;
  readonly labelOf: (field: string) => string | null;
  readonly onAsk: (at: { readonly left: number; readonly top: number }) => void;
  readonly onBody: (doc: { readonly toJSON: () => unknown }) => void;
  readonly onTarget: (target: FieldTarget) => void;
}
/** The editor of the text that a note starts with. */
export type Sheet = ComponentType<SheetProps>;

const INSERT_KEYS = 'alt+9';
const noop = (): void => undefined;

/** What is said of fields in the text of a template. */
export const sheetWords = (
  practice: Practice,
  t: Parameters<typeof fieldLabel>[2],
): Pick<SheetProps, 'meant' | 'labelOf'> => ({
  labelOf: (field) => fieldLabel(field, practice, t),
  meant: (typed) => {
    const field = fieldMeant(typed, practice);
    return field === null ? null : { field, label: fieldLabel(field, practice, t) ?? typed };
  },
});

/** Stores the text of a meeting template by itself. */
function useBodySaver({ id }: OwnTemplate): SheetProps['onBody'] {
  const saver = useRef<Autosave<{ readonly toJSON: () => unknown }> | null>(null);
  useEffect(() => {
    const made = createAutosave<{ readonly toJSON: () => unknown }>(`template:${id}:body`, (doc) =>
      templateCommands.change(id, () => ({ body: doc.toJSON() as RichTextNode })),
    );
    saver.current = made;
    return () => {
      saver.current = null;
      // A failure is in the save state, and what could not be stored goes on being tried.
      void made.end().catch(noop);
    };
  }, [id]);
  return useCallback((doc) => saver.current?.change(doc), []);
}

interface OwnTemplateScreenProps {
  readonly template: OwnTemplate;
  readonly practice: Practice;
  readonly Sheet: Sheet;
}

/** An own template, in which everything can be changed. What is typed stores itself. */
export function OwnTemplateScreen({ template, practice, Sheet }: OwnTemplateScreenProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const actions = useTemplateActions(practice);
  const onBody = useBodySaver(template);
  const [target, setTarget] = useState<FieldTarget | null>(null);
  const [anchor, setAnchor] = useState<FieldMenuAnchor | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const texts = useMemo(() => ({ practice, onTarget: setTarget, onAsk: setAnchor }), [practice]);
  const insert = (): void => {
    if (target) setAnchor(button.current);
  };
  useCommands([
    {
      id: 'templates.insert',
      title: t('templates.insert'),
      group: t('templates.group'),
      keys: INSERT_KEYS,
      writes: true,
      run: insert,
    },
  ]);
  const name = template.name === '' ? t('templates.untitled') : template.name;
  return (
    <FieldTextsContext value={texts}>
      <ScreenHeader
        title={name}
        meta={t(`templates.${template.of === 'meeting' ? 'meetings' : 'requirements'}`)}
      >
        <Button onClick={() => void navigate(routes.templates)}>{t('common.back')}</Button>
        <Writes>
          <Button ref={button} disabled={target === null || readOnly} onClick={insert}>
            {t('templates.insert')} <KeyHint keys={INSERT_KEYS} />
          </Button>
          <Button onClick={() => actions.copyOwn(template)}>{t('templates.copy')}</Button>
        </Writes>
        <HistoryButton table="templates" id={template.id} name={name} />
        <Writes>
          <Button
            onClick={() => {
              actions.remove(template);
              void navigate(routes.templates);
            }}
          >
            {t('common.remove')}
          </Button>
        </Writes>
      </ScreenHeader>
      <Box
        sx={{
          px: 6,
          pb: 8,
          display: 'grid',
          gap: 6,
          alignItems: 'start',
          gridTemplateColumns: { xs: '1fr', md: 'minmax(240px, 300px) minmax(0, 1fr)' },
        }}
      >
        <Writes>
          <TemplateFacts template={template} />
        </Writes>
        {template.of === 'meeting' ? (
          <Sheet
            body={template.body}
            editable={!readOnly}
            {...sheetWords(practice, t)}
            onAsk={setAnchor}
            onBody={onBody}
            onTarget={setTarget}
          />
        ) : (
          <Writes>
            <TemplateSections
              id={template.id}
              sections={template.sections}
              inboxSectionId={template.inboxSectionId}
            />
          </Writes>
        )}
      </Box>
      {anchor !== null && (
        <FieldMenu
          of={template.of}
          practice={practice}
          anchor={anchor}
          onChoose={(field) => {
            setAnchor(null);
            // The menu holds the focus until it is gone.
            requestAnimationFrame(() => target?.insert(field));
          }}
          onClose={() => {
            setAnchor(null);
            requestAnimationFrame(() => target?.focus());
          }}
        />
      )}
    </FieldTextsContext>
  );
}

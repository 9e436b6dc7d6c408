import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { undo } from '#renderer/entities/history/index.ts';
import { registerViewCommands } from '#renderer/entities/register-view/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import { notify } from '#renderer/ui/notices.ts';
import { useReadOnly } from '#renderer/ui/read-only/index.ts';
import { watched } from '#renderer/ui/watched.ts';
import type { RegisterView } from '#shared/domain/register-view.ts';
import { setViewId, showBuiltIn, showKept, useRegisterView } from '../model/view.ts';
import { useStages } from '#renderer/entities/practice/index.ts';
import { BUILT_IN_VIEWS, builtInLook, sameLook } from '../model/views.ts';
import { ViewNameDialog } from './ViewNameDialog.tsx';

interface ViewMenuProps {
  /** The views that were kept. */
  readonly kept: readonly RegisterView[];
}

type Naming = { readonly of: 'new' } | { readonly of: RegisterView };

/** What the user sees: the view that is looked through, and whether something was changed since. */
function useCurrentView(kept: readonly RegisterView[]) {
  const { t } = useTranslation();
  const { look, viewId } = useRegisterView();
  const { meaning } = useStages();
  const view = kept.find(({ id }) => id === viewId);
  const builtIn = view ? undefined : (BUILT_IN_VIEWS.find((id) => id === viewId) ?? 'all');
  const original = view ?? builtInLook(builtIn ?? 'all', look, meaning);
  return {
    look,
    meaning,
    view,
    builtIn,
    name: view?.name ?? t(`register.builtIn.${builtIn ?? 'all'}`),
    changed: !sameLook(look, original),
  };
}

/** Chooses among the views of the register, keeps the present look as one, and tends those that were kept. */
export function ViewMenu({ kept }: ViewMenuProps): ReactElement {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState<Naming | null>(null);
  const { look, meaning, view, builtIn, name, changed } = useCurrentView(kept);
  useCommands([
    {
      id: 'clients.views',
      title: t('register.view.choose'),
      group: t('clients.title'),
      keys: 'v',
      run: () => setOpen(true),
    },
  ]);
  const then = (run: () => void) => () => {
    setOpen(false);
    run();
  };
  const remove = async (gone: RegisterView): Promise<void> => {
    const action = await registerViewCommands.remove(gone.id);
    showBuiltIn('all');
    if (action !== null)
      notify({
        text: t('register.view.removed', { name: gone.name }),
        action: { label: t('undo.undo'), run: () => undo(t, action) },
      });
  };
  const named = async (chosen: string): Promise<void> => {
    if (naming === null) return;
    if (naming.of === 'new') setViewId(await registerViewCommands.keep(chosen, look));
    else await registerViewCommands.change(naming.of.id, { name: chosen });
    setNaming(null);
  };
  return (
    <>
      <Button
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        title={t('register.view.choose')}
      >
        {changed ? t('register.view.changed', { name }) : name}
        <KeyHint keys="v" />
      </Button>
      <Menu
        open={open}
        onClose={() => setOpen(false)}
        anchorEl={() => button.current}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('register.view.choose') } }}
      >
        {BUILT_IN_VIEWS.map((id) => (
          <MenuItem key={id} selected={id === builtIn} onClick={then(() => showBuiltIn(id, meaning))}>
            {t(`register.builtIn.${id}`)}
          </MenuItem>
        ))}
        {kept.length > 0 && <Divider component="li" />}
        {kept.map((one) => (
          <MenuItem key={one.id} selected={one.id === view?.id} onClick={then(() => showKept(one))}>
            {one.name}
          </MenuItem>
        ))}
        {!readOnly && <Divider component="li" />}
        {!readOnly && view && changed && (
          <MenuItem onClick={then(() => watched(registerViewCommands.change(view.id, look), t))}>
            {t('register.view.keepChanges', { name: view.name })}
          </MenuItem>
        )}
        {!readOnly && (
          <MenuItem onClick={then(() => setNaming({ of: 'new' }))}>{t('register.view.keep')}</MenuItem>
        )}
        {!readOnly && view && (
          <MenuItem onClick={then(() => setNaming({ of: view }))}>
            {t('register.view.rename', { name: view.name })}
          </MenuItem>
        )}
        {!readOnly && view && (
          <MenuItem onClick={then(() => watched(remove(view), t))}>
            {t('register.view.remove', { name: view.name })}
          </MenuItem>
        )}
      </Menu>
      {naming !== null && (
        <ViewNameDialog
          name={naming.of === 'new' ? '' : naming.of.name}
          onName={named}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}

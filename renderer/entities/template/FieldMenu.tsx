import ListSubheader from '@mui/material/ListSubheader';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Practice } from '#shared/domain/practice.ts';
import type { OwnTemplateBody } from '#shared/domain/template.ts';
import { offeredFields, type OfferedField } from '#shared/templates/merge-fields.ts';

/** Where a field is put. */
export interface FieldTarget {
  /** Puts a field where the cursor is, and goes on there. */
  readonly insert: (field: OfferedField) => void;
  readonly focus: () => void;
}

/** Where the menu opens: under an element, or at a place of the window. */
export type FieldMenuAnchor = HTMLElement | { readonly left: number; readonly top: number };

interface FieldMenuProps {
  readonly of: OwnTemplateBody['of'];
  readonly practice: Practice;
  readonly anchor: FieldMenuAnchor;
  readonly onChoose: (field: OfferedField) => void;
  readonly onClose: () => void;
}

/** The fields that can be put into a template. The first letters of a name lead to it. */
export function FieldMenu({ of, practice, anchor, onChoose, onClose }: FieldMenuProps): ReactElement {
  const { t } = useTranslation();
  const place =
    anchor instanceof HTMLElement
      ? { anchorEl: anchor }
      : { anchorReference: 'anchorPosition' as const, anchorPosition: anchor };
  return (
    <Menu
      open
      {...place}
      onClose={onClose}
      // Who chose goes on where the field was put.
      disableRestoreFocus
      slotProps={{ list: { 'aria-label': t('templates.fields'), dense: true } }}
    >
      {offeredFields(of, practice, t).flatMap(({ group, fields }) => [
        <ListSubheader key={group} role="presentation" disableSticky>
          {t(`templates.fieldGroup.${group}`)}
        </ListSubheader>,
        ...fields.map((field) => (
          <MenuItem key={field.name} onClick={() => onChoose(field)}>
            {field.label}
          </MenuItem>
        )),
      ])}
    </Menu>
  );
}

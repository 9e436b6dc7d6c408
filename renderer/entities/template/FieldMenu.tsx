import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import ListSubheader from '@mui/material/ListSubheader';
import Popover from '@mui/material/Popover';
import type { PopperProps } from '@mui/material/Popper';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Practice } from '#shared/domain/practice.ts';
import type { OwnTemplateBody } from '#shared/domain/template.ts';
import { fold } from '#shared/lib/fold.ts';
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

const ListBeneath = ({ children }: PopperProps): ReactElement => (
  <Box>{typeof children === 'function' ? null : children}</Box>
);

/** Has room for the longest name of a field. */
const WIDTH = 320;

/** The fields that can be put into a template; what is typed leaves those whose names have it in them. */
export function FieldMenu({ of, practice, anchor, onChoose, onClose }: FieldMenuProps): ReactElement {
  const { t } = useTranslation();
  const place =
    anchor instanceof HTMLElement
      ? { anchorEl: anchor, anchorOrigin: { vertical: 'bottom', horizontal: 'left' } as const }
      : { anchorReference: 'anchorPosition' as const, anchorPosition: anchor };
  const fields = offeredFields(of, practice, t).flatMap((one) =>
    one.fields.map((field) => ({ ...field, group: t(`templates.fieldGroup.${one.group}`) })),
  );
  return (
    <Popover
      open
      {...place}
      onClose={onClose}
      // Who chose goes on where the field was put.
      disableRestoreFocus
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-label': t('templates.fields'),
          sx: { width: WIDTH, p: 2 },
        },
      }}
    >
      <Autocomplete
        open
        autoHighlight
        disablePortal
        forcePopupIcon={false}
        size="small"
        options={fields}
        groupBy={({ group }) => group}
        // The headings stand in the one list of the fields: a list in a list is none to a screen reader.
        renderGroup={({ key, group, children }) => [
          <ListSubheader key={key} role="presentation" disableSticky>
            {group}
          </ListSubheader>,
          children,
        ]}
        getOptionLabel={({ label }) => label}
        getOptionKey={({ name }) => name}
        isOptionEqualToValue={(one, other) => one.name === other.name}
        filterOptions={(all, { inputValue }) => {
          const wanted = fold(inputValue.trim());
          return all.filter(({ label }) => fold(label).includes(wanted));
        }}
        noOptionsText={t('templates.noField')}
        value={null}
        onChange={(_, field) => field && onChoose(field)}
        onClose={(_, reason) => reason === 'escape' && onClose()}
        renderInput={(params) => <TextField {...params} autoFocus label={t('templates.findField')} />}
        // The list stands in the menu, and makes it as high as it is.
        slots={{ popper: ListBeneath }}
        slotProps={{ paper: { elevation: 0, sx: { border: 0, boxShadow: 'none', m: 0 } } }}
      />
    </Popover>
  );
}

import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE_KINDS, type PracticeKind } from '#shared/domain/practice.ts';
import type { OwnTemplate } from '#shared/domain/template.ts';
import { LANGUAGES, type Language } from '#shared/domain/values.ts';
import { templateCommands } from '#renderer/entities/template/index.ts';
import { useAutosavedText } from '#renderer/lib/autosaved-text.ts';
import { watched } from '#renderer/ui/watched.ts';
import { FieldText } from './FieldText.tsx';

const ALL = 'all';

/** The points of an agenda out of a text that has one a line. */
const pointsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((point) => point.trim().slice(0, 500))
    .filter((point) => point !== '');

/** What a template is called, for whom it is, and the agenda of a meeting. */
export function TemplateFacts({ template }: { readonly template: OwnTemplate }): ReactElement {
  const { t } = useTranslation();
  const { id } = template;
  const [name, type] = useAutosavedText(`template:${id}:name`, template.name, (typed) =>
    templateCommands.change(id, () => ({ name: typed })),
  );
  const [kind = ALL] = template.kinds;
  return (
    <Box sx={{ display: 'grid', gap: 4, alignContent: 'start' }}>
      <TextField
        label={t('templates.name')}
        value={name}
        onChange={(event) => type(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 500 } }}
      />
      <TextField
        select
        label={t('templates.kind')}
        value={kind}
        onChange={({ target: { value } }) =>
          watched(
            templateCommands.change(id, () => ({ kinds: value === ALL ? [] : [value as PracticeKind] })),
            t,
          )
        }
      >
        {([ALL, ...PRACTICE_KINDS] as const).map((one) => (
          <MenuItem key={one} value={one}>
            {one === ALL ? t('templates.allKinds') : t(`domain.practiceKind.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={t('templates.language')}
        helperText={t('templates.languageHint')}
        value={template.language}
        onChange={({ target: { value } }) =>
          watched(
            templateCommands.change(id, () => ({ language: value as Language })),
            t,
          )
        }
      >
        {LANGUAGES.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`domain.language.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {template.of === 'meeting' && (
        <>
          <FormControlLabel
            control={
              <Checkbox
                checked={template.startsMeetings}
                onChange={(event) =>
                  watched(templateCommands.startMeetingsFrom(event.target.checked ? id : null), t)
                }
              />
            }
            label={t('templates.starts')}
          />
          <FieldText
            name={`template:${id}:agenda`}
            label={t('templates.agenda')}
            helperText={t('templates.agendaHint')}
            stored={template.agenda.join('\n')}
            long
            minRows={6}
            maxLength={50_000}
            onSave={(text) => templateCommands.change(id, () => ({ agenda: pointsIn(text) }))}
          />
        </>
      )}
    </Box>
  );
}

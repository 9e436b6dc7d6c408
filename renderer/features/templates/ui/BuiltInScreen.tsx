import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Practice } from '#shared/domain/practice.ts';
import { routes } from '#renderer/lib/routes.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { ScreenHeader } from '#renderer/ui/ScreenHeader.tsx';
import type { BuiltIn } from '../model/copies.ts';
import { type Sheet, sheetWords } from './OwnTemplateScreen.tsx';
import { useTemplateActions } from './useTemplateActions.ts';

interface BuiltInScreenProps {
  readonly one: BuiltIn;
  readonly practice: Practice;
  readonly Sheet: Sheet;
}

const noop = (): void => undefined;

/** A template that comes with the app: it can be looked at and copied. */
export function BuiltInScreen({ one, practice, Sheet }: BuiltInScreenProps): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { copyBuiltIn } = useTemplateActions(practice);
  return (
    <>
      <ScreenHeader title={one.template.name} meta={t('templates.builtIn')}>
        <Button onClick={() => void navigate(routes.templates)}>{t('common.back')}</Button>
        <Writes>
          <Button variant="contained" color="primary" onClick={() => copyBuiltIn(one)}>
            {t('templates.copy')}
          </Button>
        </Writes>
      </ScreenHeader>
      <Box
        lang={practice.language}
        sx={{
          px: 6,
          pb: 8,
          display: 'grid',
          gap: 6,
          alignItems: 'start',
          gridTemplateColumns: { xs: '1fr', md: 'minmax(240px, 300px) minmax(0, 1fr)' },
        }}
      >
        {one.of === 'meeting' ? (
          <>
            <Box component="section" aria-label={t('templates.agenda')}>
              <Typography variant="h2">{t('templates.agenda')}</Typography>
              <Box component="ol" sx={{ pl: 5, m: 0 }}>
                {one.template.agenda.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </Box>
            </Box>
            <Sheet
              body={one.template.body}
              editable={false}
              {...sheetWords(practice, t)}
              onAsk={noop}
              onBody={noop}
              onTarget={noop}
            />
          </>
        ) : (
          <Box
            component="dl"
            aria-label={t('templates.sections')}
            sx={{ m: 0, display: 'grid', gap: 3, gridColumn: '1 / -1', maxWidth: '66ch' }}
          >
            {one.template.sections.map(({ id, title, hint }) => (
              <div key={id}>
                <Typography component="dt" variant="h2">
                  {title}
                </Typography>
                <Typography component="dd" sx={{ m: 0, color: 'quiet' }}>
                  {hint}
                </Typography>
              </div>
            ))}
          </Box>
        )}
      </Box>
    </>
  );
}

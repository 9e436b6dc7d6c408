import Link from '@mui/material/Link';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { formatDay } from '#shared/i18n/format.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { routes } from '#renderer/lib/routes.ts';
import type { ShownSource } from '../model/sources.ts';

/** «Meeting of 22. 11. 2026»: opens the note at the line the requirement came from. */
export function SourceLink({ source }: { readonly source: ShownSource }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const language = useLanguage();
  return (
    <Link
      component="button"
      type="button"
      variant="body2"
      onClick={() => void navigate(routes.meeting(source.noteId, source.lineId))}
    >
      {t('requirements.meetingOf', { day: formatDay(source.day, language) })}
    </Link>
  );
}

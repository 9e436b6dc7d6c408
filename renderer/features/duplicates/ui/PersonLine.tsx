import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { isParty, type Person } from '#renderer/operations/duplicates/find.ts';
import { routes } from '#renderer/lib/routes.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import type { FileId } from '#shared/domain/ids.ts';
import type { Pair } from '#shared/duplicates/duplicate-index.ts';
import { placeWords } from '../model/place-words.ts';
import { PairFrame } from './PairFrame.tsx';

interface PersonLineProps {
  readonly pair: Pair<Person>;
  readonly clientNames: ReadonlyMap<FileId, string>;
  /** They are one person, or two. The button says where the focus was. */
  readonly onAnswer: (same: boolean, from: HTMLElement) => void;
}

function Who({ person, clientNames }: Pick<PersonLineProps, 'clientNames'> & { readonly person: Person }) {
  const { t } = useTranslation();
  const { name, fileId, email, phone } = person;
  const place = isParty(person)
    ? placeWords({ role: person.role, clientName: clientNames.get(fileId) ?? '' }, t)
    : placeWords({ role: null, clientName: name }, t);
  return (
    <Box sx={{ minWidth: 0 }}>
      <Link
        component={RouterLink}
        to={routes.file(fileId, isParty(person) ? 'people' : 'timeline')}
        sx={{ fontWeight: 'fontWeightMedium', overflowWrap: 'anywhere' }}
      >
        {name}
      </Link>
      <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
        {place}
      </Typography>
      <Typography variant="body2" sx={{ color: 'quiet', overflowWrap: 'anywhere' }}>
        {[email, phone].filter((fact) => fact !== '').join(' · ')}
      </Typography>
    </Box>
  );
}

/** Two who look like one person: where they stand, why, and the answer. */
export function PersonLine({ pair, clientNames, onAnswer }: PersonLineProps): ReactElement {
  const { t } = useTranslation();
  const names = { one: pair.one.name, other: pair.other.name };
  return (
    <PairFrame
      pair={pair}
      one={<Who person={pair.one} clientNames={clientNames} />}
      other={<Who person={pair.other} clientNames={clientNames} />}
    >
      <Writes>
        <Button
          aria-label={t('duplicates.people.sameOf', names)}
          onClick={({ currentTarget }) => onAnswer(true, currentTarget)}
        >
          {t('duplicates.people.same')}
        </Button>
        <Button
          aria-label={t('duplicates.people.otherOf', names)}
          onClick={({ currentTarget }) => onAnswer(false, currentTarget)}
        >
          {t('duplicates.people.other')}
        </Button>
      </Writes>
    </PairFrame>
  );
}

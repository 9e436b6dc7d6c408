import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { serviceCommands, useServices } from '#renderer/entities/service/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { Writes } from '#renderer/ui/read-only/index.ts';
import { Section } from '#renderer/ui/Section.tsx';
import { watched } from '#renderer/ui/watched.ts';
import { CURRENCY_OF } from '#shared/domain/money.ts';
import type { Service } from '#shared/domain/service.ts';
import { formatMoney } from '#shared/i18n/format.ts';
import { ServiceDialog } from './ServiceDialog.tsx';

interface CatalogueProps {
  readonly services: readonly Service[];
  readonly onEdit: (service: Service) => void;
}

function Catalogue({ services, onEdit }: CatalogueProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Table aria-label={t('services.title')}>
      <TableHead>
        <TableRow>
          <TableCell>{t('services.name')}</TableCell>
          <TableCell>{t('engagements.field.feeModel')}</TableCell>
          <TableCell>{t('engagements.field.unit')}</TableCell>
          <TableCell align="right">{t('services.price')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {services.map((service) => (
          <TableRow key={service.id} hover>
            <TableCell>
              <Link
                component="button"
                type="button"
                underline="hover"
                onClick={() => onEdit(service)}
                sx={{ typography: 'body2', textAlign: 'left' }}
              >
                {service.name}
              </Link>
            </TableCell>
            <TableCell>{t(`domain.feeModel.${service.feeModel}`)}</TableCell>
            <TableCell>{service.unit}</TableCell>
            <TableCell align="right" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {service.price === null ? '' : formatMoney(service.price, service.currency, language)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** What the practice offers: names, units and prices that engagements take over. */
export function ServicesSection(): ReactElement | null {
  const { t } = useTranslation();
  const practice = usePractice();
  const services = useServices();
  const [editing, setEditing] = useState<Service | 'new' | null>(null);
  if (!practice || !services) return null;
  return (
    <Section title={t('services.title')} text={t('services.text')}>
      {services.length > 0 && <Catalogue services={services} onEdit={setEditing} />}
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Writes>
          <Button onClick={() => setEditing('new')}>{t('services.add')}</Button>
          {services.length === 0 && (
            <Button onClick={() => watched(serviceCommands.addUsual(practice.kind, practice.language), t)}>
              {t('services.addUsual')}
            </Button>
          )}
        </Writes>
      </Box>
      {editing !== null && (
        <ServiceDialog
          service={editing === 'new' ? null : editing}
          currency={services.at(-1)?.currency ?? CURRENCY_OF[practice.language]}
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}

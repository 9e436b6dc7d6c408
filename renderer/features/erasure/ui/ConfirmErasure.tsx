import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Naming } from '../model/certificate.ts';
import { ErasureForm } from './ErasureForm.tsx';

interface ConfirmErasureProps {
  readonly name: string;
  readonly onErase: (naming: Naming) => Promise<void>;
  readonly onClose: () => void;
}

const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** Says what an erasure is, and asks for the client's name. */
export function ConfirmErasure({ name, onErase, onClose }: ConfirmErasureProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ErasureForm
      title={t('erasure.title', { name })}
      name={name}
      label={t('erasure.type', { name })}
      isRight={(typed) => plain(typed) === plain(name)}
      wrongText={t('erasure.wrong')}
      input={{ autoComplete: 'off', spellCheck: false }}
      onErase={onErase}
      onClose={onClose}
    >
      <Typography>{t('erasure.what')}</Typography>
      <Typography sx={{ fontWeight: 'fontWeightBold' }}>{t('erasure.noWayBack')}</Typography>
      <Typography>{t('erasure.outside')}</Typography>
    </ErasureForm>
  );
}

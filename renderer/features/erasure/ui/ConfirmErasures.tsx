import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Naming } from '../model/certificate.ts';
import { ErasureForm } from './ErasureForm.tsx';

interface ConfirmErasuresProps {
  /** Whose files are to be erased. */
  readonly names: readonly string[];
  /** How many were erased before something failed. */
  readonly erased: number;
  readonly onErase: (naming: Naming) => Promise<void>;
  readonly onClose: () => void;
}

/** Says whose files are erased, and asks for their number. */
export function ConfirmErasures({ names, erased, onErase, onClose }: ConfirmErasuresProps): ReactElement {
  const { t } = useTranslation();
  const count = names.length;
  return (
    <ErasureForm
      title={t('erasure.many.title', { count })}
      name={names[0] ?? ''}
      label={t('erasure.many.type', { count })}
      isRight={(typed) => typed.trim() === String(count)}
      wrongText={t('erasure.many.wrong')}
      input={{ inputMode: 'numeric', autoComplete: 'off' }}
      onErase={onErase}
      onClose={onClose}
    >
      {erased > 0 && <Typography role="status">{t('erasure.many.erased', { count: erased })}</Typography>}
      <Box
        component="ul"
        tabIndex={0}
        aria-label={t('erasure.many.whose')}
        sx={{ m: 0, pl: 5, maxHeight: 160, overflow: 'auto' }}
      >
        {names.map((name, index) => (
          // Two clients may have one name.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>{name}</li>
        ))}
      </Box>
      <Typography>{t('erasure.what')}</Typography>
      <Typography sx={{ fontWeight: 'fontWeightBold' }}>{t('erasure.noWayBack')}</Typography>
      <Typography>{t('erasure.many.backup')}</Typography>
    </ErasureForm>
  );
}

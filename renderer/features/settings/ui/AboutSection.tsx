import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platform } from '#renderer/platform/index.ts';
import type { ResponseOf } from '#shared/ipc/contract.ts';
import { Section } from '#renderer/ui/Section.tsx';

type Info = ResponseOf<'app.info'>;

function Fact({ name, text }: { readonly name: string; readonly text: string }): ReactElement {
  return (
    <Box>
      <Typography component="dt" variant="body2" sx={{ color: 'quiet' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere', userSelect: 'text' }}>
        {text}
      </Typography>
    </Box>
  );
}

/** Which version this is and where the data lies. */
export function AboutSection(): ReactElement {
  const { t } = useTranslation();
  const [info, setInfo] = useState<Info | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const answer = await platform().app.info();
      if (current && answer.ok) setInfo(answer.value);
    };
    void read();
    return () => {
      current = false;
    };
  }, []);
  return (
    <Section title={t('settings.about.title')} text={t('settings.about.text')}>
      {info && (
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 3 }}>
          <Fact name={t('settings.about.version')} text={info.version} />
          <Fact name={t('settings.about.folder')} text={info.dataFolder} />
          <Fact name={t('settings.about.runtime')} text={t(`settings.runtime.${info.runtime}`)} />
        </Box>
      )}
    </Section>
  );
}

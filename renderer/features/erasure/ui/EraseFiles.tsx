import { type ReactElement, useState } from 'react';
import type { Client } from '#shared/domain/client.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { eraseFile } from '#renderer/db/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import { useLanguage } from '#renderer/lib/language.ts';
import { backUpBefore } from '#renderer/operations/backups.ts';
import type { Certified, Naming } from '../model/certificate.ts';
import { CertificateDialog } from './CertificateDialog.tsx';
import { ConfirmErasures } from './ConfirmErasures.tsx';

/** Erases several client files for good: one question, a backup, then one certificate with a page for each. */
export function EraseFiles({
  clients,
  onClose,
}: {
  readonly clients: readonly Client[];
  /** The user thought better of it, or the certificate was closed. */
  readonly onClose: () => void;
}): ReactElement {
  const practice = usePractice();
  const language = useLanguage();
  // What the certificate says is gone from the vault by then.
  const [files] = useState(clients);
  const [erased, setErased] = useState<readonly Certified[]>([]);
  const [done, setDone] = useState(false);
  const left = files.filter(({ fileId }) => erased.every((one) => one.fileId !== fileId));
  const erase = async (naming: Naming): Promise<void> => {
    await backUpBefore('beforeDelete');
    for (const { fileId, name } of left) {
      const erasure = await eraseFile(fileId);
      const certified = { erasure, fileId, name, naming, at: systemClock.now(), practice };
      setErased((before) => [...before, certified]);
    }
    setDone(true);
  };
  if (!done || erased.length === 0)
    return (
      <ConfirmErasures
        names={left.map(({ name }) => name)}
        erased={erased.length}
        onErase={erase}
        onClose={() => (erased.length === 0 ? onClose() : setDone(true))}
      />
    );
  return <CertificateDialog certified={erased} language={language} onClose={onClose} />;
}

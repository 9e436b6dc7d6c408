import { type ReactElement, useState } from 'react';
import type { Client } from '#shared/domain/client.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { eraseFile } from '#renderer/db/index.ts';
import { usePractice } from '#renderer/entities/practice/index.ts';
import type { Certified, Naming } from '../model/certificate.ts';
import { CertificateDialog } from './CertificateDialog.tsx';
import { ConfirmErasure } from './ConfirmErasure.tsx';

/** Erases a client file for good: a serious question, then the certificate. */
export function EraseFile({
  client,
  onClose,
  onErased,
}: {
  readonly client: Client;
  /** The user thought better of it. */
  readonly onClose: () => void;
  /** The file is gone and the certificate was closed. */
  readonly onErased: () => void;
}): ReactElement {
  const practice = usePractice();
  // What the certificate says is gone from the vault by then.
  const [{ fileId, name, language }] = useState(client);
  const [certified, setCertified] = useState<Certified | null>(null);
  const erase = async (naming: Naming): Promise<void> => {
    const erasure = await eraseFile(fileId);
    setCertified({ erasure, fileId, name, naming, at: systemClock.now(), practice });
  };
  if (certified === null) return <ConfirmErasure name={name} onErase={erase} onClose={onClose} />;
  return <CertificateDialog certified={[certified]} language={language} onClose={onErased} />;
}

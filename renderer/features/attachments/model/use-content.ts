import { useEffect, useState } from 'react';
import { readAttachment } from '#renderer/operations/attachments.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import { MOST_READ_BYTES } from '#shared/ipc/contract/attachments.ts';
import { previewWay } from './preview-way.ts';

/** Why a document is not shown. */
export type Refusal = 'notShown' | 'tooLarge' | 'empty' | 'malformed';

/** The bytes of a document for its preview, or why there are none. */
type Content =
  | { readonly state: 'loading' }
  | { readonly state: 'there'; readonly bytes: Uint8Array }
  | { readonly state: 'refused'; readonly why: Refusal }
  | { readonly state: 'failed'; readonly failure: unknown };

function refusalOf({ mediaType, size }: Attachment): Refusal | null {
  if (size === 0) return 'empty';
  if (previewWay(mediaType) === null) return 'notShown';
  return size > MOST_READ_BYTES ? 'tooLarge' : null;
}

/** Reads a document to show it. What was read is held by the screen alone, and goes with it. Mount it anew for another. */
export function useContent(attachment: Attachment): Content {
  const why = refusalOf(attachment);
  const [content, setContent] = useState<Content>(() =>
    why === null ? { state: 'loading' } : { state: 'refused', why },
  );
  const [read] = useState(attachment);
  useEffect(() => {
    if (refusalOf(read) !== null) return undefined;
    let wanted = true;
    readAttachment(read).then(
      (bytes) => wanted && setContent({ state: 'there', bytes }),
      (failure: unknown) => wanted && setContent({ state: 'failed', failure }),
    );
    return () => {
      wanted = false;
    };
  }, [read]);
  return content;
}

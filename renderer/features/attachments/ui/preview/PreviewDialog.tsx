import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { type ReactElement, type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '#renderer/lib/language.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import { FailureMessage } from '#renderer/ui/FailureMessage.tsx';
import { KeyHint } from '#renderer/ui/KeyHint.tsx';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import { formatSize } from '#shared/i18n/format.ts';
import { mediaKindOf } from '#shared/lib/media-type.ts';
import { previewWay } from '../../model/preview-way.ts';
import { type Refusal, useContent } from '../../model/use-content.ts';
import { PdfView } from './PdfView.tsx';
import { PictureView } from './PictureView.tsx';
import { ReadView } from './ReadView.tsx';
import { Refused } from './Refused.tsx';

interface ShownProps {
  readonly attachment: Attachment;
  readonly onSave: () => void;
}

/** One document, as it is shown. Mounted anew for each. */
function Shown({ attachment, onSave }: ShownProps): ReactElement {
  const { t } = useTranslation();
  const content = useContent(attachment);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const refuse = useCallback((why: Refusal) => setRefused(why), []);
  if (refused !== null || content.state === 'refused') {
    const why = content.state === 'refused' ? content.why : refused;
    return <Refused why={why ?? 'malformed'} onSave={onSave} />;
  }
  if (content.state === 'failed')
    return (
      <Box sx={{ p: 5, display: 'grid', gap: 4, justifyItems: 'start' }}>
        <FailureMessage failure={content.failure} />
        <Button onClick={onSave}>{t('attachments.saveAs')}</Button>
      </Box>
    );
  if (content.state === 'loading') return <LinearProgress aria-label={t('common.loading')} />;
  const { bytes } = content;
  const way = previewWay(attachment.mediaType);
  if (way === 'pdf') return <PdfView name={attachment.name} bytes={bytes} onRefuse={refuse} />;
  return way === 'picture' ? (
    <PictureView attachment={attachment} bytes={bytes} onRefuse={refuse} />
  ) : (
    <ReadView attachment={attachment} bytes={bytes} onRefuse={refuse} />
  );
}

/** Whether nothing within the dialog has the focus: it has just opened, or what had it is gone. */
function isFocusFree(): boolean {
  const active = document.activeElement;
  return !active?.closest('[role=dialog]') || active.matches('[role=dialog]');
}

/** Where a document is shown: it takes a free focus as soon as it is there, so that the arrows scroll it. */
function Stage({ children }: { readonly children: ReactNode }): ReactElement {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const take = (): void => {
      if (isFocusFree()) element.querySelector<HTMLElement>('section[tabindex]')?.focus();
    };
    const observer = new MutationObserver(take);
    observer.observe(element, { childList: true, subtree: true });
    take();
    return () => observer.disconnect();
  }, []);
  return (
    <Box ref={ref} sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
      {children}
    </Box>
  );
}

interface PreviewDialogProps {
  /** In the order of the list. */
  readonly documents: readonly Attachment[];
  readonly shown: RecordId;
  readonly onShow: (id: RecordId) => void;
  readonly onSave: (attachment: Attachment) => void;
  readonly onClose: () => void;
}

/** Shows the documents of a client file one after another, over their list. */
export function PreviewDialog(props: PreviewDialogProps): ReactElement | null {
  const { documents, shown, onShow, onSave, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const id = useId();
  const at = documents.findIndex((one) => one.id === shown);
  const attachment = documents[at];
  const move = (step: 1 | -1): void => {
    const next = documents[at + step];
    if (next) onShow(next.id);
  };
  const group = t('attachments.preview.group');
  const [next, previous] = [t('attachments.preview.next'), t('attachments.preview.previous')];
  const moving = { group, inDialog: true, keysOnly: true } as const;
  useCommands([
    { id: 'preview.next', title: next, keys: 'j', ...moving, run: () => move(1) },
    { id: 'preview.nextArrow', title: next, keys: 'arrowright', ...moving, run: () => move(1) },
    { id: 'preview.previous', title: previous, keys: 'k', ...moving, run: () => move(-1) },
    { id: 'preview.previousArrow', title: previous, keys: 'arrowleft', ...moving, run: () => move(-1) },
    {
      id: 'preview.save',
      title: t('attachments.saveAs'),
      keys: 'mod+s',
      group,
      inDialog: true,
      run: () => attachment && onSave(attachment),
    },
  ]);
  if (!attachment) return null;
  const save = (): void => onSave(attachment);
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={id}
      disableRestoreFocus
      maxWidth={false}
      fullWidth
      slotProps={{ paper: { sx: { height: '100%', m: 4, maxHeight: 'calc(100% - 32px)' } } }}
    >
      <Box
        sx={{
          display: 'flex',
          gap: 3,
          alignItems: 'center',
          px: 5,
          py: 3,
          borderBottom: 1,
          borderColor: 'line',
        }}
      >
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} variant="h2" noWrap title={attachment.name}>
            <bdi>{attachment.name}</bdi>
          </Typography>
          <Typography variant="body2" sx={{ color: 'quiet' }}>
            {[
              t('attachments.preview.position', { at: at + 1, count: documents.length }),
              t(`attachments.kind.${mediaKindOf(attachment.mediaType)}`),
              formatSize(attachment.size, language),
            ].join(' · ')}
          </Typography>
        </Box>
        <Button disabled={at === 0} onClick={() => move(-1)}>
          {previous}
          <KeyHint keys="k" />
        </Button>
        <Button disabled={at === documents.length - 1} onClick={() => move(1)}>
          {next}
          <KeyHint keys="j" />
        </Button>
        <Button onClick={save}>
          {t('attachments.saveAs')}
          <KeyHint keys="mod+s" />
        </Button>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </Box>
      <Stage>
        <Shown key={attachment.id} attachment={attachment} onSave={save} />
      </Stage>
    </Dialog>
  );
}

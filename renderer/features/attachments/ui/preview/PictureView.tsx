import Box from '@mui/material/Box';
import { type ReactElement, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useZoom, ZoomButtons } from '#renderer/entities/paper/index.ts';
import { useCommands } from '#renderer/ui/commands/index.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import { type Picture, pictureOf, PIXELS_PER_POINT } from '../../model/picture.ts';
import type { Refusal } from '../../model/use-content.ts';
import { Desk, DeskBar } from './Desk.tsx';

interface PictureViewProps {
  readonly attachment: Attachment;
  readonly bytes: Uint8Array;
  readonly onRefuse: (why: Refusal) => void;
}

/** What a desk has room for, CSS pixels. */
function useRoom(): [
  React.RefObject<HTMLDivElement | null>,
  { readonly width: number; readonly height: number },
] {
  const ref = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() =>
      setRoom({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, room];
}

/** A picture, turned as the camera was held, as large as the place allows or as is asked for. */
export function PictureView({ attachment, bytes, onRefuse }: PictureViewProps): ReactElement {
  const { t } = useTranslation();
  const { name, mediaType } = attachment;
  const [desk, room] = useRoom();
  const [picture, setPicture] = useState<Picture | null>(null);
  useEffect(() => {
    let wanted = true;
    const make = async (): Promise<void> => {
      const made = await pictureOf(bytes, mediaType).catch(() => 'malformed' as const);
      if (!wanted) return;
      if (typeof made === 'string') onRefuse(made);
      else setPicture(made);
    };
    void make();
    return () => {
      wanted = false;
    };
  }, [bytes, mediaType, onRefuse]);
  const { width = 1, height = 1 } = picture ?? {};
  const fit = Math.min(1, room.width / width, room.height / height);
  const zoom = useZoom((zoomed) => (zoomed === 'fit' ? fit : zoomed) * PIXELS_PER_POINT);
  const scale = zoom.zoom === 'fit' ? fit : zoom.zoom;
  const group = t('attachments.preview.group');
  useCommands(zoom.commands.map((command) => ({ ...command, group, inDialog: true })));
  return (
    <>
      <DeskBar>
        <ZoomButtons zoom={zoom} fitting={t('attachments.preview.fit')} />
      </DeskBar>
      <Desk ref={desk} label={name} shaded>
        {picture && (
          <Box sx={{ display: 'grid', placeItems: 'center', minWidth: 'max-content', minHeight: '100%' }}>
            <img
              src={picture.url}
              alt={name}
              width={Math.max(1, Math.floor(width * scale))}
              height={Math.max(1, Math.floor(height * scale))}
              style={{ display: 'block' }}
            />
          </Box>
        )}
      </Desk>
    </>
  );
}

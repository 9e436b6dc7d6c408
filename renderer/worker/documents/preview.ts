import type { Encoding } from '#renderer/worker/import/encoding.ts';
import type { CellSheet } from '#renderer/worker/import/workbook.ts';

/** A file that came within an e-mail. */
export interface EnclosedFile {
  /** Empty when the e-mail gives it none. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is shown of a document that is no picture and no PDF. */
export type Preview =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** Null where the format says it itself. */
      readonly encoding: Encoding | null;
      /** Whether only its beginning is here. */
      readonly cut: boolean;
    }
  | {
      readonly kind: 'table';
      readonly rows: readonly (readonly string[])[];
      readonly encoding: Encoding;
      readonly cut: boolean;
    }
  | {
      readonly kind: 'workbook';
      readonly sheets: readonly CellSheet[];
      readonly cut: boolean;
    }
  /** It would take too much room or time. */
  | { readonly kind: 'tooLarge' }
  | {
      readonly kind: 'mail';
      readonly subject: string;
      readonly from: string;
      readonly to: string;
      readonly cc: string;
      /** Milliseconds since the epoch; null when it says none. */
      readonly sentAt: number | null;
      readonly text: string;
      readonly cut: boolean;
      readonly enclosed: readonly EnclosedFile[];
    };

/** What a worker is asked for a preview. */
export interface PreviewRequest {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Where the user knows better than the detection. */
  readonly encoding?: Encoding;
}

/** What it answers; null when the document is malformed. */
export interface PreviewAnswer {
  readonly preview: Preview | null;
}

/** Media types whose preview is made by `previewOf`. */
export const isTable = (mediaType: string): boolean => mediaType === 'text/csv';
const TEXTS = /^text\/|^application\/(xml|json)$/;
export const isPlainText = (mediaType: string): boolean => TEXTS.test(mediaType);

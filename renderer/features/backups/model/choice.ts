import type { RestoreScope } from '#renderer/operations/restore.ts';
import type { FileId } from '#shared/domain/ids.ts';

/** What is to be restored: everything, or the file of one client. */
export type Choice =
  | { readonly what: 'whole' }
  | { readonly what: 'client'; readonly fileId: FileId; readonly name: string };

/** The choice as the vault understands it. */
export const scopeOf = (choice: Choice): RestoreScope =>
  choice.what === 'whole' ? { whole: true } : { fileId: choice.fileId };

export { attachmentCommands } from './attachment-commands.ts';
export { useAttachments, useAttachmentsOf } from './attachment-hooks.ts';
export { attachmentQueries } from './attachment-queries.ts';

export { meetingTemplates, requirementsTemplates } from './built-in.ts';
export { FieldMenu, type FieldMenuAnchor, type FieldTarget } from './FieldMenu.tsx';
export { fillerFor } from './fill-source.ts';
export {
  type Offered,
  offeredMeetings,
  offeredRequirements,
  type StartingRequirements,
  templateCommands,
} from './own-templates.ts';
export { useBuiltInTemplates, useOwnTemplate, useOwnTemplates } from './template-hooks.ts';
export { tellUnknown } from './tell-unknown.ts';

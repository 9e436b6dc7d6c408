export { requirementCommands } from './requirement-commands.ts';
export {
  useOpenRequirements,
  useRequirementsDocument,
  useRequirementsDocumentsOf,
  useRequirementsIn,
  useRequirementsOf,
} from './requirement-hooks.ts';
export { requirementQueries } from './requirement-queries.ts';

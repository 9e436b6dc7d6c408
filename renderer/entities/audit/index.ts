export { exportLog } from './audit-export.ts';
export { auditQueries, useAuditEntries } from './audit-queries.ts';

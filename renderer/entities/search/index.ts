export { foundRecord, type FoundRecord } from './hit-record.ts';
export { checkNames, search, searchReady, startSearch, useSearchState } from './search-service.ts';

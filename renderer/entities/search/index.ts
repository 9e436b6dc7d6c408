export { foundRecord, type FoundRecord } from './hit-record.ts';
export { search, startSearch, useSearchState } from './search-service.ts';

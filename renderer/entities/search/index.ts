export { foundRecord, type FoundRecord } from './hit-record.ts';
export {
  addDocumentText,
  checkNames,
  keepSearch,
  search,
  searchReady,
  startSearch,
  useSearchState,
} from './search-service.ts';

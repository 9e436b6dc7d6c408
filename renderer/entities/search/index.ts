export { foundRecord, type FoundRecord } from './hit-record.ts';
export {
  addDocumentText,
  checkNames,
  keepSearch,
  onSearchReady,
  search,
  searchReady,
  startSearch,
  unreadDocuments,
  useSearchState,
} from './search-service.ts';

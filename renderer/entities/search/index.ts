export { foundRecord, type FoundRecord } from './hit-record.ts';
export {
  addDocumentText,
  checkNames,
  search,
  searchReady,
  startSearch,
  useSearchState,
} from './search-service.ts';

import { useLiveQuery } from 'dexie-react-hooks';
import type { Practice } from '#shared/domain/practice.ts';
import { practiceQueries } from './practice-queries.ts';

/** The practice, kept up to date; undefined while it loads. */
export const usePractice = (): Practice | undefined => useLiveQuery(() => practiceQueries.get());

import type { Letterhead } from '#shared/domain/practice.ts';

/** Most lines the head of a page takes. */
const MOST_LINES = 12;

/** The lines at the head of a page: the name first; empty parts are left out. */
export const letterheadLines = (letterhead: Letterhead): string[] =>
  [
    letterhead.name,
    ...letterhead.address.split('\n'),
    [letterhead.phone, letterhead.email, letterhead.web].filter((part) => part !== '').join(' · '),
    letterhead.registration,
  ]
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);

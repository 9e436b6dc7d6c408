/** Widths of the register's columns, shared by its head and its rows. */
export const COLUMNS = 'minmax(220px, 1.2fr) 104px 136px 128px 112px minmax(160px, 1fr)';

/** Height of the register's head, pixels. */
export const HEAD_HEIGHT = 29;

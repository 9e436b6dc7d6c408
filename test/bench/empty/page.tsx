import Button from '@mui/material/Button';
import { Dexie } from 'dexie';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const database = new Dexie('empty');
database.version(1).stores({ rows: 'id' });

/** The least an app of this make can be: React, one MUI button, one query of an empty Dexie table, and a bare text area. */
function Page() {
  const [rows, setRows] = useState<number | null>(null);
  useEffect(() => {
    if (rows !== null) performance.mark('empty:usable');
  }, [rows]);
  useEffect(() => {
    void database.table('rows').count().then(setRows);
  }, []);
  if (rows === null) return null;
  return (
    <>
      <h1>Empty page</h1>
      <Button>{rows}</Button>
      <textarea aria-label="Text" rows={30} cols={80} />
    </>
  );
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);

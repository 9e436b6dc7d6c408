// Loaded before the check of imports, whose parser (swc) is not told that a file holds JSX: it stops at the first one.
const swc = require('@swc/core');

const parseFileSync = swc.parseFileSync.bind(swc);
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

// Tortures the vault and prints which promises were kept. `npm run torture -- --short`, `--only kill --seed 1 --times 9`,
// `--json FILE`, `--list`.
import { spawn } from 'node:child_process';
import { ensureBuilt, ensureChromium, ensureInstalled } from '../../electron/launch/prepare.mjs';

await ensureInstalled();
ensureChromium();
await ensureBuilt();
const { buildTorture, OUT } = await import('./build.mjs');
await buildTorture();
const child = spawn(process.execPath, [`${OUT}/node/torture.js`, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('close', (code) => process.exit(code ?? 1));

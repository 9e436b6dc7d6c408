import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Figure } from './figures.ts';
import type { SearchFigures } from './search-bench.ts';

const SIZES = ['1000', '10000'];

/** How fast a figure grows with ten times the data: 1 is as fast as the data. */
const exponent = (small: number, large: number): number => Math.log10(large / small);

function figuresAt({ notes, ours, fts, change }: SearchFigures): readonly Figure[] {
  const name = (what: string): string => `search over ${notes.toLocaleString('en')} notes, ${what}`;
  const ratio = (what: string, value: number, goal: number): Figure => ({
    name: name(what),
    value,
    unit: '× SQLite FTS5',
    goal,
  });
  return [
    ...Object.entries(ours.p95).flatMap(([kind, p95]): readonly Figure[] => {
      const peer = fts.p95[kind];
      if (peer !== undefined) return [ratio(`${kind}, p95`, p95 / peer, 0.25)];
      return [{ name: name(`${kind}, p95`), value: p95, unit: 'ms', goal: 10 }];
    }),
    ratio('build', ours.build / fts.build, 0.2),
    ratio('memory', ours.bytes / fts.bytes, 0.25),
    ratio('first answer from the disk, sealed', ours.load / fts.load, 0.35),
    ratio('all of it in memory, from the disk, sealed', ours.whole / fts.whole, 0.35),
    { name: name('changed note until found, p95'), value: change, unit: 'ms', goal: 50 },
  ];
}

/** Measures the search index beside SQLite FTS5 on the same made-up practice, in a process of its own, as it is bundled. */
export async function searchFigures(bundle: string): Promise<readonly Figure[]> {
  const run = await promisify(execFile)(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=6000', bundle, ...SIZES],
    {
      maxBuffer: 1e8,
    },
  );
  const [small, large] = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as SearchFigures[];
  if (!small || !large) throw new Error('The search was not measured');
  for (const { notes, ours, fts } of [small, large]) {
    console.log(
      `  (${String(notes)} notes: build ${ours.build.toFixed(0)} ms, FTS5 ${fts.build.toFixed(0)}; memory ${(ours.bytes / 1e6).toFixed(0)} MB, FTS5 ${(fts.bytes / 1e6).toFixed(0)}; first answer from the disk ${ours.load.toFixed(0)} ms, all of it in memory ${ours.whole.toFixed(0)} ms, FTS5 ${fts.load.toFixed(0)})`,
    );
    for (const [kind, p95] of Object.entries(ours.p95)) {
      console.log(`  (${kind}: p95 ${p95.toFixed(2)} ms, FTS5 ${fts.p95[kind]?.toFixed(2) ?? '–'})`);
    }
  }
  const growth = (name: string, from: number, to: number, goal: number): Figure => ({
    name: `search, growth of ${name} from 1,000 to 10,000 clients`,
    value: exponent(from, to),
    unit: 'exponent',
    goal,
  });
  const slowest = ({ ours }: SearchFigures): number => Math.max(...Object.values(ours.p95));
  return [
    ...figuresAt(large),
    growth('the slowest p95', slowest(small), slowest(large), 0.6),
    growth('memory', small.ours.bytes, large.ours.bytes, 1),
    growth('build', small.ours.build, large.ours.build, 1),
    growth('load', small.ours.load, large.ours.load, 1),
  ];
}

import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FAULT_POINTS, type FaultPoint, onFault } from '#shared/lib/fault.ts';
import type { RealMain } from '#test/fakes/real-main.ts';
import { type Counts, eachOf, promise, type Row } from '../support/row.ts';
import {
  copyWorld,
  forgetStore,
  makeStepWorld,
  openWorld,
  startMain,
  type StepWorld,
} from '../support/step-world.ts';
import {
  after,
  before,
  layFor,
  migrate,
  WORK_NAMES,
  workNamed,
  type WorkName,
} from '../support/step-works.ts';

/** Points of these groups must all be come by. Those of journal, keys and chunks have rows of their own. */
const GROUPS = ['backup.', 'restore.', 'keyring.erased.'];

/** The disk fails once, or from then on, or the process ends. */
const HOWS = ['once', 'kill', 'full'] as const;
type How = (typeof HOWS)[number];

/** One fault in one work. */
interface StepCase {
  readonly work: WorkName;
  readonly point: FaultPoint;
  /** The n-th passing of the point, from 1. */
  readonly count: number;
  readonly how: How;
}

/** How a work goes when nothing fails. */
interface Course {
  readonly passed: readonly FaultPoint[];
  readonly old: string;
  readonly next: string;
}

class Bench {
  readonly #prepared: string;
  readonly #folder: string;
  readonly #world: StepWorld;
  readonly #courses = new Map<WorkName, Course>();

  private constructor(scratch: string, prepared: string, world: StepWorld) {
    this.#prepared = prepared;
    this.#folder = join(scratch, 'case');
    this.#world = world;
  }

  /** Makes the vault, and does every work once without a fault. */
  static async begin(scratch: string): Promise<Bench> {
    const prepared = join(scratch, 'prepared');
    const bench = new Bench(scratch, prepared, await makeStepWorld(prepared));
    for (const name of WORK_NAMES) bench.#courses.set(name, await bench.#course(name));
    return bench;
  }

  /** Every case: each step of each work with a failing disk, each point with a kill, then all the rest. */
  cases(): readonly StepCase[] {
    const parts: [StepCase[], StepCase[], StepCase[]] = [[], [], []];
    const killed = new Set<FaultPoint>();
    for (const how of HOWS) {
      for (const [work, { passed }] of this.#courses) {
        const counts = new Map<FaultPoint, number>();
        for (const point of passed) {
          const count = (counts.get(point) ?? 0) + 1;
          counts.set(point, count);
          const newKill = how === 'kill' && !killed.has(point);
          if (newKill) killed.add(point);
          parts[how === 'once' && count === 1 ? 0 : newKill ? 1 : 2].push({ work, point, count, how });
        }
      }
    }
    return parts.flat();
  }

  /** Points that no work comes by, though it should. */
  missed(): readonly FaultPoint[] {
    const passed = new Set([...this.#courses.values()].flatMap((course) => course.passed));
    return FAULT_POINTS.filter(
      (point) => GROUPS.some((group) => point.startsWith(group)) && !passed.has(point),
    );
  }

  /** Does one work with one fault, and looks what it left. */
  async try({ work, point, count, how }: StepCase, counts: Counts): Promise<void> {
    const what = `${work}, ${how === 'kill' ? 'killed' : `disk fails (${how})`} at ${point}, passing ${String(count)}`;
    const course = this.#courses.get(work);
    if (course === undefined) throw new Error(`No course of ${work}`);
    const main = await this.#lay(work, how !== 'kill');
    const end =
      how === 'kill'
        ? await this.#killed(work, point, count)
        : await this.#struck(main, work, { point, count, how });
    await main.close().catch(() => undefined);
    if (how !== 'once') await forgetStore();
    try {
      const state = await this.#look(work);
      const found = state === course.next ? 'new' : state === course.old ? 'old' : 'neither';
      promise(found !== 'neither', `${what}: neither old nor new, ${end}`);
      promise(end !== 'done' || found === 'new', `${what}: told as done, and it is the old state`);
      counts.add(course.old === course.next ? 'unchanged' : found);
    } catch (error) {
      throw new Error(`${what}, ${end}: ${error instanceof Error ? error.message : String(error)}`, {
        cause: error,
      });
    }
  }

  async #course(work: WorkName): Promise<Course> {
    const main = await this.#lay(work, true);
    const old = await before(work, this.#folder);
    const passed: FaultPoint[] = [];
    onFault((point) => void passed.push(point));
    await workNamed(work).run(main, this.#world);
    onFault(null);
    await main.close();
    return { passed, old, next: await this.#look(work) };
  }

  /** A fresh copy, as the work finds it; open when it is to be done in this process. */
  async #lay(work: WorkName, open: boolean): Promise<RealMain> {
    await forgetStore();
    await copyWorld(this.#prepared, this.#folder);
    await layFor(work, this.#folder, (path) => rm(path, { recursive: true, force: true }));
    const { on, migrates } = workNamed(work);
    migrate(migrates === true);
    const main = await startMain(this.#folder);
    if (open && on === 'openVault') await openWorld(main, this.#folder);
    return main;
  }

  async #struck(
    main: RealMain,
    work: WorkName,
    { point, count, how }: Pick<StepCase, 'point' | 'count' | 'how'>,
  ): Promise<string> {
    let passed = 0;
    onFault((reached) => {
      if (reached === point) passed += 1;
      if (passed < count || (how === 'once' && (passed > count || reached !== point))) return;
      if (how === 'once') passed += 1;
      throw Object.assign(new Error(`Fault at ${reached}`), { code: 'ENOSPC' });
    });
    try {
      await workNamed(work).run(main, this.#world);
      return 'done';
    } catch (error) {
      const failure = (error as { failure?: { code: string } }).failure;
      return `refused: ${failure?.code ?? String(error)}`;
    } finally {
      onFault(null);
      promise(passed >= count, `${work} did not come by ${point}`);
    }
  }

  async #killed(work: WorkName, point: FaultPoint, count: number): Promise<string> {
    const program = join(import.meta.dirname, 'stepper.js');
    const child = spawn(process.execPath, [program, this.#folder, work, point, String(count)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    await new Promise((resolve) => child.on('close', resolve));
    promise(child.signalCode === 'SIGKILL', () => `${work} did not come by ${point}: ${complaint}`);
    return 'killed';
  }

  async #look(work: WorkName): Promise<string> {
    migrate(workNamed(work).migrates === true);
    const main = await startMain(this.#folder);
    try {
      return await after(work, main, this.#folder, this.#world);
    } finally {
      await main.close();
    }
  }
}

/** Whole works on the vault, with a fault at each of their steps. */
export const faultsSteps: Row = {
  id: 'faults.steps',
  promise: 'A fault at any step leaves exactly old or exactly new',
  cases: 'faults in backups, restores, imports, merges, erasures and migrations',
  short: { times: 156, seconds: 58 },
  long: { times: 10_000, seconds: 290 },
  lane: 'compute',
  disk: 'memory',
  async run(order) {
    const bench = await Bench.begin(order.scratch);
    const outcome = await eachOf(order, bench.cases(), (one, counts) => bench.try(one, counts));
    const missed = bench.missed().map((point) => ({ seed: order.seed, what: `No work comes by ${point}` }));
    return { ...outcome, broken: [...outcome.broken, ...missed] };
  },
};

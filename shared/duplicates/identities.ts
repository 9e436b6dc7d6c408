import { type DuplicateBody, survivorOf } from '#shared/domain/duplicate.ts';

/** Ids in groups that can be made one. */
class Groups {
  readonly #parents = new Map<string, string>();

  /** The id that stands for the group of an id. */
  of(id: string): string {
    let root = id;
    for (let next = this.#parents.get(root); next !== undefined; next = this.#parents.get(root)) root = next;
    if (root !== id) this.#parents.set(id, root);
    return root;
  }

  /** Makes the groups of two one. False: they are already. */
  unite(one: string, other: string): boolean {
    const [mine, theirs] = [this.of(one), this.of(other)];
    if (mine === theirs) return false;
    this.#parents.set(theirs, mine);
    return true;
  }
}

const pairOf = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Who is the same person as whom, by all that was decided. Whoever is the same as one is the same as all of them. */
export class Identities {
  readonly #decisions: readonly DuplicateBody[];
  readonly #known = new Map<string, string>();
  readonly #groups = new Groups();
  readonly #members = new Map<string, Set<string>>();
  readonly #different = new Set<string>();

  constructor(decisions: readonly DuplicateBody[]) {
    this.#decisions = decisions;
    const said = decisions.flatMap((one) =>
      one.is === 'samePerson' || one.is === 'otherPerson'
        ? [{ is: one.is, one: this.now(one.who[0].id), other: this.now(one.who[1].id) }]
        : [],
    );
    const same = said.filter(({ is }) => is === 'samePerson');
    for (const { one, other } of same) this.#groups.unite(one, other);
    for (const id of same.flatMap(({ one, other }) => [one, other])) {
      const root = this.#groups.of(id);
      this.#members.set(root, (this.#members.get(root) ?? new Set()).add(id));
    }
    for (const { is, one, other } of said)
      if (is === 'otherPerson') this.#different.add(pairOf(this.#groups.of(one), this.#groups.of(other)));
  }

  /** The id by which somebody is known now: that of a client whose file went into another is that of the other. */
  now(id: string): string {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const now = survivorOf(this.#decisions, id);
    this.#known.set(id, now);
    return now;
  }

  /** All who are the same person as somebody, themselves among them. */
  membersOf(id: string): readonly string[] {
    const now = this.now(id);
    return [...(this.#members.get(this.#groups.of(now)) ?? [now])];
  }

  /** Of pairs, the likest first, those that are still to be decided; each only if no two before it lead from one to the other. */
  undecided<Pair>(pairs: readonly Pair[], idsOf: (pair: Pair) => readonly [string, string]): readonly Pair[] {
    const shown = new Groups();
    return pairs.filter((pair) => {
      const [one, other] = idsOf(pair).map((id) => this.#groups.of(this.now(id))) as [string, string];
      return one !== other && !this.#different.has(pairOf(one, other)) && shown.unite(one, other);
    });
  }
}

/** Follows `relinked` events from old keys of items to their present ones. */

/** One `relinked` event that holds: what was `from` is now `to`. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * The links of a course, added in order. The first link of a key holds; one that would close a circle is
 * ignored. Chains are followed, so that every alias leads to the present key. (A forest with shortened paths:
 * a journal full of links costs no more than any other.)
 */
export class Aliases {
  /** From a key to the next one on its way, shortened when it is followed. */
  readonly #next = new Map<string, string>();
  /** By key, the keys linked to it directly. */
  readonly #linked = new Map<string, string[]>();
  #present: ReadonlyMap<string, string> | null = null;

  get size(): number {
    return this.#next.size;
  }

  /** The present key: of one that was never relinked, itself. */
  root(key: string): string {
    if (this.#next.size === 0) return key;
    let root = key;
    for (let next = this.#next.get(root); next !== undefined; next = this.#next.get(root)) root = next;
    for (let at = key; at !== root;) {
      const next = this.#next.get(at) ?? root;
      this.#next.set(at, root);
      at = next;
    }
    return root;
  }

  /** Every key whose events belong to a present key, itself first. */
  members(root: string): readonly string[] {
    const members = [root];
    for (let i = 0; i < members.length; i++) members.push(...(this.#linked.get(members[i] ?? '') ?? []));
    return members;
  }

  /** Adds the next link in order; gives `false` where it changes nothing. */
  add({ from, to }: Link): boolean {
    if (this.#next.has(from) || this.root(to) === from) return false;
    this.#next.set(from, to);
    const linked = this.#linked.get(to);
    if (linked === undefined) this.#linked.set(to, [from]);
    else linked.push(from);
    this.#present = null;
    return true;
  }

  /** From every old key to its present one. */
  get present(): ReadonlyMap<string, string> {
    return (this.#present ??= new Map([...this.#next.keys()].map(key => [key, this.root(key)])));
  }
}

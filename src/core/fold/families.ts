/**
 * Families of keys: an item keeps its history through every edit, because the keys it had are linked. Whichever
 * key of a family the course has now carries the history of all of them.
 */
import { comparePositions } from '../journal/event-order.ts';
import type { Position } from '../journal/event-order.ts';

/** What a `relinked` event says: the item that was `from` is now `to`. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/**
 * A key within its families. A key that was separated from a family begins a life of its own, which is another
 * node: the key, this sign, and how often it was separated. No key has control characters.
 */
const LIFE = '\u0001';

/** The key of a node, as the course and the events call it. */
export const keyOfNode = (node: string): string => {
  const mark = node.indexOf(LIFE);
  return mark === -1 ? node : node.slice(0, mark);
};

const nodeOf = (key: string, life: number): string => (life === 0 ? key : `${key}${LIFE}${life}`);

interface Family {
  readonly nodes: string[];
  /** The node its progress stands under: where the newest link leads. */
  present: string;
}

/** What a link or a separation did to the places where progress stands. */
export interface Change {
  /** Nodes under which progress stood before. */
  readonly before: readonly string[];
  /** The node under which it stands now. */
  readonly after: string;
}

/** The links and separations of one course, added in order. */
export class Families {
  readonly #families = new Map<string, Family>();
  /** By key, where it was separated from its family. */
  readonly #lives = new Map<string, Position[]>();
  /** By node, the number of the newest link to it and from it. */
  readonly #newestTo = new Map<string, number>();
  readonly #newestFrom = new Map<string, number>();
  #links = 0;
  #separations = 0;
  #lists: ReadonlyMap<string, readonly string[]> | null = null;

  /** `true` while every key is an item of its own. */
  get isEmpty(): boolean {
    return this.#families.size === 0;
  }

  /** How often something was added: who keeps what follows from the families keeps this, too. */
  get changes(): number {
    return this.#links + this.#separations;
  }

  /** The keys that do not simply mean themselves, and others of their families. */
  keys(): ReadonlySet<string> {
    return new Set([...this.#families.keys()].map(keyOfNode));
  }

  /** `true` where the key means different items at different places in the order. */
  hasLives(key: string): boolean {
    return this.#lives.has(key);
  }

  /** The node that a key means now. */
  node(key: string): string {
    return nodeOf(key, this.#lives.get(key)?.length ?? 0);
  }

  /** The node that a key means in an event. */
  nodeAt(key: string, position: Position): string {
    const lives = this.#lives.get(key);
    if (lives === undefined) return key;
    return nodeOf(key, lives.filter(begin => comparePositions(begin, position) < 0).length);
  }

  /** The node under which the progress of a node's family stands. */
  root(node: string): string {
    return this.#families.get(node)?.present ?? node;
  }

  /** Nodes whose events belong together, in no order. */
  members(node: string): readonly string[] {
    return this.#families.get(node)?.nodes ?? [node];
  }

  /** Adds the next link in order; `null` where it says nothing: it leads from a key to itself. */
  add({ from, to }: Link): Change | null {
    const source = this.node(from);
    const target = this.node(to);
    if (source === target) return null;
    this.#links++;
    this.#newestFrom.set(source, this.#links);
    this.#newestTo.set(target, this.#links);
    this.#lists = null;
    const before = [...new Set([this.root(source), this.root(target)])];
    const family = this.#join(this.#familyOf(source), this.#familyOf(target));
    family.present = target;
    return { before, after: target };
  }

  /**
   * Lets a key begin anew, from a place in the order after everything that was added; the rest of its family
   * keeps the history. `null` where there is no rest that is called by a key of today.
   */
  separate(key: string, { id, lc }: Position): Change | null {
    const node = this.node(key);
    const family = this.#families.get(node);
    const rest = family?.nodes.filter(other => other !== node && this.#isAlive(other)) ?? [];
    if (family === undefined || rest.length === 0) return null;
    const lives = this.#lives.get(key);
    this.#separations++;
    if (lives === undefined) this.#lives.set(key, [{ id, lc }]);
    else lives.push({ id, lc });
    this.#lists = null;
    const before = [family.present];
    if (family.present === node) family.present = rest.sort((a, b) => this.#compare(a, b))[0] ?? node;
    return { before, after: family.present };
  }

  /**
   * By key, the keys that mean the same item today, itself among them; the one to which the newest link leads comes
   * first, and decides where two of them stand in a course. Keys without such relatives are left out.
   */
  get lists(): ReadonlyMap<string, readonly string[]> {
    this.#lists ??= this.#makeLists();
    return this.#lists;
  }

  /** By key that was separated, the key that has the history it was separated from. */
  separated(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#lives].map(([key, lives]) => [key, keyOfNode(this.root(nodeOf(key, lives.length - 1)))]),
    );
  }

  #makeLists(): ReadonlyMap<string, readonly string[]> {
    const lists = new Map<string, readonly string[]>();
    for (const { nodes } of new Set(this.#families.values())) {
      const alive = nodes.filter(node => this.#isAlive(node));
      if (alive.length < 2) continue;
      const keys = alive.sort((a, b) => this.#compare(a, b)).map(keyOfNode);
      for (const key of keys) lists.set(key, keys);
    }
    return lists;
  }

  #isAlive(node: string): boolean {
    return this.node(keyOfNode(node)) === node;
  }

  /** The newest link to a node decides, then the newest one from it. */
  #compare(a: string, b: string): number {
    const newest = (numbers: ReadonlyMap<string, number>): number =>
      (numbers.get(b) ?? 0) - (numbers.get(a) ?? 0);
    return newest(this.#newestTo) || newest(this.#newestFrom) || (a < b ? -1 : a > b ? 1 : 0);
  }

  #familyOf(node: string): Family {
    const known = this.#families.get(node);
    if (known !== undefined) return known;
    const family: Family = { nodes: [node], present: node };
    this.#families.set(node, family);
    return family;
  }

  /** The larger one takes the smaller one in, so that a journal full of links costs no more than any other. */
  #join(a: Family, b: Family): Family {
    if (a === b) return a;
    const [large, small] = a.nodes.length < b.nodes.length ? [b, a] : [a, b];
    for (const node of small.nodes) {
      large.nodes.push(node);
      this.#families.set(node, large);
    }
    return large;
  }
}

/** Keys that mean the same item as a key, the deciding one first. */
export const relativesOf = (
  families: ReadonlyMap<string, readonly string[]>,
  key: string,
): readonly string[] => families.get(key) ?? [key];

/**
 * The key by which a course calls an item that an event, a paper or an older course calls `key`: its own where the
 * course has it, else that of its family which the course has; the newest one where it has none.
 */
export const keyIn = (
  course: { has(key: string): boolean },
  families: ReadonlyMap<string, readonly string[]>,
  key: string,
): string => {
  if (course.has(key)) return key;
  const relatives = relativesOf(families, key);
  return relatives.find(each => course.has(each)) ?? relatives[0] ?? key;
};

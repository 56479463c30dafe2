/**
 * The events of a whole journal in columns: what folding needs of each, about 90 bytes, so that a million of
 * them fit into memory where the objects would not. An event's effects, one for each item it names, stand in
 * columns of their own. It is one table: hence the many lines.
 */
import { isDoubtful } from '../../core/journal/clock-doubt.ts';
import type { JournalEvent, Rating } from '../../core/journal/event.ts';
import { RATINGS } from '../../core/journal/event.ts';
import { hash32, spread } from '../../core/base/fnv.ts';
import type { ItemEvent } from '../../core/fold/item-steps.ts';
import { effectsOf, isItemEvent, keyOf } from '../../core/fold/item-steps.ts';
import type { AskedAs } from '../../core/fold/study-book.ts';
import { askedOf } from '../../core/fold/study-book.ts';
import type { ImportedItem } from '../../core/journal/imported-item.ts';
import { GUESSES } from '../../core/plan/memory-fit.ts';
import type { ImportName } from './imported-columns.ts';
import { ImportedColumns } from './imported-columns.ts';

/** Kinds of records; `other` is an event that is folded some other way, or not at all. */
const KINDS = [
  'other',
  'reviewed',
  'answered',
  'exam-ended',
  'suspended',
  'buried',
  'flagged',
  'reset',
  'imported',
] as const satisfies readonly ('other' | ItemEvent['type'])[];
type RecordKind = (typeof KINDS)[number];

/**
 * Bit of an effect's code for a value of `true`, or a rating that counts; below it stands the rating's number, above it
 * the days that the item waits.
 */
const SET = 8;
const WAIT = 16;

/** Bits of what was asked in a review, and to find out what is known; below them stands the place of the guess rate. */
const IN_REVIEW = 128;
const PROBE = 64;

/** An item by course and key, as the events called it. */
interface NamedItem {
  readonly course: string;
  readonly key: string;
}

const grown = <T extends Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array>(
  column: T,
  larger: T,
): T => {
  larger.set(column);
  return larger;
};

/** Records of items in columns: a million of them as a few typed arrays. */
export class RecordTable {
  /** How many records there are. */
  length = 0;
  /** How many effects all of them have. */
  effects = 0;
  /** Items by number, in the order of their first mention. */
  readonly items: NamedItem[] = [];
  readonly #numbers = new Map<string, Map<string, number>>();
  /** Courses by number, in the order of their first mention. */
  readonly #courses: string[] = [];
  readonly #courseNumbers = new Map<string, number>();
  readonly #imported = new ImportedColumns();
  // One field for each column, and no class for what they share: so every access is of one type and fast.
  #kind = new Uint8Array(1024);
  #lc = new Float64Array(1024);
  #at = new Float64Array(1024);
  #tz = new Int32Array(1024);
  #day = new Int32Array(1024);
  /** Of an import, the number of its first item in the columns of imports. */
  #ms = new Int32Array(1024);
  /** Place of the guess rate, and {@link IN_REVIEW}; thousandths known, plus one, 0: not said. */
  #asked = new Uint8Array(1024);
  #known = new Uint16Array(1024);
  /** Where a record's effects and the bytes of its id begin; they end where the next one's begin. */
  #effectStart = new Uint32Array(1025);
  #idStart = new Uint32Array(1025);
  #checksum = new Uint32Array(1024);
  #course = new Uint32Array(1024);
  #effectItem = new Uint32Array(1024);
  #effectCode = new Uint16Array(1024);
  #idBytes = Buffer.alloc(32768);
  /** Hash table from ids to records: numbers from 1, 0 is empty. At least twice as long as there are records. */
  #slots = new Uint32Array(2048);

  /**
   * Adds an event; `null` for one of which only the id matters.
   * @returns `same` or `conflict` where there is one with its id already, and then adds nothing
   */
  add(
    envelope: { readonly id: string; readonly lc: number },
    checksum: number,
    event: JournalEvent | null,
  ): 'added' | 'same' | 'conflict' {
    const { id, lc } = envelope;
    if ((this.length + 1) * 2 > this.#slots.length) this.#growSlots();
    const slot = this.#slot(id);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return this.#checksum[known - 1] === checksum ? 'same' : 'conflict';
    if (this.length === this.#kind.length) this.#growRecords();
    const record = this.length++;
    this.#slots[slot] = record + 1;
    this.#checksum[record] = checksum;
    this.#lc[record] = lc;
    this.#addId(record, id);
    this.#addBody(record, event !== null && isItemEvent(event) ? event : null);
    return 'added';
  }

  #addId(record: number, id: string): void {
    const start = this.#idStart[record] ?? 0;
    const end = start + id.length;
    while (end > this.#idBytes.length)
      this.#idBytes = grown(this.#idBytes, Buffer.alloc(this.#idBytes.length * 2));
    this.#idBytes.write(id, start, 'latin1');
    this.#idStart[record + 1] = end;
  }

  #addBody(record: number, event: ItemEvent | null): void {
    this.#effectStart[record + 1] = this.effects;
    if (event === null) return;
    this.#kind[record] = KINDS.indexOf(event.type);
    // Below zero: a wrong clock has dated it.
    this.#at[record] = isDoubtful(event) ? -1 - event.at : event.at;
    this.#course[record] = this.#courseNumber(event.course);
    this.#tz[record] = event.tz;
    if (
      event.type === 'reviewed' ||
      event.type === 'answered' ||
      event.type === 'exam-ended' ||
      event.type === 'buried'
    )
      this.#day[record] = event.day;
    // Only the first two minutes of an answer are counted, so that any number fits.
    if (event.type === 'reviewed' || event.type === 'answered')
      this.#ms[record] = Math.min(event.ms, 0x7fffffff);
    if (event.type === 'exam-ended') this.#ms[record] = Math.min(event.used, 0x7fffffff);
    if (event.type === 'reviewed' || event.type === 'answered' || event.type === 'exam-ended') {
      const { guess, review, known, probe } = askedOf(event);
      this.#asked[record] = GUESSES.indexOf(guess) + (review ? IN_REVIEW : 0) + (probe ? PROBE : 0);
      this.#known[record] = known === null ? 0 : known + 1;
    }
    if (event.type === 'imported') {
      this.#ms[record] = this.#imported.length;
      this.#imported.name(record, event);
    }
    const value = 'value' in event && event.value ? SET : 0;
    for (const effect of effectsOf(event)) {
      if (this.effects === this.#effectItem.length) this.#growEffects();
      this.#effectItem[this.effects] = this.number(event.course, keyOf(effect));
      if (typeof effect === 'string') this.#effectCode[this.effects] = value;
      else if ('rating' in effect)
        this.#effectCode[this.effects] =
          RATINGS.indexOf(effect.rating) + (effect.counted ? SET : 0) + (effect.wait ?? 0) * WAIT;
      else this.#imported.add(effect);
      this.effects++;
    }
    this.#effectStart[record + 1] = this.effects;
  }

  #growRecords(): void {
    const size = this.#kind.length * 2;
    this.#kind = grown(this.#kind, new Uint8Array(size));
    this.#lc = grown(this.#lc, new Float64Array(size));
    this.#at = grown(this.#at, new Float64Array(size));
    this.#tz = grown(this.#tz, new Int32Array(size));
    this.#day = grown(this.#day, new Int32Array(size));
    this.#ms = grown(this.#ms, new Int32Array(size));
    this.#asked = grown(this.#asked, new Uint8Array(size));
    this.#known = grown(this.#known, new Uint16Array(size));
    this.#effectStart = grown(this.#effectStart, new Uint32Array(size + 1));
    this.#idStart = grown(this.#idStart, new Uint32Array(size + 1));
    this.#checksum = grown(this.#checksum, new Uint32Array(size));
    this.#course = grown(this.#course, new Uint32Array(size));
  }

  #growEffects(): void {
    this.#effectItem = grown(this.#effectItem, new Uint32Array(this.effects * 2));
    this.#effectCode = grown(this.#effectCode, new Uint16Array(this.effects * 2));
  }

  #growSlots(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let record = 0; record < this.length; record++)
      this.#slots[this.#slot(this.id(record))] = record + 1;
  }

  /** Where an id is in the hash table, or where it would go. */
  #slot(id: string): number {
    const mask = this.#slots.length - 1;
    // A journal made to collide is slow to read, no more.
    for (let slot = spread(hash32(id)) & mask; ; slot = (slot + 1) & mask) {
      const record = this.#slots[slot] ?? 0;
      if (record === 0 || this.#hasId(record - 1, id)) return slot;
    }
  }

  #hasId(record: number, id: string): boolean {
    const start = this.#idStart[record] ?? 0;
    if ((this.#idStart[record + 1] ?? 0) - start !== id.length) return false;
    for (let i = 0; i < id.length; i++) if (this.#idBytes[start + i] !== id.charCodeAt(i)) return false;
    return true;
  }

  /** Number of an item, made where there is none. */
  number(course: string, key: string): number {
    let numbers = this.#numbers.get(course);
    if (numbers === undefined) this.#numbers.set(course, (numbers = new Map()));
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, this.items.length);
    return this.items.push({ course, key }) - 1;
  }

  #courseNumber(course: string): number {
    const known = this.#courseNumbers.get(course);
    if (known !== undefined) return known;
    this.#courseNumbers.set(course, this.#courses.length);
    return this.#courses.push(course) - 1;
  }

  /** Record of an id, -1 where there is none. */
  find(id: string): number {
    return (this.#slots[this.#slot(id)] ?? 0) - 1;
  }

  id(record: number): string {
    return this.#idBytes.toString('latin1', this.#idStart[record], this.#idStart[record + 1]);
  }

  kind(record: number): RecordKind {
    return KINDS[this.#kind[record] ?? 0] ?? 'other';
  }

  course(record: number): string {
    return this.#courses[this.#course[record] ?? 0] ?? '';
  }

  lc(record: number): number {
    return this.#lc[record] ?? 0;
  }

  at(record: number): number {
    const at = this.#at[record] ?? 0;
    return at < 0 ? -1 - at : at;
  }

  /** `true` where a wrong clock has dated the record. */
  isDoubtful(record: number): boolean {
    return (this.#at[record] ?? 0) < 0;
  }

  tz(record: number): number {
    return this.#tz[record] ?? 0;
  }

  day(record: number): number {
    return this.#day[record] ?? 0;
  }

  ms(record: number): number {
    return this.#ms[record] ?? 0;
  }

  /** What the answers of a record were to. */
  asked(record: number): AskedAs {
    const asked = this.#asked[record] ?? 0;
    const known = this.#known[record] ?? 0;
    return {
      type: this.kind(record) === 'reviewed' ? 'card' : 'question',
      guess: GUESSES[asked % PROBE] ?? 0,
      review: (asked & IN_REVIEW) !== 0,
      probe: (asked & PROBE) !== 0,
      known: known === 0 ? null : known - 1,
    };
  }

  /** What an effect of an import brought. */
  imported(record: number, effect: number): ImportedItem {
    const { key = '' } = this.items[this.effectItem(effect)] ?? {};
    return this.#imported.item(this.ms(record) + effect - this.firstEffect(record), key);
  }

  /** The records that belong to the imports named. */
  ofImports(batches: ReadonlySet<string>): Iterable<number> {
    return this.#imported.recordsOf(batches);
  }

  /** The import that a record belongs to; `undefined`: to none. */
  importOf(record: number): ImportName | undefined {
    return this.#imported.nameOf(record);
  }

  /** Number of the record's first effect; its last one comes before the first of the next record. */
  firstEffect(record: number): number {
    return this.#effectStart[record] ?? 0;
  }

  /** Number of the item an effect is for. */
  effectItem(effect: number): number {
    return this.#effectItem[effect] ?? 0;
  }

  /** `true` for a mark that is set, and a rating that counts. */
  effectValue(effect: number): boolean {
    return ((this.#effectCode[effect] ?? 0) & SET) !== 0;
  }

  /** Days after which what was missed comes back; 0: by its learning steps. */
  effectWait(effect: number): number {
    return Math.floor((this.#effectCode[effect] ?? 0) / WAIT);
  }

  effectRating(effect: number): Rating {
    return RATINGS[(this.#effectCode[effect] ?? 0) % SET] ?? 'again';
  }

  /** The records that are not of kind `other`, in the order of (lc, id). */
  inOrder(): Uint32Array {
    const order = new Uint32Array(this.length);
    let count = 0;
    let sorted = true;
    for (let record = 0; record < this.length; record++) {
      if (this.#kind[record] === 0) continue;
      if (sorted && count > 0) sorted = this.#compare(order[count - 1] ?? 0, record) < 0;
      order[count++] = record;
    }
    const used = order.subarray(0, count);
    return sorted ? used : used.sort((a, b) => this.#compare(a, b));
  }

  #compare(a: number, b: number): number {
    const byClock = (this.#lc[a] ?? 0) - (this.#lc[b] ?? 0);
    if (byClock !== 0) return byClock;
    const idA = this.id(a);
    const idB = this.id(b);
    return idA < idB ? -1 : idA > idB ? 1 : 0;
  }
}

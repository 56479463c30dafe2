/**
 * The events of a whole journal in columns: what folding needs of each, about 80 bytes, so that a million of
 * them fit into memory where the objects would not.
 */
import type { JournalEvent, Rating } from '../core/event.ts';
import { RATINGS } from '../core/event.ts';
import type { ItemEvent } from '../core/item-steps.ts';
import { effectsOf, isItemEvent, keyOf } from '../core/item-steps.ts';

type Numbers = Float64Array | Int32Array | Uint32Array | Uint8Array;

/** A column that grows. */
class Column<T extends Numbers> {
  data: T;
  length = 0;
  readonly #make: (size: number) => T;

  constructor(make: (size: number) => T) {
    this.#make = make;
    this.data = make(1024);
  }

  push(value: number): void {
    if (this.length === this.data.length) {
      const larger = this.#make(this.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = value;
  }

  at(index: number): number {
    return this.data[index] ?? 0;
  }
}

const floats = (): Column<Float64Array> => new Column(size => new Float64Array(size));
const words = (): Column<Uint32Array> => new Column(size => new Uint32Array(size));
const signed = (): Column<Int32Array> => new Column(size => new Int32Array(size));
const bytes = (): Column<Uint8Array> => new Column(size => new Uint8Array(size));

/** Kinds of records; 0 is an event that is folded some other way, or not at all. */
const KINDS = ['other', 'reviewed', 'answered', 'suspended', 'buried', 'flagged', 'reset'] as const;

/** Texts by number, each once. */
class Names {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#texts.length);
    return this.#texts.push(text) - 1;
  }

  text(number: number): string {
    return this.#texts[number] ?? '';
  }
}

/** Bit of an effect's code; below it stands the rating's number. */
const SET = 8;

export class RecordTable {
  readonly #kind = bytes();
  readonly #lc = floats();
  readonly #at = floats();
  readonly #tz = signed();
  readonly #day = signed();
  readonly #ms = signed();
  readonly #course = words();
  /** Where a record's effects and the bytes of its id begin; they end where the next one's begin. */
  readonly #effectStart = words();
  readonly #idStart = words();
  readonly #checksum = words();
  readonly #effectKey = words();
  readonly #effectCode = bytes();
  readonly #idBytes = new Column(size => Buffer.alloc(size));
  readonly #courses = new Names();
  readonly #keys = new Names();
  /** Hash table from ids to records: numbers from 1, 0 is empty. Twice as long as there are records, at least. */
  #slots = new Uint32Array(2048);

  get length(): number {
    return this.#kind.length;
  }

  /**
   * Adds an event, or what is known of one that is only remembered by its id.
   * @returns `same` or `conflict` where there is one with its id already, and then adds nothing
   */
  add(
    envelope: { readonly id: string; readonly lc: number },
    checksum: number,
    event: JournalEvent | null,
  ): 'added' | 'same' | 'conflict' {
    const slot = this.#slot(envelope.id);
    const known = this.#slots[slot] ?? 0;
    if (known !== 0) return this.#checksum.at(known - 1) === checksum ? 'same' : 'conflict';
    this.#slots[slot] = this.length + 1;
    this.#idStart.push(this.#idBytes.length);
    for (let i = 0; i < envelope.id.length; i++) this.#idBytes.push(envelope.id.charCodeAt(i));
    this.#checksum.push(checksum);
    this.#lc.push(envelope.lc);
    this.#effectStart.push(this.#effectKey.length);
    this.#addBody(event !== null && isItemEvent(event) ? event : null);
    if (this.length * 2 > this.#slots.length) this.#grow();
    return 'added';
  }

  #addBody(event: ItemEvent | null): void {
    this.#kind.push(event === null ? 0 : KINDS.indexOf(event.type));
    this.#at.push(event?.at ?? 0);
    this.#tz.push(event?.tz ?? 0);
    this.#day.push(event !== null && 'day' in event ? event.day : 0);
    // Only the first two minutes of an answer are counted, so that any number fits.
    this.#ms.push(event !== null && 'ms' in event ? Math.min(event.ms, 0x7fffffff) : 0);
    this.#course.push(event === null ? 0 : this.#courses.number(event.course));
    if (event === null) return;
    const value = 'value' in event && event.value ? SET : 0;
    for (const effect of effectsOf(event)) {
      this.#effectKey.push(this.#keys.number(keyOf(effect)));
      this.#effectCode.push(
        typeof effect === 'string' ? value : RATINGS.indexOf(effect.rating) + (effect.counted ? SET : 0),
      );
    }
  }

  /** Where an id is in the hash table, or where it would go. */
  #slot(id: string): number {
    const mask = this.#slots.length - 1;
    // FNV-1a; a journal made to collide is slow to read, no more.
    let hash = 0x811c9dc5;
    for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const record = this.#slots[slot] ?? 0;
      if (record === 0 || this.#hasId(record - 1, id)) return slot;
    }
  }

  #idEnd(record: number): number {
    return record + 1 < this.#idStart.length ? this.#idStart.at(record + 1) : this.#idBytes.length;
  }

  #hasId(record: number, id: string): boolean {
    const start = this.#idStart.at(record);
    if (this.#idEnd(record) - start !== id.length) return false;
    for (let i = 0; i < id.length; i++) if (this.#idBytes.at(start + i) !== id.charCodeAt(i)) return false;
    return true;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let record = 0; record < this.length; record++)
      this.#slots[this.#slot(this.id(record))] = record + 1;
  }

  /** Record of an id, -1 where there is none. */
  find(id: string): number {
    return (this.#slots[this.#slot(id)] ?? 0) - 1;
  }

  id(record: number): string {
    return this.#idBytes.data.toString('latin1', this.#idStart.at(record), this.#idEnd(record));
  }

  /** The records that hold events for {@link RecordTable.event}, in the order of (lc, id). */
  inOrder(): Uint32Array {
    const order = new Uint32Array(this.length);
    let count = 0;
    let sorted = true;
    for (let record = 0; record < this.length; record++) {
      if (this.#kind.at(record) === 0) continue;
      if (count > 0 && sorted) sorted = this.#compare(order[count - 1] ?? 0, record) < 0;
      order[count++] = record;
    }
    const used = order.subarray(0, count);
    return sorted ? used : used.sort((a, b) => this.#compare(a, b));
  }

  #compare(a: number, b: number): number {
    const byClock = this.#lc.at(a) - this.#lc.at(b);
    if (byClock !== 0) return byClock;
    const idA = this.id(a);
    const idB = this.id(b);
    return idA < idB ? -1 : idA > idB ? 1 : 0;
  }

  /** An event again, with what folding needs of it; its other fields are empty. */
  event(record: number): ItemEvent {
    const day = this.#day.at(record);
    const envelope = {
      v: 1,
      id: this.id(record),
      lc: this.#lc.at(record),
      at: this.#at.at(record),
      tz: this.#tz.at(record),
      course: this.#courses.text(this.#course.at(record)),
    } as const;
    const start = this.#effectStart.at(record);
    const end =
      record + 1 < this.#effectStart.length ? this.#effectStart.at(record + 1) : this.#effectKey.length;
    const kind = KINDS[this.#kind.at(record)] ?? 'other';
    if (kind === 'reviewed' || kind === 'answered') {
      const ratings = [];
      for (let i = start; i < end; i++) {
        const code = this.#effectCode.at(i);
        ratings.push({
          item: this.#keys.text(this.#effectKey.at(i)),
          rating: RATINGS[code % SET] as Rating,
          counted: code >= SET,
        });
      }
      // Folded alike; which of the two it was matters to the list of acts.
      return {
        ...envelope,
        type: kind,
        mode: 'review',
        day,
        ratings,
        ms: this.#ms.at(record),
        model: '',
      } as ItemEvent;
    }
    const items: string[] = [];
    for (let i = start; i < end; i++) items.push(this.#keys.text(this.#effectKey.at(i)));
    if (kind === 'reset') return { ...envelope, type: kind, items };
    const value = this.#effectCode.at(start) >= SET;
    if (kind === 'buried') return { ...envelope, type: kind, items, day, value };
    if (kind === 'flagged') return { ...envelope, type: kind, items, value, note: '' };
    return { ...envelope, type: 'suspended', items, value };
  }
}

/** What is wrong with a journal, and what the learner must be told of it. */

/** A record whose moment is odd, for `study doctor` and `study progress redate`. */
export interface OddRecord {
  readonly id: string;
  /** ms UTC, as the record says. */
  readonly at: number;
  /**
   * `impossible`: before any version of the program; `behind`: far behind what its device had seen; `future`: more
   * than 48 hours ahead of the clock, and left out until then.
   */
  readonly why: 'impossible' | 'behind' | 'future';
}

/** What other programs have put into a journal file: nothing of it is lost by that. */
export type Trace = 'byte-order-mark' | 'line-ends' | 'conflict-marker';

/** What is wrong with the journal, for `study doctor` and one warning line. */
export interface JournalHealth {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly events: number }[];
  /** Lines that are no JSON: torn by a kill or a full disk, or damaged. */
  readonly torn: number;
  /** The first 1000 lines left out, with the reason: too long, same id with other bytes, foreign device, bad shape. */
  readonly quarantined: readonly {
    readonly file: string;
    readonly line: number;
    readonly reason: 'too-long' | 'conflicting-id' | 'foreign-device' | 'bad-shape';
  }[];
  /** How many lines were left out with a reason. */
  readonly leftOut: number;
  /** Unknown types or versions: kept and skipped. */
  readonly unknown: number;
  /** Events more than 48 h in the future. */
  readonly future: number;
  readonly duplicates: number;
  /** The first 1000 events of one device that undo, relink, reset, redate or leave out those of another. */
  readonly foreignEffects: readonly { readonly id: string; readonly type: string; readonly target: string }[];
  readonly excluded: readonly string[];
  /** How many records have an odd moment, by why, and the first 1000 of them. */
  readonly odd: {
    readonly impossible: number;
    readonly behind: number;
    readonly records: readonly OddRecord[];
  };
  /** Traces of other programs: how many lines have them, and where the first one is. */
  readonly traces: readonly {
    readonly trace: Trace;
    readonly lines: number;
    readonly file: string;
    readonly line: number;
  }[];
  /** What in the journal's folder has the name of a journal file and is none: it is not read. */
  readonly irregular: readonly { readonly name: string; readonly what: string }[];
  /** Records that this device had saved and that no file holds any more. */
  readonly lost: number;
  /** There are records of more courses than are kept folded at once. */
  readonly manyCourses: boolean;
  /** Devices that leave out more others than can be kept. */
  readonly excluders: readonly string[];
}

/** What a learner must be told of the journal when a session begins or goes on. */
export type JournalAlarm =
  /** Records from the future, and the first moment one of them claims (ms UTC). */
  | { readonly type: 'future'; readonly records: number; readonly first: number }
  /** The clock lies far behind `seen`, what this device had recorded (or when the program was installed). */
  | {
      readonly type: 'clock-behind';
      readonly now: number;
      readonly seen: number;
      readonly by: 'record' | 'installation';
    }
  /** Saved records of this device are gone from its journal file. */
  | { readonly type: 'lost'; readonly records: number; readonly file: string };

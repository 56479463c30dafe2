/** One thing that can be done, and the keys for it. */
export interface Binding {
  readonly action: string;
  /** Names as in `Input`. */
  readonly keys: readonly string[];
  /** One or two words for the line of hints; left out: only in the overlay. */
  readonly hint?: string;
  /** How the keys are shown, where their names would be too long: `1-4`, `↑↓`. */
  readonly label?: string;
  /** What it does, as a sentence without its stop. */
  readonly help: string;
}

/** The keys in force in one state of a screen. */
export interface KeyContext {
  /** Heads its part of the overlay and the reference. */
  readonly title: string;
  /** `yes`: what is not bound here is text for a field, and so is every paste. */
  readonly text: 'yes' | 'no';
  readonly bindings: readonly Binding[];
  /** Keys that mean the same everywhere and are worth a place in the line of hints here, before `?`. */
  readonly shows?: readonly string[];
}

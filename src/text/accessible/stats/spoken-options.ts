import type { Verbosity } from '../../../core/device/preferences.ts';

/** How a report is told. */
export interface SpokenOptions {
  readonly verbosity: Verbosity;
  /** Cells of a line. */
  readonly width: number;
}

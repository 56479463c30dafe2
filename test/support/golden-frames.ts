/** Frames of a screen in several states, kept together in one golden file for each size. */
import { expect } from 'vitest';
import { cellWidth } from '../../src/text/layout/width.ts';
import type { Screens } from './frames.ts';

/** The smallest terminal, the common one, and a large one. */
export const SIZES = [
  { columns: 60, rows: 16 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
] as const;

type FrameSize = (typeof SIZES)[number];

/** Collects frames, each of which must fill its terminal and be no wider than it. */
export const goldenFrames = ({ columns, rows }: FrameSize) => {
  const frames: string[] = [];
  return {
    /** Presses keys, and keeps what is drawn then. */
    draw: async (name: string, screens: Screens, ...keys: readonly string[]): Promise<string> => {
      for (const key of keys) {
        // What scrolls goes by what was drawn.
        screens.frame();
        await screens.press(key);
      }
      await screens.settle();
      const frame = screens.frame();
      expect(frame.split('\n'), name).toHaveLength(rows - 1);
      for (const line of frame.split('\n')) expect(cellWidth(line), name).toBeLessThanOrEqual(columns);
      frames.push(`# ${name}`, frame);
      return frame;
    },
    /** All of them. */
    text: (): string => frames.join('\n'),
  };
};

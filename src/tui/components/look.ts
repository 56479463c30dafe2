/** The look that can change while one looks: by a setting, or once the terminal has said what its background is. */
import type { Theme, ThemeChoice } from './theme.ts';
import { makeTheme } from './theme.ts';

/** The look in force, which can change while screens are open. */
export interface Look {
  /** Always the same object; what it holds is what is in force now. */
  readonly theme: Theme;
  readonly choice: ThemeChoice;
  /** Takes other choices; what is drawn next looks so. */
  change(given: Partial<ThemeChoice>): void;
}

/** A look that begins with these choices. */
export const makeLook = (first: ThemeChoice): Look => {
  let choice = first;
  let now = makeTheme(first);
  return {
    theme: {
      get style() {
        return now.style;
      },
      get signs() {
        return now.signs;
      },
      get ascii() {
        return now.ascii;
      },
    },
    get choice() {
      return choice;
    },
    change: given => {
      choice = { ...choice, ...given };
      now = makeTheme(choice);
    },
  };
};

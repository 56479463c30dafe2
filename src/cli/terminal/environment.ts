/** What the environment says of the terminal: colour, and words instead of drawings. */

/** Whether the environment asks for words instead of drawings and screens (`STUDY_ACCESSIBLE`, unless it is 0). */
export const asksForWords = (env: Readonly<Record<string, string | undefined>>): boolean => {
  const asked = env['STUDY_ACCESSIBLE'];
  return asked !== undefined && asked !== '' && asked !== '0';
};

/** What decides about colour on one stream. */
export interface ColourSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `--no-color` was given. */
  readonly refused: boolean;
  readonly terminal: boolean;
}

const set = (value: string | undefined): boolean => value !== undefined && value !== '';

/** Flag before environment before terminal (no-color.org, bixense.com/clicolors). */
export const wantsColour = ({ env, refused, terminal }: ColourSource): boolean => {
  if (refused || set(env['NO_COLOR']) || env['FORCE_COLOR'] === '0') return false;
  if (set(env['FORCE_COLOR']) || (set(env['CLICOLOR_FORCE']) && env['CLICOLOR_FORCE'] !== '0')) return true;
  return terminal && env['TERM'] !== 'dumb' && env['CLICOLOR'] !== '0';
};

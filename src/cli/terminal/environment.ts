/** What the environment says of the terminal: colour, and words instead of drawings. */

/** Variables that ask for the accessible mode, the more particular one first. */
const ACCESSIBLE = ['STUDY_ACCESSIBLE', 'ACCESSIBLE'] as const;

/** The variable that decides about the accessible mode, and how; `null`: none is set. */
export const accessibleBy = (
  env: Readonly<Record<string, string | undefined>>,
): { readonly name: (typeof ACCESSIBLE)[number]; readonly wanted: boolean } | null => {
  const name = ACCESSIBLE.find(each => (env[each] ?? '') !== '');
  if (name === undefined) return null;
  return { name, wanted: !/^(?:0|false|no|off)$/i.test(env[name] ?? '') };
};

/** What decides about colour on one stream. */
interface ColourSource {
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

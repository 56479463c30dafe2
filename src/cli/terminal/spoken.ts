/** Whether the learner hears the program, and how much it is to say. */
import { readPreferences } from '../../app/learner/device.ts';
import type { Verbosity } from '../../core/device/preferences.ts';
import type { Context } from '../program/context.ts';
import { accessibleBy } from './environment.ts';

/** What the accessible mode goes by. */
export interface Spoken {
  readonly verbosity: Verbosity;
  /** Whether a mock exam says how little time is left. */
  readonly timeNotices: boolean;
}

type Asked = Pick<Context, 'options' | 'env' | 'runtime'>;

/** What turned the accessible mode on or off, as a learner would name it; `null`: nothing did. */
export const spokenBy = ({
  options,
  env,
  runtime,
}: Asked): { readonly by: string; readonly on: boolean } | null => {
  if (options.plain) return { by: '--plain', on: false };
  if (options.accessible) return { by: '--accessible', on: true };
  const asked = accessibleBy(env);
  if (asked !== null) return { by: asked.name, on: asked.wanted };
  return readPreferences(runtime).values.accessible ? { by: 'the setting accessible', on: true } : null;
};

/**
 * The accessible mode; `null` where it is off. `--plain` and `--json` are for programs and turn it off; else the flag
 * counts before the environment (`STUDY_ACCESSIBLE`, `ACCESSIBLE`), and that before the setting.
 */
export const spokenOf = (context: Asked): Spoken | null => {
  if (context.options.json || spokenBy(context)?.on !== true) return null;
  const { verbosity, timeNotices } = readPreferences(context.runtime).values;
  return { verbosity, timeNotices };
};

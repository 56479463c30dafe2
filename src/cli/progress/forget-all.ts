/** `study progress forget-all`: asks twice, and says what it leaves. */
import { forgetEverything, whatToForget } from '../../app/learner/forget.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { plural } from '../../text/layout/columns.ts';
import type { Context } from '../program/context.ts';
import { confirmAll } from '../terminal/confirm.ts';

/** The flags of `study progress forget-all`. */
export interface ForgetFlags {
  readonly own?: true;
  readonly force?: true;
}

/** Deletes all progress for good after two questions. */
export const forgetAll = async (context: Context, flags: ForgetFlags): Promise<void> => {
  const { out, options, runtime } = context;
  const { data, config } = runtime.paths;
  const { journals, backups, own } = whatToForget(runtime);
  const takesOwn = flags.own === true && own > 0;
  const mine = plural(own, 'file') + ' of your own remarks and cards';
  const left = [
    ...(own > 0 && !takesOwn ? [`${mine} in ${data}/own (--own removes them, too)`] : []),
    `the settings of this device in ${config}`,
    'what other devices, a shared folder or a git repository hold: a merge or a sync would bring it back',
    'backups that you keep elsewhere, and the program itself',
  ].map(sanitizeLine);
  const what = [
    plural(journals, 'journal file'),
    plural(backups, 'backup'),
    ...(takesOwn ? [mine] : []),
  ].join(', ');
  await confirmAll(
    context,
    [
      `This deletes the progress of every course on this device for good: ${what} in ${sanitizeLine(data)}. It leaves ${left.join('; ')}.`,
      'Once more: nothing can bring it back, and no backup is made.',
    ],
    flags.force === true,
  );
  forgetEverything(runtime, flags.own === true);
  if (options.json) {
    out.json({ journals, backups, own: takesOwn ? own : 0, left });
    return;
  }
  out.say(`Deleted ${what}. What is left:`);
  for (const line of left) out.say(`  ${line}`);
};

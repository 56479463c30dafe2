/** Settings, for whoever hears them. */
import { spokenSettings } from '../../text/accessible/lists/spoken-lists.ts';
import type { SettingRow } from '../../text/learner/settings.ts';
import type { Context } from '../program/context.ts';
import type { Spoken } from '../terminal/spoken.ts';
import { Asker, canAsk } from './asker.ts';

/** Settings. */
export const tellSettings = (context: Context, rows: readonly SettingRow[], spoken: Spoken): void =>
  spokenSettings(rows, { verbosity: spoken.verbosity, width: context.out.columns }).forEach(line =>
    context.out.line(line),
  );

/** Every setting; a name with a value sets it, a name alone tells it again. */
export const tellAllSettings = async (
  context: Context,
  rows: readonly SettingRow[],
  spoken: Spoken,
): Promise<void> => {
  tellSettings(context, rows, spoken);
  if (!canAsk(context)) return;
  const asker = new Asker(context);
  const hint = 'A name and a value, such as newPerDay 10, or reset newPerDay. Enter ends';
  try {
    for (let isFirst = true; ; isFirst = false) {
      const line = await asker.ask(isFirst ? `${hint}:` : 'Setting, help, or Enter to end:');
      if (line === null || line === '' || /^:?(?:q|quit|end)$/i.test(line)) return;
      const [, first = '', rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
      if (/^:?(?:help|\?)$/i.test(line)) asker.say([`${hint}.`]);
      else if (rest === '') await asker.run(['config', 'get', first]);
      else if (first.toLowerCase() === 'reset') await asker.run(['config', 'reset', rest]);
      else await asker.run(['config', 'set', first, '--', ...rest.split(/\s+/)]);
    }
  } finally {
    asker.close();
  }
};

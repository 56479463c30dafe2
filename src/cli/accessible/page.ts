/** A page of the documentation, for whoever hears it: by section where somebody can ask, else whole; never a pager. */
import {
  pageOf,
  spokenPageHead,
  spokenPageOutline,
  spokenPageSection,
} from '../../text/accessible/notes/spoken-page.ts';
import { spokenTitle } from '../../text/accessible/words.ts';
import type { Context } from '../program/context.ts';
import { Asker, canAsk, numberTyped } from './asker.ts';

/** @param markdown the page */
export const tellPage = async (context: Context, markdown: string): Promise<void> => {
  const { out } = context;
  const page = pageOf(markdown);
  const { sections } = page;
  const asker = new Asker(context);
  asker.print(spokenPageHead(page, out.columns));
  if (!canAsk(context)) {
    sections.forEach((_, at) => asker.print(spokenPageSection(page, at, out.columns)));
    return;
  }
  asker.print(spokenPageOutline(page, out.columns));
  try {
    for (let at = -1; ;) {
      const next = sections[at + 1];
      const enter = next === undefined ? 'End of the page' : `Enter: ${at + 2}, ${spokenTitle(next.title)}`;
      const line = await asker.ask(`${enter}. Or a number, back, again, outline or quit:`);
      const number = line === null ? null : numberTyped(line, sections.length);
      switch (number === null ? line?.toLowerCase().replace(/^:/, '') : 'number') {
        case 'number':
          at = (number ?? 1) - 1;
          break;
        case '':
        case 'next':
          if (next === undefined) {
            asker.say(['That was the last section. A number goes back to one, quit ends.']);
            continue;
          }
          at++;
          break;
        case 'back':
        case 'previous':
          at = Math.max(0, at - 1);
          break;
        case 'again':
          break;
        case 'outline':
          asker.print(spokenPageOutline(page, out.columns));
          continue;
        case undefined:
        case 'q':
        case 'quit':
        case 'end':
          return;
        default:
          asker.say([`Not known here: ${line ?? ''}. Type a number, back, again, outline or quit.`]);
          continue;
      }
      asker.print(spokenPageSection(page, at, out.columns));
    }
  } finally {
    asker.close();
  }
};

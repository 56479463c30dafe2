import { Option } from 'commander';
import { FIND_TYPES, searchCourse } from '../../app/search/search-course.ts';
import { remarkTexts, withRemarks } from '../../app/search/with-remarks.ts';
import { Failure } from '../../core/base/failure.ts';
import { sanitizeLine } from '../../core/base/sanitize.ts';
import { searchJson, searchLines } from '../../text/search/search-results.ts';
import type { CommandModule } from '../program/command.ts';
import { countFlag } from '../session/session-flags.ts';
import { spokenOf } from '../terminal/spoken.ts';

const DEFAULT_LIMIT = 5;
const WIDEST = 100;

const EXAMPLES = `
Examples:
  study search visibility timeout           sections, cards, questions and calculators with both words
  study search "read capacity" --type calculator
  study search dead letter -n 20            up to twenty of each kind`;

interface Flags {
  readonly n?: number;
  readonly type?: (typeof FIND_TYPES)[number];
}

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[words...]', 'what to look for; all words must be there')
      .option('-n <count>', `at most so many of each kind (default: ${DEFAULT_LIMIT})`, countFlag)
      .addOption(new Option('--type <kind>', 'only this kind').choices(FIND_TYPES))
      .addHelpText('after', EXAMPLES)
      .action(async (words: readonly string[], { n: limit, type }: Flags) => {
        const opened = context();
        const { options, out, course: open } = opened;
        let query = words.join(' ').trim();
        const { wantsScreens, showScreens } = await import('../screens/screens.ts');
        // A number or a kind asks for a list.
        if (limit === undefined && type === undefined && wantsScreens(opened)) {
          await showScreens(opened, { to: 'search', words: query });
          return;
        }
        if (query === '' && spokenOf(opened) !== null) {
          const { askOnce } = await import('../accessible/asker.ts');
          query = (await askOnce(opened, 'Search for:')) ?? '';
        }
        if (query === '') {
          throw new Failure('usage', 'There is nothing to look for', {
            code: 'empty-query',
            try: 'study search visibility timeout',
          });
        }
        const found = await open();
        const course = withRemarks(found, await remarkTexts(opened.runtime.paths.data, found));
        const width = Math.min(out.columns, WIDEST);
        const finds = searchCourse(course, query, {
          limit: limit ?? DEFAULT_LIMIT,
          types: type === undefined ? FIND_TYPES : [type],
          excerpt: Math.max(40, width - 6),
        });
        if (options.json) {
          out.json(searchJson(course.id, query, finds));
          return;
        }
        if (finds.corrected !== null) {
          out.note(`Nothing has "${sanitizeLine(query)}". Found for "${sanitizeLine(finds.corrected)}":`);
        }
        if (finds.finds.length === 0) {
          const fewer = words.length > 1 ? 'fewer words' : 'another word';
          out.note(`Nothing has "${sanitizeLine(query)}". Try ${fewer}, or study topics for the list.`);
          return;
        }
        const spoken = spokenOf(opened);
        if (spoken !== null) return (await import('../accessible/lists.ts')).tellFinds(opened, finds, spoken);
        for (const line of searchLines(finds, { width, style: out.style })) out.line(line);
      });
  },
};

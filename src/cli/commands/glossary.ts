import { Failure } from '../../core/base/failure.ts';
import { didYouMean } from '../../core/base/suggest.ts';
import { findTerm, spellingsOf } from '../../core/reading/glossary.ts';
import { glossaryLines, termJson, termLines } from '../../text/notes/term-lines.ts';
import type { CommandModule } from '../program/command.ts';
import { tellUnreadFiles } from '../program/unread-files.ts';
import { pageWidth, showLines } from '../terminal/show-lines.ts';
import { spokenOf } from '../terminal/spoken.ts';

const EXAMPLES = `
A note spells each abbreviation out where it stands first; on its screen T explains the terms of a section.

Examples:
  study glossary                  all terms
  study glossary SCP              what one means, and the note on it
  study glossary cold start
  study notes sqs --terms         the terms of a note`;

export const command: CommandModule = {
  setup: (command, context) => {
    command
      .argument('[term...]', 'a term; without it, all of them')
      .addHelpText('after', EXAMPLES)
      .action(async (words: readonly string[]) => {
        const opened = context();
        const { options, out } = opened;
        const course = await opened.course();
        tellUnreadFiles(opened, course);
        const glossary = course.glossary();
        const head = { course: course.id, title: course.title };
        const page = { width: pageWidth(opened), style: out.style };
        const spoken = spokenOf(opened) !== null;
        if (words.length === 0) {
          if (options.json) out.json({ ...head, terms: glossary.terms.map(termJson) });
          else if (glossary.terms.length === 0) out.note('This course explains no terms.');
          else if (spoken) (await import('../accessible/notes.ts')).tellTerms(opened, glossary.terms);
          else await showLines(glossaryLines(glossary.terms, page), opened, true);
          return;
        }
        const word = words.join(' ');
        const term = findTerm(glossary, word);
        if (term === undefined) {
          const guess = didYouMean(word, glossary.terms.flatMap(spellingsOf));
          throw new Failure('usage', `The glossary has no term "${word}"`, {
            code: 'unknown-term',
            try: guess ?? `study search ${word}`,
          });
        }
        if (options.json) out.json({ ...head, term: termJson(term) });
        else if (spoken) (await import('../accessible/notes.ts')).tellTerm(opened, term);
        else for (const line of termLines(term, page)) out.line(line);
      });
  },
};

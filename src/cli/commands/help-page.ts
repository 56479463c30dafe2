import { readPreferences } from '../../app/learner/device.ts';
import { readDocument } from '../../app/course/read-document.ts';
import { Failure } from '../../core/base/failure.ts';
import type { CommandModule } from '../program/command.ts';
import { spokenOf } from '../terminal/spoken.ts';
import { pageWidth, showLines } from '../terminal/show-lines.ts';

/** Shows a page of the documentation, as a note is shown. @param page such as `docs/formats.md` */
export const pageCommand = (page: string): CommandModule => ({
  setup: (command, context) => {
    command.action(async () => {
      const opened = context();
      const { options, out, runtime, root } = opened;
      const markdown = root === undefined ? null : readDocument(root, page);
      if (markdown === null) {
        throw new Failure('data', `The page ${page} is not beside the program`, {
          code: 'page-missing',
          place: page,
          try: 'install the program again; the page is part of it',
        });
      }
      if (options.json) return out.json({ page, text: markdown });
      if (spokenOf(opened) !== null)
        return (await import('../accessible/page.ts')).tellPage(opened, markdown);
      const { renderMarkdown } = await import('../../text/markdown/markdown.ts');
      const ascii = readPreferences(runtime).values.ascii || out.ascii;
      await showLines(
        renderMarkdown(markdown, { width: pageWidth(opened), style: out.style, ascii }),
        opened,
        true,
      );
    });
  },
});

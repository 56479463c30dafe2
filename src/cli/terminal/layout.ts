import type { Layout } from '../../text/question/question-lines.ts';
import type { Renderer } from '../../text/question/renderer.ts';
import type { Output } from './output.ts';

/** How a session or an exam lays out its lines: as wide as the terminal is when each is printed. */
export const layoutOf = (out: Output, { render }: Renderer): Layout => ({
  style: out.style,
  render,
  get columns() {
    return out.columns;
  },
});

/** The part of marked-terminal 7.3 that is used here; the package has no types of its own. */
declare module 'marked-terminal' {
  import type { MarkedExtension } from 'marked';

  type Paint = (text: string) => string;

  export interface TerminalOptions {
    readonly paragraph?: Paint;
    readonly strong?: Paint;
    readonly em?: Paint;
    readonly del?: Paint;
    readonly html?: Paint;
    readonly text?: Paint;
    /** `:heart:` becomes an emoji. */
    readonly emoji?: boolean;
    /** Decodes five entities, in code too. */
    readonly unescape?: boolean;
    /** Breaks paragraphs by code points. */
    readonly reflowText?: boolean;
  }

  export function markedTerminal(options?: TerminalOptions): MarkedExtension;
}

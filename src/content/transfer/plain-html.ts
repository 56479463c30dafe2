/** The little HTML that a field of a text file has, as Markdown. */

/** A text without markup of HTML, and what went. */
export interface PlainText {
  readonly text: string;
  readonly media: readonly string[];
  /** Names of elements whose text stays and whose meaning goes, each once. */
  readonly dropped: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const decode = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

const SILENT = new Set(['span', 'font', 'a', 'tbody', 'html', 'body', 'wbr']);

/** Breaks and paragraphs become lines, bold, italics and code their Markdown; pictures and sounds are named. */
export const plainText = (html: string): PlainText => {
  const media: string[] = [];
  const dropped = new Set<string>();
  const text = html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, (_, name: string) => {
      dropped.add(name.toLowerCase());
      return '';
    })
    .replace(
      /<img\b[^>]*?\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))[^>]*>/gi,
      (_, a?: string, b?: string, c?: string) => {
        const name = decode(a ?? b ?? c ?? '');
        media.push(name);
        return `![](${name})`;
      },
    )
    .replace(/\[sound:([^\]]+)\]/g, (whole, name: string) => {
      media.push(name);
      return whole;
    })
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/(?:div|p|li|tr|h[1-6]|pre)\s*>/gi, '\n')
    .replace(/<li\b[^>]*>/gi, '- ')
    .replace(/<(?:div|p|ul|ol|\/ul|\/ol|tr|table|\/table|h[1-6]|pre)\b[^>]*>/gi, '\n')
    .replace(/<\/?(?:b|strong)\b[^>]*>/gi, '**')
    .replace(/<\/?(?:i|em)\b[^>]*>/gi, '*')
    .replace(/<\/?code\b[^>]*>/gi, '`')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<\/?([a-z][a-z0-9-]*)\b[^<>]*>/gi, (_, name: string) => {
      if (!SILENT.has(name.toLowerCase())) dropped.add(name.toLowerCase());
      return '';
    });
  return {
    text: decode(text)
      .replace(/[ \t]+\n/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .replace(/\*\*\s*\*\*/g, '')
      .trim(),
    media,
    dropped: [...dropped],
  };
};

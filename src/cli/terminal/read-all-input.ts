import { Failure } from '../../core/base/failure.ts';
import { readInputText, withoutByteOrderMark } from './input-text.ts';

/** Bytes that are read: more than twice the largest item of any table. */
const MOST = 1024 * 1024;

/**
 * All that is piped in, as one text.
 * @throws Failure `usage` where it is no text, or has no end
 */
export const readAllInput = async (stdin: NodeJS.ReadStream): Promise<string> => {
  const refuse = (why: string): Failure =>
    new Failure('usage', `The input cannot be read: ${why}`, {
      code: 'unreadable-input',
      try: 'text in UTF-8, as it would stand in a file',
    });
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer | string>) {
    const part = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    parts.push(part);
    length += part.length;
    if (length > MOST) throw refuse(`it is longer than ${MOST / 1024 / 1024} MiB`);
  }
  const input = readInputText(Buffer.concat(parts));
  if ('why' in input) throw refuse(input.why);
  return withoutByteOrderMark(input.text);
};

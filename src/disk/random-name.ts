import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Random lower-case letters and digits; the first is a letter, so that it reads as a name. */
export const randomName = (length: number): string => {
  let name = '';
  // Bytes of 252 and more would make the first digits likelier than the others.
  while (name.length < length)
    for (const byte of randomBytes(length * 2))
      if (byte < 252 && name.length < length && (name !== '' || byte % 36 >= 10)) name += DIGITS[byte % 36];
  return name;
};

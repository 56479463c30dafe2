import { moveBy } from './list.ts';

/** Where the pointer of a list goes by a key; `null`: the key does not move it. */
export const cursorAfter = (
  action: string,
  { cursor, length, page }: { readonly cursor: number; readonly length: number; readonly page: number },
): number | null => {
  switch (action) {
    case 'up':
      return moveBy(cursor, length, -1);
    case 'down':
      return moveBy(cursor, length, 1);
    case 'page-up':
      return moveBy(cursor, length, -page);
    case 'page-down':
      return moveBy(cursor, length, page);
    case 'top':
      return 0;
    case 'bottom':
      return moveBy(cursor, length, length);
    default:
      return null;
  }
};

/** The first line seen of a text after a key; `null`: the key does not move it. */
export const scrolledBy = (action: string, page: number): number | null => {
  switch (action) {
    case 'scroll-up':
      return -1;
    case 'scroll-down':
      return 1;
    case 'page-up':
      return -page;
    case 'page-down':
      return page;
    default:
      return null;
  }
};

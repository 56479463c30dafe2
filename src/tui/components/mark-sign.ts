import type { Theme } from './theme.ts';

/** The sign of a row that is chosen. */
export const markSign = ({ ascii }: Theme): string => (ascii ? '#' : '■');

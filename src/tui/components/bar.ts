import type { Theme } from './theme.ts';

/** A bar of `width` cells, its ends included, for a share from 0 to 1; always beside the number it stands for. */
export const progressBar = (share: number, width: number, { signs }: Theme): string => {
  const { open, close, eighths } = signs.bar;
  const cells = Math.max(1, width - 2);
  const units = Math.round(Math.min(1, Math.max(0, share)) * cells * 8);
  const full = (eighths[8] ?? '#').repeat(Math.floor(units / 8));
  const part = eighths[units % 8] ?? '';
  return open + full + part + ' '.repeat(cells - Math.floor(units / 8) - (part === '' ? 0 : 1)) + close;
};

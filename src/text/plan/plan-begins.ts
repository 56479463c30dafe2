import { sanitizeLine } from '../../core/base/sanitize.ts';
import type { Style } from '../layout/style.ts';

/** Tells that reviews follow the plan, and how that ends. */
export const planBeginsLine = (exam: string, style: Style): string =>
  `From now on a review is the plan for ${sanitizeLine(exam)}; ${style.code('study config set plan off')} brings the old order back.`;

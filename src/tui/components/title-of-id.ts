import { sanitizeLine } from '../../core/base/sanitize.ts';
import { capital } from '../../text/layout/columns.ts';

/** An id as a title: `core-services` as `Core services`. */
export const titleOfId = (id: string): string => capital(sanitizeLine(id).replaceAll('-', ' '));

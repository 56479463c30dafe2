import type { Failure } from '../../core/base/failure.ts';

/** Why a record is not on the disk, for a line that begins with the words `not saved: ` itself. */
export const whyNotSaved = ({ message }: Failure): string => message.replace(/^Not saved: /, '');

import { sanitizeLine } from '../../core/base/sanitize.ts';
import { alignColumns } from '../layout/columns.ts';
import type { Style } from '../layout/style.ts';
import { wrapText } from '../layout/wrap.ts';

/** One setting as it stands. */
export interface SettingRow {
  readonly key: string;
  readonly value: string;
  /** Its default. */
  readonly usual: string;
  /** `course`: schedules a course, on every device. `device`: this device only. */
  readonly scope: 'course' | 'device';
  readonly help: string;
}

const TITLES: Readonly<Record<SettingRow['scope'], string>> = {
  course: 'Schedule of this course, on every device',
  device: 'This device',
};

const INDENT = ' '.repeat(6);

/** Settings by scope, with the default where it is another, and what each is for in lines of `columns`. */
export const settingLines = (
  rows: readonly SettingRow[],
  style: Style,
  columns: number,
): readonly string[] => {
  const cells = alignColumns(
    rows.map(({ key, value, usual }) => [
      `  ${style.code(key)}`,
      value === '' ? '-' : sanitizeLine(value),
      value === usual ? '' : style.dim(`default ${usual === '' ? '-' : usual}`),
    ]),
  );
  return rows.flatMap(({ scope, help }, i) => [
    ...(rows[i - 1]?.scope === scope ? [] : [...(i === 0 ? [] : ['']), style.heading(TITLES[scope])]),
    cells[i] ?? '',
    ...wrapText(help, Math.max(20, columns - INDENT.length)).map(line => INDENT + style.dim(line)),
  ]);
};

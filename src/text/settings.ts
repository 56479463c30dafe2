import { alignColumns } from './columns.ts';
import type { Style } from './style.ts';

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

/** Settings by scope, with the default where it is another. */
export const settingLines = (rows: readonly SettingRow[], style: Style): readonly string[] => {
  const cells = alignColumns(
    rows.map(({ key, value, usual }) => [
      `  ${style.code(key)}`,
      value === '' ? '-' : value,
      value === usual ? '' : style.dim(`default ${usual === '' ? '-' : usual}`),
    ]),
  );
  return rows.flatMap(({ scope, help }, i) => [
    ...(rows[i - 1]?.scope === scope ? [] : [...(i === 0 ? [] : ['']), style.heading(TITLES[scope])]),
    cells[i] ?? '',
    `      ${style.dim(help)}`,
  ]);
};

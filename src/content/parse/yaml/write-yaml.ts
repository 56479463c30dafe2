/** Writes values as YAML that the readers here read back as they were. */
import { dump } from 'js-yaml';

/** Block style, with a newline at the end; texts of several lines stand as such. */
export const writeYaml = (value: unknown): string =>
  dump(value, { lineWidth: 110, noRefs: true, quotingType: "'" });

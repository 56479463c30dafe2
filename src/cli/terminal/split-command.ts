/** Words of a command as a learner writes it in VISUAL or PAGER: `code --wait`, `"/my tools/ed" -n`. */
export const splitCommand = (command: string): readonly string[] =>
  [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );

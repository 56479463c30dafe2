/** An answer as it was meant: a backslash before a leading colon only says that the line is no command. */
export const withoutEscape = (line: string): string => (line.startsWith('\\:') ? line.slice(1) : line);

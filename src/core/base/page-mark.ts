/** Stands near the top of every HTML page the program writes: a file that has it may be replaced by a newer one. */
export const PAGE_MARK = '<meta name="generator" content="study">';

/** Rights of what the program makes in the home: it shows what somebody learns, when, and how well. */

/** A file that only the learner reads and writes. */
export const PRIVATE_FILE = 0o600;

/** A folder that only the learner opens. */
export const PRIVATE_FOLDER = 0o700;

/** A file with the rights that the learner gives to new files (umask): for what is written outside of the home. */
export const OPEN_FILE = 0o666;

/** Lengths of time in words, as they are read aloud. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** `2 h 10 min`, `41 min`, `4 min 40 s`, `40 s`: seconds only where they matter. */
export const duration = (ms: number): string => {
  const seconds = Math.round(Math.max(0, ms) / SECOND);
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 600) {
    const rest = seconds % 60;
    return `${Math.floor(seconds / 60)} min${rest === 0 ? '' : ` ${rest} s`}`;
  }
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes} min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} h${rest === 0 ? '' : ` ${rest} min`}`;
};

/** `1:52`, minutes and seconds: for times that are compared; `1:02:03` from an hour on. */
export const minutesSeconds = (ms: number): string => {
  const seconds = Math.round(Math.max(0, ms) / SECOND);
  const two = (number: number): string => String(number).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  return ms < HOUR ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
};

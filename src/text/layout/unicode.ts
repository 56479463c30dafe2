/**
 * Whether the locale can show more than ASCII (`LC_ALL`, `LC_CTYPE`, `LANG`). Where nothing is said it can, as
 * on Windows and macOS, but for the console of Linux, whose font has few signs.
 */
export const showsUnicode = (env: Readonly<Record<string, string | undefined>>): boolean => {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return locale === '' ? env['TERM'] !== 'linux' : /utf-?8/i.test(locale);
};

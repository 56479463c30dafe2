/** Whether the environment asks for words instead of drawings and screens (`STUDY_ACCESSIBLE`, unless it is 0). */
export const asksForWords = (env: Readonly<Record<string, string | undefined>>): boolean => {
  const asked = env['STUDY_ACCESSIBLE'];
  return asked !== undefined && asked !== '' && asked !== '0';
};

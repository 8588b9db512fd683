/**
 * The languages that the environment asks for, best first, as gettext reads them (gnu.org/software/gettext/manual, "The
 * LANGUAGE variable"): the locale decides whether anything is translated at all, LANGUAGE then in which order.
 */
export const environmentLanguages = (env: NodeJS.ProcessEnv): readonly string[] => {
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find(Boolean);
  if (locale === undefined || /^(?:C|POSIX)(?:\.|$)/.test(locale)) return [];
  return [...(env['LANGUAGE'] ?? '').split(':').filter(Boolean), locale];
};

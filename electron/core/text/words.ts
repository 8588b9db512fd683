export type Direction = 'ltr' | 'rtl';

/** What a Problem tells of itself. */
export type Values = Readonly<Record<string, string | number>>;

export interface HazardText {
  readonly title: string;
  readonly why: string;
  readonly whatToDo: string;
}

export const hazard = (title: string, why: string, whatToDo: string): HazardText => ({
  title,
  why,
  whatToDo,
});

/** Closes what a probe wrote as a sentence, so that nothing is glued to the next one. */
export const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** What every language takes from its locale. Nothing here knows a word of any language. */
export interface LocaleWords {
  readonly count: (n: number) => string;
  /** With at most two digits behind the point. */
  readonly decimal: (n: number) => string;
  /** A day of the calendar in UTC, written out. */
  readonly date: (at: Date) => string;
  /** `one` is the locale's own singular (French counts 0 to it), `other` every other form: these languages have no more. */
  readonly plural: (n: number, one: string, other: string) => string;
  /** The number and its word. */
  readonly counted: (n: number, one: string, other: string) => string;
  /** A size, in the largest unit that leaves a whole number; thousands, not 1,024s. */
  readonly bytes: (n: number) => string;
  readonly clock: (at: Date) => string;
  readonly clockWithSeconds: (at: Date) => string;
  /** Whole seconds, as minutes and seconds. */
  readonly elapsed: (seconds: number) => string;
  /** How long something takes so far, as people say it: in seconds, from two minutes on in minutes. */
  readonly span: (seconds: number) => string;
}

const sizes = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** `locale` as BCP 47 writes it: `de`. */
export const wordsOf = (locale: string): LocaleWords => {
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const rules = new Intl.PluralRules(locale);
  const unit = (name: string, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short', ...options });
  const minutes = unit('minute', {});
  const seconds = unit('second', { minimumIntegerDigits: 2 });
  const count = (n: number): string => numbers.format(n);
  const plural = (n: number, one: string, other: string): string => (rules.select(n) === 'one' ? one : other);
  return {
    count,
    decimal: (n) => n.toLocaleString(locale, { maximumFractionDigits: 2 }),
    date: (at) => days.format(at),
    plural,
    counted: (n, one, other) => `${count(n)} ${plural(n, one, other)}`,
    bytes: (n) => {
      const step = n < 1000 ? 0 : Math.min(sizes.length - 1, Math.floor(Math.log10(n) / 3));
      const value = n / 1000 ** step;
      const digits = { maximumFractionDigits: value < 10 && step > 0 ? 1 : 0 };
      const long = step === 0 ? ({ unitDisplay: 'long' } as const) : {};
      return unit(sizes[step] ?? 'byte', { ...digits, ...long }).format(value);
    },
    clock: (at) => at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    clockWithSeconds: (at) => at.toLocaleTimeString(locale, { hourCycle: 'h23' }),
    elapsed: (n) => `${minutes.format(Math.floor(n / 60))} ${seconds.format(n % 60)}`,
    span: (n) =>
      n < 120
        ? unit('second', { unitDisplay: 'long' }).format(n)
        : unit('minute', { unitDisplay: 'long' }).format(Math.floor(n / 60)),
  };
};

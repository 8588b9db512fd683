/** What can be wrong with a command line: the `fault` of a Problem `usage`. Names stand as they were declared or typed. */
export const usageFaults = [
  'no-command',
  /** {name, nearest?} */
  'unknown-command',
  'unknown-option',
  /** {name} */
  'missing-argument',
  'missing-value',
  'missing-option',
  /** {name, value, wanted?, choices?} */
  'bad-value',
  /** {name, other} */
  'conflict',
  /** {names} */
  'only-one',
  /** {name, other} */
  'goes-with',
  'too-many',
  'proof-first',
] as const;
export type UsageFault = (typeof usageFaults)[number];

export const isUsageFault = (text: unknown): text is UsageFault =>
  (usageFaults as readonly unknown[]).includes(text);

/** What an option takes: the `wanted` of a bad value. */
export const wantedValues = ['seconds', 'number', 'format', 'form', 'day', 'language'] as const;
export type WantedValue = (typeof wantedValues)[number];

export const isWantedValue = (text: unknown): text is WantedValue =>
  (wantedValues as readonly unknown[]).includes(text);

/** A text, or what makes one out of names and numbers. */
type Leaf = string | ((...given: readonly never[]) => unknown);

const leavesOf = (texts: object, path = ''): readonly (readonly [string, Leaf])[] =>
  (Object.entries(texts) as [string, unknown][]).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null
      ? leavesOf(value, here)
      : [[here, value as Leaf] as const];
  });

/**
 * What a language says by the path of each text (`window.start.doesNotList.2`): once for a text, for each combination
 * of representative names and numbers where it is made of them, in an order that is the same in every language.
 */
export const saidIn = (texts: object): ReadonlyMap<string, readonly string[]> =>
  new Map(
    leavesOf(texts)
      .map(([path, leaf]) => [path, saidBy(leaf)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );

const numbers = [0, 1, 2, 5, 1234];
/** By the names that parameters have in every language's file. */
const numeric =
  /^(?:n|all|done|step|steps|looked|notHere|closed|entries|seconds|code|pid|places|ended|bytes|minutes|days|count|machines|of|reports|computers|copies|superseded|skipped|present|removed|leftovers|other|partly|none)$/;

/** Fits wherever a name is asked for; a value that is looked up by key becomes its marker. */
const marker = (name: string): string => `‹${name}›`;
const values = new Proxy({}, { get: (_target, key) => marker(String(key)) });

/** What a parameter may be, likeliest first. */
const given = (parameter: string): readonly (readonly unknown[])[] => {
  if (parameter === 'v') return [[values]];
  if (parameter === 'at') return [[new Date(2026, 10, 26, 15, 4, 5)]];
  if (parameter === 'os') return [['windows', 'linux']];
  if (parameter === 'parts') return [[[marker('a'), marker('b')]]];
  if (/^(?:with|is|has)[A-Z]/.test(parameter)) return [[true, false]];
  return numeric.test(parameter) ? [numbers] : [[marker(parameter)], numbers, ['2026-11-26']];
};

const parametersOf = (make: (...args: readonly never[]) => unknown): readonly string[] => {
  const source = make.toString();
  const list = /^\(([^()]*)\)|^([A-Za-z]\w*) ?=>/.exec(source);
  return (list?.[1] ?? list?.[2] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
};

const saidBy = (leaf: Leaf): readonly string[] => {
  if (typeof leaf !== 'function') return [leaf];
  const guesses = combinations(parametersOf(leaf).map(given)) as readonly (readonly (readonly unknown[])[])[];
  const tried = guesses.map((guess) => combinations(guess).map((args) => wordsOf(leaf, args)));
  // A name where a number belongs shows in what is said.
  return tried.find((said) => !said.some((text) => /NaN|undefined/.test(text))) ?? tried[0] ?? [];
};

const wordsOf = (make: Exclude<Leaf, string>, args: readonly unknown[]): string => {
  try {
    const said = make(...(args as never[]));
    return typeof said === 'string' ? said : Object.values(said as object).join('');
  } catch (error) {
    return `undefined: ${String(error)}`;
  }
};

const combinations = (choices: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] =>
  choices.reduce<readonly (readonly unknown[])[]>(
    (sofar, choice) => sofar.flatMap((args) => choice.map((each) => [...args, each])),
    [[]],
  );

export const markersIn = (text: string): readonly string[] => [...new Set(text.match(/‹\w+›/g))].toSorted();

/** The digits of each number, however they are grouped. */
export const numbersIn = (text: string): readonly string[] =>
  [...new Set(text.replaceAll(/(?<=\d)[.,\u00a0\u202f](?=\d)/g, '').match(/\d+/g))].toSorted();

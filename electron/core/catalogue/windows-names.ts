/**
 * Patterns for the names that Windows shows for a product. One gesture for all of them: the vendor's word in any of its
 * scripts, the product's words, then versions, years and editions.
 */

/** The vendor's word as product names begin with it. */
const brands = '(?:Kaspersky(?:\\s+Lab)?|カスペルスキー|卡巴斯基|카스퍼스키|Касперский)';
const mark = '(?:\\s?(?:®|™|\\((?:r|tm)\\)))?';

/** What turns a product's name into the name of something about it, and systems that this catalogue part is not for. */
const aboutIt = [
  'guide|manual|handbook|tutorial|cheat|course|training',
  'remov|uninstall|cleaner|crack|keygen|activator|reset|serial',
  'wallpaper|theme|skin|screensaver',
  'plug-?in|плагин|extension|connector',
  '(?:for|для|für|para|pour) (?:mac|macos|linux|android|ios)\\b',
].join('|');

const gaps = (words: string): string => words.replaceAll(' ', `${mark}\\s*`);
const tail = `${mark}(?:[\\s,:(\\[\\d–—v-].*)?`;

/**
 * A name that begins with these words. `$K` stands for the vendor's word, a space for any gap. `unless` lists, as one
 * alternation, words further on that make it another product.
 */
export const named = (words: string, unless?: string): RegExp => {
  const others = unless === undefined ? aboutIt : `${aboutIt}|${unless}`;
  return new RegExp(`^\\s*${gaps(words).replaceAll('$K', brands)}(?!.*(?:${others}))${tail}$`, 'i');
};

/** A name that begins with these words and says one of the others anywhere after them. */
export const namedWith = (words: string, later: string, unless?: string): RegExp => {
  const others = unless === undefined ? '(?!)' : unless;
  return new RegExp(
    `^\\s*${gaps(words).replaceAll('$K', brands)}(?=.*(?:${later}))(?!.*(?:${others})).*$`,
    'i',
  );
};

/** Any name that begins with the vendor's word, or with its Russian and Ukrainian genitive after "antivirus". */
export const anyVendorName = new RegExp(
  `^\\s*(?:${brands}(?![a-z])|Антив[иі]рус Каспер[а-яі]+|(?:AO|АО)\\s+(?:Kaspersky|"?Лаборатор)).*$`,
  'i',
);

/** A name in another script or order, for which an exact folder says more than the name. */
export const foreignName = /^(?!\s*kaspersky).+$/i;

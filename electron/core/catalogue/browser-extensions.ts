import type { Signature, SignatureWeight } from '../model/product.ts';

/** Extensions of the vendor for the browsers of every system, by the ids and names that the stores give them. */

const ids = [
  // Kaspersky Protection: the current one, and those of 2019 and 2020.
  'ahkjpbeeocnddjkakilopmfdlnjdpcdm',
  'amkpcclbbgegoafihnpgomddadjhcadd',
  // Kaspersky Password Manager.
  'dhnkblpjbkfklfloegejegedcafpliaa',
  // URL Advisor and Virtual Keyboard of 2012.
  'ddoleachckhhdmhpbkddgechjfhnphpe',
  'mcobjbefejmnadahpjbfibgkgchhmjke',
  'com.kaspersky.urla-2Y8XE5CQ94',
  '{3507FA00-ADA2-4A02-99B9-51AD26CA9120}',
];

/** Listed once and unverified: it counts only under the vendor's own name. */
const unverifiedId = 'injhfeogoehjhhacaaahfbkjlomhpgnj';

/** Firefox add-ons carry an address; only the vendor signs one of its own domain. */
const address = /^[\w.{}-]+@kaspersky(?:lab)?\.(?:com|ru)$/i;
/** Safari's extensions are parts of applications and carry a bundle id. */
const bundle = /^com\.kaspersky\.[a-z0-9._-]+$/i;
const name =
  /^Kaspersky (?:Protection(?: Toolbar)?|Password Manager|URL Advisor|Virtual Keyboard|Content Blocker|Anti-Banner|Safe Money|Secure Data Input|VPN)(?: (?:for|in) (?:Google )?\w+| extension| \d[\d.]*)?$/i;
const forcedId = new RegExp(`^(?:.*["\\\\\\s:,])?(?:${ids.slice(0, 5).join('|')})(?:["\\s;,:}].*)?$`, 'i');

/** `sure` for ids that only the vendor has, `likely` for names, which any extension could take. */
export const extensionSignatures = (sure: SignatureWeight, likely: SignatureWeight): readonly Signature[] => [
  { table: 'browserExtensions', weight: sure, reason: 'extension-id', match: { id: { is: ids } } },
  {
    table: 'browserExtensions',
    weight: sure,
    reason: 'extension-id',
    match: { id: { pattern: address } },
  },
  {
    table: 'browserExtensions',
    weight: sure,
    reason: 'extension-id',
    match: { id: { pattern: bundle } },
  },
  {
    table: 'browserExtensions',
    weight: sure,
    reason: 'extension-name',
    match: { id: { is: [unverifiedId] }, name: { pattern: name } },
  },
  {
    table: 'browserExtensions',
    weight: likely,
    reason: 'extension-name',
    match: { name: { pattern: name } },
  },
];

/** A policy that puts the vendor's extension into a browser, whoever set it. */
export const extensionPolicies = (weight: SignatureWeight): readonly Signature<'browserPolicies'>[] =>
  (['value', 'name'] as const).map((column) => ({
    table: 'browserPolicies',
    weight,
    reason: 'browser-policy',
    match: { [column]: { pattern: column === 'value' ? forcedId : /^com\.kaspersky\.[\w.]+$/i } },
  }));

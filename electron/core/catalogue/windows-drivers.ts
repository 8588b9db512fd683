/**
 * Kernel drivers of the vendor, by exact name: Windows' own `klist`, Defender's `KslD` and others' drivers begin with
 * the same letters. Recent builds add a tag with the version of the platform: `.K4W-21-25` at home, `.KES-21-9` in
 * companies; older ones and a few current ones have none.
 */
const bases = [
  'klif|klflt|klhk|klgse|kldisk|klpd|klpnpflt|klkbdflt2?|klmouflt|klbackupdisk|klbackupflt|klwtp|kneps|klim[56]?',
  'klwfp|kltdi|klids|klelam|cm_km|kl1|kl2|klboot|klfdefsf|klvfs|klfle',
  'klrsps|klsnsr|klifks|klifaa|klifsm|klam|klbg|kldback|kldlinf|kldtool|klcdp|klshadow|klsysrec|klvirt|klsec',
].join('|');

const updatable = '(?:arkmon|klbg|klark|mark|kimul|klif)';
const homeTag = 'k4w-\\d+-\\d+';
const endpointTag = 'kes-\\d+-\\d+';

const nameOf = (tag: string): string => `(?:(?:${bases})\\.${tag}|klupd_${tag}_${updatable})`;
const plain = `(?:(?:${bases})|klupd_klif_${updatable})`;

const anchored = (name: string): RegExp => new RegExp(`^${name}(?:\\.sys)?$`, 'i');

export const homeDrivers = anchored(nameOf(homeTag));
export const endpointDrivers = anchored(nameOf(endpointTag));
/** Without a tag: of any home or business product, of this year or of 2008. */
export const plainDrivers = anchored(plain);

export const driverKinds = ['home', 'endpoint', 'plain'] as const;
export type DriverKind = (typeof driverKinds)[number];

/** The same drivers as files of Windows' driver folder. */
export const driverFile = (kind: DriverKind): RegExp => {
  const name = { home: nameOf(homeTag), endpoint: nameOf(endpointTag), plain }[kind];
  return new RegExp(
    `^[a-z]:[\\\\/]windows[\\\\/](?:system32|sysnative|syswow64)[\\\\/]drivers[\\\\/]${name}\\.sys$`,
    'i',
  );
};

/** Their names in that folder, each as it is. */
export const driverFileName = new RegExp(
  `^(?:${[homeTag, endpointTag].map(nameOf).join('|')}|${plain})\\.sys$`,
  'i',
);

/** An entry of a device class: keyboard, mouse and volume filters. Taking the file before the entry stops the device. */
export const filterEntry = (kind: DriverKind): RegExp =>
  ({ home: homeDrivers, endpoint: endpointDrivers, plain: plainDrivers })[kind];

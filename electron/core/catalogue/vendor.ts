/**
 * Kaspersky's company names as they stand in publisher, vendor and maintainer fields, after `bareName` has taken off
 * legal forms, quotes and addresses. Sources: public software inventories; the vendor's own packages.
 */
const vendorNames = new Set([
  'kaspersky',
  'kaspersky lab',
  'kaspersky labs',
  'лаборатория касперского',
  'касперский',
  '卡巴斯基',
  '卡巴斯基实验室',
  '卡巴斯基實驗室',
  'カスペルスキー',
  '카스퍼스키',
  'كاسبرسكي',
  'كاسبيرسكي',
  'کسپرسکی',
  'קספרסקי',
  'лабораторія касперського',
  'касперски',
  'касперски лаб',
  'касперский лаб',
  '卡巴斯基技术开发',
  '卡巴斯基技術開發',
  'カスペルスキーラボ',
  'カスペルスキー ラボ',
  '카스퍼스키랩',
  '카스퍼스키 랩',
  'แคสเปอร์สกี้',
  'kaspersky com',
  'www kaspersky com',
]);

/** Mail domains of the vendor, for `Name <address>` fields. */
const vendorDomains = new Set(['kaspersky.com', 'kaspersky.ru', 'kaspersky-labs.com', 'avp.ru']);

const legalForms = new Set(
  (
    'ao oao zao pao jsc cjsc ojsc llc ooo ltd limited inc gmbh uk ag sl sas sarl srl bv co corp corporation ' +
    'international usa us americas europe france deutschland italia iberia polska japan china ао зао оао ооо пао ат тов'
  ).split(' '),
);

/** Forms that Chinese, Japanese and Korean names carry without a space. */
const attachedForms = /(?:有限责任公司|股份有限公司|有限公司|株式会社|주식회사)/g;
/** `1997-2023` of a copyright line. */
const years = /\b(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?\b/g;

/**
 * `AO "Kaspersky Lab"` -> `kaspersky lab`. Whole words only: a name that merely contains the word
 * ("Friends of Kaspersky") keeps its other words and so does not match.
 */
const bareName = (company: string): string =>
  company
    .normalize('NFKC')
    .toLowerCase()
    .replace(/<[^<>]*>/g, ' ')
    .replace(/\([^()]*\)/g, ' ')
    .replace(attachedForms, ' ')
    .replace(years, ' ')
    .replace(/[\s"'«»“”„‟’‘`.,©®™]+/g, ' ')
    .split(' ')
    .filter((word) => word !== '' && !legalForms.has(word))
    .join(' ');

/** Whether a publisher, vendor or maintainer field names Kaspersky itself. */
export const isKaspersky = (company: string): boolean => {
  if (vendorNames.has(bareName(company))) return true;
  const organisation = /(?:^|[^\\], ?)O=("[^"]*"|(?:\\.|[^,\\])+)/.exec(company)?.[1];
  if (organisation !== undefined) return vendorNames.has(bareName(organisation));
  const domain = /<[^<>@\s]+@([^<>@\s]+)>\s*$/.exec(company)?.[1]?.toLowerCase();
  return domain !== undefined && vendorDomains.has(domain);
};

/** Folders that only Kaspersky's products make. Shared between products; walked to the last file. */
export const linuxRoots: readonly string[] = [
  '/opt/kaspersky',
  '/var/opt/kaspersky',
  '/etc/opt/kaspersky',
  '/var/log/kaspersky',
];

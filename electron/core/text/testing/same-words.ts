const names = [
  'Kaspersky Removal Assistant',
  'Windows',
  'macOS',
  'Linux',
  'PDF',
  'HTML',
  'JSON',
  'CSV',
  // The direction of writing: a word for the page, not for people.
  'ltr',
];

/** Words that are the same in a language as in English. A new one here is a decision, not a shortcut. */
const words: Readonly<Record<string, readonly string[]>> = {
  de: ['Computer', 'Name', 'Status', 'System', 'Ticket', 'Version', 'Details', 'Start'],
  es: ['no', 'byte', 'bytes', 'Antivirus'],
  fr: [
    '[options]',
    'Antivirus',
    'Application',
    'Applications',
    'Certain',
    'Directive',
    'Site',
    'Service',
    'Services',
    'Ticket',
    'Version',
  ],
};

/** Whether a text says the same in English and in this language: by nature, or because nothing but data stands in it. */
export const isRightlyEnglish = (id: string, text: string): boolean => {
  const own = text.replaceAll(/‹\w+›|[\d.,:·…→–]/g, '').trim();
  const known = [...names, ...(words[id] ?? [])].map((word) => word.toLowerCase());
  return own === '' || known.includes(own.toLowerCase());
};

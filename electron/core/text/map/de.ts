import { wordsOf } from '../words.ts';
import type { MapWords } from './en.ts';

const { count, counted, date, decimal } = wordsOf('de');

export const map: MapWords = {
  title: 'Übersicht über viele Computer',
  states: {
    present: 'Noch da',
    'in-work': 'Wird entfernt',
    'restart-needed': 'Wartet auf Neustart',
    unknown: 'Unbekannt',
    missing: 'Kein Bericht',
    leftovers: 'Nur Reste',
    removed: 'Entfernt',
    clean: 'Nichts gefunden',
  },
  coverage: {
    looked: 'Nachgesehen',
    partly: 'Zum Teil nachgesehen',
    unusable: 'Kein Bericht, der zählt',
    missing: 'Nie berichtet',
  },
  marks: {
    clone: 'Kopie eines Abbilds: Ein anderer Computer trägt dasselbe Merkmal',
    conflict: 'Seine Berichte widersprechen sich',
    contradiction: 'Ein Bericht sagt zweierlei',
    returned: 'Es war weg und kam zurück',
    late: 'Erst nach der Frist nachgesehen',
    altered: 'Ein Bericht wurde verändert',
    future: 'Ein Bericht trägt ein künftiges Datum',
    unlisted: 'Nicht in der Inventarliste',
  },
  conflicts: {
    'same-tag': 'Eine Inventarnummer an mehreren Computern. Jeder zählt.',
    'same-name': 'Ein Name für mehrere Computer. Jeder zählt.',
    'same-time': 'Zwei Berichte desselben Augenblicks widersprechen sich. Der schlechtere zählt.',
  },
  skipped: {
    'not-json': 'kein JSON oder abgeschnitten',
    encoding: 'kein Text in UTF-8 oder UTF-16',
    'too-large': 'größer als 32 MB',
    unreadable: 'konnte nicht gelesen werden',
    foreign: 'eine Datei eines anderen Programms',
    'other-document': 'eine Datei dieses Programms, aber kein Bericht',
    'newer-version': 'von einer neueren Version dieses Programms',
    'bad-report': 'kein vollständiger Bericht',
    'no-date': 'ohne lesbares Datum',
    example: 'ein Beispiel, kein echter Computer',
    link: 'eine Verknüpfung; ihnen wird nicht gefolgt',
    'not-a-file': 'keine Datei',
  },
  measures: {
    looked: 'Feststellen',
    planned: 'Planen',
    begun: 'Entfernung beginnen',
    gone: 'Entfernung abschließen',
    person: 'Durch eine Person',
  },
  open: {
    looked: (n) => `${count(n)} nicht vollständig nachgesehen`,
    planned: (n) => `${count(n)} ohne einen Plan, der sich ausführen lässt`,
    begun: (n) => `${count(n)} nicht begonnen`,
    gone: (n) => `${count(n)} nicht abgeschlossen`,
    person: () => 'das muss eine Person sagen',
  },
  phase: ({ state, daysLeft, begunOn }) => {
    const left = daysLeft === 0 ? 'heute fällig' : `noch ${counted(daysLeft, 'Tag', 'Tage')}`;
    switch (state) {
      case 'done':
        return 'Erledigt';
      case 'begun':
        return `Begonnen am ${date(begunOn ?? '')}`;
      case 'no-list':
        return 'Alle, die berichtet haben. Ohne Inventarliste lässt sich nicht sagen, wer fehlt.';
      case 'late':
        return `${counted(-daysLeft, 'Tag', 'Tage')} zu spät`;
      case 'open':
        return left;
      case 'person':
        return daysLeft < 0
          ? `Seit ${counted(-daysLeft, 'Tag', 'Tagen')} vorbei. Das muss eine Person sagen`
          : left;
    }
  },
  rate: (n) => `ab jetzt ${decimal(n)} Computer am Tag`,
  dueOn: (days, due) => `Tag ${count(days)} · ${date(due)}`,
  date,
  today: (day) =>
    day < 0 ? `Die Fristen beginnen in ${counted(-day, 'Tag', 'Tagen')}` : `Heute ist Tag ${count(day)}`,
  clock: (name, start) => `${name}, ab ${date(start)}`,
  deadlines: 'Fristen',
  directive: 'Vorgabe',
  noSite: 'Kein Standort',
  allSites: 'Alle Standorte',
  neverClean: 'Ein Computer ohne Bericht gilt nie als frei von Kaspersky.',
  computers: (n) => `${count(n)} Computer`,
  readFrom: (reports, computers) =>
    `${counted(reports, 'Bericht', 'Berichte')} für ${count(computers)} Computer`,
  aside: (copies, superseded, skipped) =>
    [
      ...(copies === 0 ? [] : [`${counted(copies, 'Kopie', 'Kopien')} nur einmal gezählt`]),
      ...(superseded === 0 ? [] : [`${count(superseded)} durch spätere überholt`]),
      ...(skipped === 0 ? [] : [`${counted(skipped, 'Datei', 'Dateien')} übergangen`]),
    ].join(' · '),
  folder: 'Ordner',
  made: 'Erstellt',
  reading: (files) => `Berichte werden gelesen: ${count(files)}`,
  state: 'Stand',
  coverageHeading: 'Abdeckung',
  all: 'Alle',
  site: 'Standort',
  bySite: 'Computer nach Standort',
  computer: 'Computer',
  assetTag: 'Inventarnummer',
  name: 'Name',
  system: 'System',
  lookedAt: 'Nachgesehen am',
  products: 'Produkte und Versionen',
  productsNote: 'Ein Computer kann mehrere haben.',
  product: 'Produkt',
  version: 'Version',
  other: 'Werkzeug, Nachfolger oder Engine',
  productLine: (present, removed, leftovers, other) =>
    [
      ...(present === 0 ? [] : [`${count(present)} noch da`]),
      ...(removed === 0 ? [] : [`${count(removed)} entfernt`]),
      ...(leftovers === 0 ? [] : [`${count(leftovers)} nur Reste`]),
      ...(other === 0 ? [] : [`${count(other)} Werkzeug, Nachfolger oder Engine`]),
    ].join(' · '),
  nothingFound: 'Kein Produkt wurde gefunden.',
  toSettle: 'Bitte prüfen',
  clones: (computers) => `Kopien eines Abbilds: ${computers}`,
  altered: (file) => `${file}: nach dem Schreiben verändert. Der Bericht entscheidet nichts.`,
  future: (file, lookedAt) =>
    `${file}: Das Datum ${lookedAt} liegt in der Zukunft. Der Bericht entscheidet nichts.`,
  marksHeading: 'Anmerkungen',
  skippedHeading: 'Nicht als Bericht gelesen',
  file: 'Datei',
  why: 'Warum',
  more: (n) => `und ${count(n)} weitere`,
  columns: 'Computer',
  form: {
    title: 'Plan und Statusbericht',
    check:
      'Vergleichen Sie diese Liste von Feldern mit dem amtlichen Text Ihrer Vorgabe, bevor Sie sie abgeben. Was ein Programm wissen kann, ist ausgefüllt; der Rest bleibt Ihnen.',
    open: 'Auszufüllen',
    field: 'Feld',
    filled: 'Inhalt',
    from: 'Von',
    byMap: 'der Übersicht',
    byPerson: 'einer Person',
    asOf: (at) => `Stand ${at}`,
    fields: {
      organisation: 'Name der Organisation',
      contact: 'Ansprechperson: Name, Telefon, E-Mail',
      products: 'Gefundene Produkte',
      endpoints: 'Endgeräte mit jedem Produkt',
      methods: 'Wie nach ihnen gesucht wurde',
      components: 'Betroffene Teile der Organisation',
      mission: 'Wozu diese Endgeräte dienen',
      contracts: 'Verträge mit dem Hersteller und ihre Kosten',
      timeline: 'Zeitplan der Entfernung',
      controls: 'Sicherheitsfunktionen, die von der Entfernung betroffen sind',
      replacement: 'Ersatz',
      replacementTimeline: 'Zeitplan des Ersatzes',
      difficulties: 'Absehbare Schwierigkeiten',
      costs: 'Kosten für Lizenzen, Betrieb und Ersatz',
      progress: 'Fortschritt der Entfernung',
    },
    endpointsOf: (n) => counted(n, 'Endgerät', 'Endgeräte'),
    methodsText: (tool, looked, partly, none) =>
      `Auf jedem Computer hat ${tool} nachgesehen: installierte Programme und Pakete, Dienste, Treiber, laufende Programme, Dateien, Browsererweiterungen und, wo es eine gibt, die Registrierung, jeweils gegen eine Liste genauer Namen. ${count(looked)} wurden vollständig nachgesehen, ${count(partly)} zum Teil, für ${count(none)} gibt es keinen Bericht, der zählt.`,
    phaseLine: (name, due, how) => `${name}, bis ${due}: ${how}`,
    difficultyUnknown: (n) => `${count(n)} Computer ließen sich nicht beurteilen oder haben nie berichtet`,
    difficultyStuck: (n) => `${counted(n, 'Entfernung ist', 'Entfernungen sind')} begonnen und nicht am Ende`,
    difficultyServers: (names) => `Server, die nur ihr Administrator entfernen kann: ${names}`,
    difficultyReturned: (n) =>
      `Auf ${counted(n, 'Computer', 'Computern')} kam es nach einer Entfernung zurück`,
    stateLine: (state, n) => `${state}: ${count(n)}`,
  },
};

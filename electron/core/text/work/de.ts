import { wordsOf } from '../words.ts';
import type { WorkWords } from './en.ts';

const { count, counted, bytes } = wordsOf('de');
const leftovers = (n: number): string => counted(n, 'Rest', 'Reste');

export const work: WorkWords = {
  password: {
    heading: 'Kennwort zum Deinstallieren',
    lead: 'Wer den Schutz eingerichtet hat, hat es gewählt. Wir geben es dem Deinstallationsprogramm einmal und vergessen es.',
    of: (name) => `Kennwort von ${name}`,
    show: 'Kennwort anzeigen',
    without:
      'Sie können das Feld leer lassen. Dann weigert sich das Deinstallationsprogramm vielleicht; verloren geht nichts.',
    filledIn: 'Ausgefüllt',
    missing: 'Nicht ausgefüllt',
  },

  afterwards: {
    heading: 'Was zurückbleibt',
    tick: 'Reste danach beiseitelegen',
    lead: 'Produkte lassen Ordner und Einstellungen zurück. Sie werden beiseitegelegt, nicht gelöscht; das lässt sich rückgängig machen.',
    where: (n) => `Wo wir nachsehen: ${counted(n, 'Stelle', 'Stellen')}`,
    none: 'Wir sehen noch keine Stelle, an der etwas übrig bleiben könnte.',
    changed: (n) => `Reste, die Sie noch nicht gesehen haben: ${count(n)}`,
  },

  administrator: {
    heading: 'Worüber Ihre Administratoren entscheiden',
    lead: 'Fragen Sie sie auf einem Arbeitscomputer, bevor Sie fortfahren.',
    server:
      'Der Administrationsserver kann Kaspersky wieder installieren. Bitten Sie darum, diesen Computer dort freizugeben.',
    encryption:
      'Vielleicht haben sie diesen Datenträger oder Dateien verschlüsselt. Nur sie können alles sicher entschlüsseln.',
    password: 'Sie kennen das Kennwort zum Deinstallieren.',
    rights: 'Sie können Administratorrechte geben oder das Produkt für Sie entfernen.',
    saveForHelpDesk: 'Bericht für den IT-Support speichern',
    helpDeskNote: 'Oder geben Sie den Bericht dem IT-Support: Er sagt, was hier ist und was noch zu tun ist.',
  },

  vendorWindow: {
    heading: 'Kasperskys eigenes Fenster öffnet sich',
    lines: [
      'Wählen Sie in diesem Fenster „Entfernen“.',
      'Wenn es nach einem Neustart fragt, wählen Sie „nicht jetzt“.',
      'Kehren Sie danach hierher zurück. Wir merken, wenn es fertig ist.',
    ],
    cli: 'Das eigene Fenster des Produkts öffnet sich jetzt. Beantworten Sie, was es fragt; wir merken, wenn es fertig ist.',
  },

  stopWaiting: {
    button: 'Nicht mehr warten',
    of: (name) => `Nicht mehr warten: ${name}`,
    hint: 'Es arbeitet von selbst weiter; wir beenden es nie. Sie können später fortfahren.',
    stopping: 'Wir warten nicht mehr',
  },

  settingAside: {
    lookingCloser: 'Wir sehen genauer nach, was übrig ist',
    progress: (n) => `Reste werden beiseitegelegt: ${count(n)} fertig`,
  },

  leftovers: {
    chosen: (n, all) => `${count(n)} von ${count(all)} ausgewählt`,
    chosenSize: (n, all, size) => `${count(n)} von ${count(all)} ausgewählt, ${bytes(size)}`,
    kinds: {
      files: 'Dateien',
      'empty-folder': 'Leerer Ordner',
      group: 'Benutzergruppe',
      'registry-branch': 'Registrierungszweig',
      'empty-key': 'Leerer Registrierungsschlüssel',
      'class-filter': 'Gerätefilter',
      service: 'Diensteintrag',
    },
    entries: (n) => counted(n, 'Datei oder Ordner', 'Dateien und Ordner'),
    proven: 'Nachgewiesen: Nur Kaspersky verwendet diese Stelle.',
    likely: 'Wahrscheinlich von Kaspersky. Kreuzen Sie es an, wenn Sie zustimmen.',
    of: (name) => `Zurückgelassen von ${name}`,
    cleanUp: (n) => `${leftovers(n)} aufräumen`,
    cleanUpAsking: (n) => `${leftovers(n)} aufräumen (fragt nach Administratorrechten)`,
    note: 'Beiseitegelegt, nicht gelöscht. Sie können es rückgängig machen.',
    chooseFirst: 'Kreuzen Sie an, was aufgeräumt werden soll.',
    alone: 'Nicht angerührt',
    aside: (n) => `${count(n)} beiseitegelegt`,
    asideSize: (n, size) => `${count(n)} beiseitegelegt, ${bytes(size)}`,
    undo: 'Rückgängig',
    undoAll: 'Alles zurücklegen',
    asking: 'Ihr Computer fragt jetzt nach Administratorrechten.',
    cleaning: (n) => `Aufräumen: ${count(n)} fertig`,
    undoing: (n) => `Zurücklegen: ${count(n)} fertig`,
    looking: 'Wir sehen noch einmal nach',
    stop: 'Nach diesem anhalten',
    cleanUpFailed: 'Die Reste wurden nicht aufgeräumt',
    undoFailed: 'Es wurde nichts zurückgelegt',
    changed: 'Es ist mehr da, als Ihnen gezeigt wurde',
    changedLead:
      'Wir haben noch einmal nachgesehen. Es wurde nichts geändert. Lesen Sie die Liste noch einmal und entscheiden Sie dann.',
    cleaned: (n) => `${leftovers(n)} beiseitegelegt.`,
    restored: (n) => `${leftovers(n)} zurückgelegt.`,
    refused: (n) => `${count(n)} nicht zurückgelegt:`,
    prepareOnly: 'Aufräumen, was übrig ist',
  },

  protection: {
    heading: 'Schutz jetzt',
    active: (names) => `${names} ist eingeschaltet`,
    none: 'Kein anderer Virenschutz ist eingeschaltet',
    noneHow: 'Schalten Sie einen ein, bevor Sie diesen Computer weiter benutzen.',
    unknown: 'Wir konnten nicht sehen, was diesen Computer schützt',
    unknownHow: 'Sehen Sie in den Sicherheitseinstellungen Ihres Systems nach.',
    'not-listed': 'Dieses System führt keine Liste von Virenschutzprogrammen',
    'not-listedHow': 'Wenn es einen braucht, achten Sie darauf, dass er eingeschaltet ist.',
  },

  next: {
    button: 'Nächster Computer',
    hint: 'Vergisst diesen Computer; „Ausgeführt von“ und der Anfang des Tickets bleiben.',
  },

  commands: {
    heading: 'Dasselbe auf der Befehlszeile',
    unattended: 'Ohne Rückfragen (unbeaufsichtigt)',
    copyHint:
      'Kennwörter stehen nie auf einer Befehlszeile: Sie werden erfragt oder kommen über die Standardeingabe.',
    of: (step) => `Befehl: ${step}`,
  },
};

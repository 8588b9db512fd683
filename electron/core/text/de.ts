import type { Texts } from './en.ts';
import { map } from './map/de.ts';
import { hazard, sentence, wordsOf } from './words.ts';
import { work } from './work/de.ts';

const { count, plural, counted, bytes, clock, clockWithSeconds, elapsed, span } = wordsOf('de');
const places = (n: number): string => counted(n, 'Stelle', 'Stellen');
const products = (n: number): string => counted(n, 'Kaspersky-Produkt', 'Kaspersky-Produkte');
const plainProducts = (n: number): string => counted(n, 'Produkt', 'Produkte');

/** German. Formal address; terms as Windows, macOS and GNOME use them. */
export const de: Texts = {
  language: 'de',
  ownName: 'Deutsch',
  direction: 'ltr',
  appName: 'Kaspersky Removal Assistant',
  labelled: (label, words) => `${label}: ${words}`,
  independent: 'Ein unabhängiges Werkzeug. Nicht von Kaspersky hergestellt oder unterstützt.',
  example: 'Beispiel: Auf diesem Computer wird nichts gelesen oder geändert',

  places: {
    programs: 'Programme',
    services: 'Dienste',
    kernelModules: 'Kernelmodule',
    processes: 'Laufende Programme',
    files: 'Dateien und Ordner',
    packages: 'Pakete',
    units: 'Systemdienste',
    apps: 'Apps',
    launchItems: 'Startobjekte',
    systemExtensions: 'Systemerweiterungen',
    kernelExtensions: 'Kernel-Erweiterungen',
    receipts: 'Installationsbelege',
    profiles: 'Konfigurationsprofile',
    securityCentre: 'Windows-Sicherheit',
    browserExtensions: 'Browsererweiterungen',
    browserPolicies: 'Browserrichtlinien',
    registry: 'Registrierung',
    classFilters: 'Gerätefilter',
    networkBindings: 'Netzwerkfilter',
    encryption: 'Festplattenverschlüsselung',
    settings: 'Produkteinstellungen',
    restartPending: 'Ausstehender Neustart',
    certificates: 'Zertifikate',
    scheduledTasks: 'Geplante Aufgaben',
    startup: 'Autostart',
    accounts: 'Benutzer und Gruppen',
    packageSources: 'Paketquellen',
  },

  signs: {
    programs: 'Programmeintrag',
    services: 'Dienst',
    kernelModules: 'Kernelmodul',
    processes: 'Laufendes Programm',
    files: 'Datei oder Ordner',
    packages: 'Paket',
    units: 'Systemdienst',
    apps: 'App',
    launchItems: 'Startobjekt',
    systemExtensions: 'Systemerweiterung',
    kernelExtensions: 'Kernel-Erweiterung',
    receipts: 'Beleg',
    profiles: 'Profil',
    securityCentre: 'Eintrag in Windows-Sicherheit',
    browserExtensions: 'Browsererweiterung',
    browserPolicies: 'Browserrichtlinie',
    registry: 'Registrierungsschlüssel',
    classFilters: 'Gerätefilter',
    networkBindings: 'Netzwerkfilter',
    encryption: 'Verschlüsseltes Laufwerk',
    settings: 'Einstellung',
    restartPending: 'Ausstehender Neustart',
    certificates: 'Zertifikat',
    scheduledTasks: 'Geplante Aufgabe',
    startup: 'Autostart-Eintrag',
    accounts: 'Benutzer oder Gruppe',
    packageSources: 'Paketquelle',
  },

  reasons: {
    'package-name-and-vendor': 'Paketname und Hersteller stimmen überein',
    'package-name': 'Paketname stimmt überein',
    'package-vendor': 'Das Paket stammt von Kaspersky',
    'unit-name-and-program': 'Startet ein Programm im Ordner von Kaspersky',
    'unit-name': 'Dienstname stimmt überein',
    'unit-program': 'Startet ein Programm im Ordner von Kaspersky',
    'process-path': 'Läuft aus dem Ordner von Kaspersky',
    'process-name': 'Programmname stimmt überein',
    'own-folder': 'Wird nur von diesem Produkt verwendet',
    'own-file': 'Von diesem Produkt angelegt',
    'unit-file': 'Dienstdatei dieses Produkts',
    'vendor-folder': 'Liegt im Ordner von Kaspersky',
    'kernel-module': 'Kernelmodul dieses Produkts',
    'program-name-and-vendor': 'Name und Herausgeber stimmen überein',
    'program-name-and-folder': 'Name und Ordner stimmen überein',
    'program-name': 'Name stimmt überein',
    'program-vendor': 'Der Herausgeber ist Kaspersky',
    'program-folder': 'Im Ordner von Kaspersky installiert',
    'product-code': 'Installationscode dieses Produkts',
    'service-name': 'Dienstname stimmt überein',
    'service-path': 'Läuft aus dem Ordner von Kaspersky',
    'driver-name': 'Treibername stimmt überein',
    'registry-product-name': 'Ein eigener Schlüssel von Kaspersky nennt das Produkt',
    'registry-key': 'Eigener Schlüssel von Kaspersky',
    'security-centre-name':
      'Windows-Sicherheit nennt es. Dieser Eintrag kann länger bestehen als sein Produkt',
    'security-centre-stale':
      'Ein veralteter Eintrag: Windows-Sicherheit nennt es noch, sonst ist nichts mehr davon da',
    'extension-id': 'Nach ihrer Kennung eine Erweiterung von Kaspersky',
    'extension-name': 'Name und Hersteller der Erweiterung stimmen überein',
    'certificate-subject': 'Zertifikat, das Kaspersky auf diesem Computer angelegt hat',
    'store-package': 'Store-Paket von Kaspersky',
    'class-filter': 'Filter von Kaspersky in einer Geräteklasse',
    'network-filter': 'Filter von Kaspersky an einem Netzwerkadapter',
    'encrypted-volume': 'Von Kaspersky verschlüsselt',
    'task-in-vendor-folder': 'Startet ein Programm im Ordner von Kaspersky',
    'startup-in-vendor-folder': 'Startet ein Programm im Ordner von Kaspersky',
    'bundle-id': 'Bundle-ID dieses Produkts',
    'team-id': 'Von Kaspersky signiert',
    receipt: 'Installationsbeleg dieses Produkts',
    'launch-item': 'Startobjekt dieses Produkts',
    profile: 'Profil von Kaspersky',
    'browser-policy': 'Richtlinie, die die Erweiterung von Kaspersky installiert',
    'engine-outside-vendor': 'Treiber von Kaspersky im Ordner eines anderen Herstellers',
    'account-name': 'Benutzer oder Gruppe, die dieses Produkt anlegt',
    'package-source': 'Pakete kommen von einem Kaspersky-Server: Er kann das Produkt zurückbringen',
    'short-name': 'Name stimmt überein; das zählt nur neben anderen Spuren',
    'filter-attached': 'Dieser Verschlüsselungsfilter ist aktiv',
    'pre-boot': 'Kaspersky fragt vor dem Start von Windows nach einem Kennwort',
    'encryption-unclear': 'Verschlüsselt; womit, konnten wir nicht feststellen',
    'bitlocker-managed': 'BitLocker, von Kaspersky verwaltet',
    'vault-file': 'Ein Kennwortspeicher',
    setting: 'So steht es in den Einstellungen des Produkts',
    'restart-pending': 'Windows merkt einen ausstehenden Neustart vor',
    'installer-running': 'Windows Installer arbeitet gerade',
    'file-gone': 'Die zugehörige Datei ist nicht mehr da',
  },

  confidence: { proven: 'Sicher', likely: 'Wahrscheinlich', weak: 'Nicht sicher' },

  status: {
    installed: 'Installiert',
    leftovers: 'Reste',
    'report-only': 'Serverprodukt: nur im Bericht',
    'vendor-tool': 'Werkzeug des Herstellers, noch auf dem Datenträger',
    successor: 'Nachfolger',
    oem: 'Enthält die Technik von Kaspersky',
  },

  verdict: {
    found: 'Kaspersky ist auf diesem Computer.',
    leftovers: 'Kein Kaspersky-Produkt ist installiert. Etwas von Kaspersky ist noch da.',
    unknown: 'Wo wir nachsehen konnten, haben wir nichts gefunden, aber wir konnten nicht überall nachsehen.',
    clean:
      'Auf diesem Computer ist nichts von Kaspersky. Wir konnten an jeder Stelle nachsehen, auf die es ankommt.',
    removed: 'Kaspersky ist weg. Wir haben zur Sicherheit noch einmal nachgesehen.',
    'restart-needed': 'Kaspersky ist entfernt, sobald dieser Computer neu gestartet wurde.',
    incomplete: 'Nicht abgeschlossen. Etwas von Kaspersky ist noch da oder konnte nicht geprüft werden.',
  },

  removedButStaying: (names) => `Was Sie ausgewählt haben, ist weg. Noch auf diesem Computer: ${names}.`,
  leftoversRemain: (n) => `${counted(n, 'Rest bleibt', 'Reste bleiben')} zurück.`,

  outcomes: {
    removed: 'Entfernt',
    'already-gone': 'War schon weg',
    'restart-needed': 'Entfernt. Der Computer muss neu gestartet werden.',
    'still-there': 'Das Deinstallationsprogramm meldete Erfolg, aber das Produkt ist noch da.',
    failed: 'Das Deinstallationsprogramm des Produkts ist fehlgeschlagen.',
    busy: 'Ein anderes Programm hat zu lange installiert. Versuchen Sie es erneut, wenn es fertig ist.',
    'on-hold':
      'Dieses Paket wird auf Wunsch der Administration dieses Computers zurückgehalten. Geben Sie es mit „apt-mark unhold“ frei und versuchen Sie es erneut.',
    'would-remove-others':
      'Dabei würden auch Programme entfernt, die nicht von Kaspersky sind. Wir haben es nicht angerührt.',
    'wrong-password-or-rights':
      'Das Produkt hat das Kennwort nicht angenommen, oder die nötigen Rechte fehlen.',
    cancelled: 'Von Ihnen angehalten',
    'not-started': 'Nicht begonnen',
    'tool-missing': 'Was es entfernt, ist nicht auf diesem Computer.',
    'needs-person':
      'Das geht nur von Hand, im Fenster von Kaspersky. Starten Sie das Deinstallationsprogramm, folgen Sie ihm und sehen Sie danach noch einmal nach.',
    'after-restart': 'Folgt nach dem Neustart',
    'left-running':
      'Sie haben nicht länger gewartet. Das Deinstallationsprogramm arbeitet vielleicht noch; sehen Sie später noch einmal nach.',
    'blocked-by-policy':
      'Eine Regel dieses Computers verbietet es. Fragen Sie die Person, die ihn verwaltet.',
    'source-missing':
      'Windows braucht die ursprüngliche Installationsdatei des Produkts, und sie ist nicht mehr da.',
    'untrusted-program':
      'Nicht nur Administratoren können das Deinstallationsprogramm verändern. Deshalb haben wir es nicht mit Ihren Rechten gestartet.',
  },

  lastResort: [
    'Wenn es nach einem Neustart und einem zweiten Versuch noch da ist: Kaspersky hat ein eigenes Werkzeug zum Entfernen (kavremover), das man von Hand benutzt.',
    'Laden Sie es nur bei Kaspersky herunter: https://support.kaspersky.com/common/uninstall/1464',
    'Prüfen Sie die Datei, bevor Sie sie starten: removal-assistant check-tool FILE. Sehen Sie danach noch einmal mit diesem Programm nach.',
  ],

  toolCheck: {
    genuine: (signer) =>
      `Die Signatur ist unversehrt und stammt von Kaspersky (${signer}). Starten Sie das Werkzeug selbst, wenn nichts anderes hilft, und löschen Sie es danach.`,
    missing: 'Diese Datei gibt es nicht.',
    'not-signed':
      'Diese Datei ist nicht signiert. Das Werkzeug von Kaspersky ist es: Starten Sie diese Datei nicht.',
    'not-trusted': (signer) =>
      `In der Signatur steht ${signer}, aber dieser Computer vertraut ihr nicht, oder die Datei wurde verändert. Starten Sie sie nicht.`,
    'other-signer': (signer) => `Signiert von ${signer}, nicht von Kaspersky. Starten Sie die Datei nicht.`,
    unknown: (why) => `Die Signatur konnte nicht geprüft werden: ${why}. Starten Sie die Datei nicht.`,
  },

  leftReasons: {
    protected: 'Es liegt an einem Ort, an dem wir nie etwas anrühren.',
    'in-use': 'Ein Kaspersky-Produkt, das noch da ist, verwendet es.',
    'server-data': 'Es gehört zu einem Serverprodukt. Darüber entscheidet dessen Administration.',
    'personal-data':
      'Dateien oder Kennwörter von Personen können darin sein, deshalb bleibt es. Sichern Sie, was gebraucht wird; danach nimmt „remove --leftovers --accept“ mit dem hier genannten Namen es mit.',
    'package-file': 'Die Paketverwaltung kümmert sich darum.',
    unproven: 'Der Name allein beweist nicht, dass es von Kaspersky ist.',
    'account-in-use': 'Jemand oder etwas verwendet dieses Konto vielleicht noch.',
    'package-source':
      'Jemand hat diese Paketquelle eingerichtet. Nehmen Sie sie aus der Liste, wenn niemand sie braucht.',
    certificate: 'Entfernen Sie es mit dem Werkzeug des Zertifikatspeichers.',
    reported: 'So etwas nennen wir nur.',
    'filters-unknown':
      'Wir konnten nicht die Filter aller Geräte lesen. Deshalb rühren wir keinen Treiber an.',
    'filter-listed': 'Ein Gerät führt diesen Treiber noch auf.',
    changed: 'Es hat sich geändert, während wir arbeiteten.',
    'link-in-path': 'Eine Verknüpfung führt dorthin, und wir folgen keiner.',
    'others-can-write': 'Nicht nur Administratoren können es austauschen, während wir arbeiten.',
    mounted: 'Dort ist ein anderes Dateisystem eingehängt.',
    'special-file':
      'Es ist eine besondere Datei, die nicht in ein anderes Dateisystem verschoben werden kann.',
    'sparse-file': 'Sie hat Lücken, die eine Kopie füllen würde.',
    'shared-file': 'Dieselbe Datei hat anderswo noch einen Namen.',
    'no-space': 'In der Quarantäne ist nicht genug Platz dafür.',
    busy: 'Es wird gerade benutzt.',
    'not-empty': 'Es ist noch etwas anderes darin.',
    'no-tool': 'Auf diesem Computer gibt es nichts, was es sicher in die Quarantäne verschiebt.',
    'not-agreed': 'Es kam später zum Vorschein, und noch niemand hat zugestimmt.',
    declined: 'Es sollte bleiben.',
    'could-not-look': 'Wir konnten nicht alles davon ansehen.',
    'refused-by-system': 'Das System hat es abgelehnt.',
    cancelled: 'Von Ihnen angehalten.',
    'journal-unwritable': 'Das Protokoll konnte nicht geschrieben werden, deshalb haben wir angehalten.',
  },

  keptReasons: {
    occupied: 'Dort ist jetzt etwas anderes. Wir haben es gelassen, wie es ist.',
    'link-in-path': 'Eine Verknüpfung führt dorthin, und wir folgen keiner.',
    'others-can-write': 'Nicht nur Administratoren können es austauschen, während wir arbeiten.',
    damaged: 'Was in der Quarantäne liegt, ist nicht mehr das, was dorthin verschoben wurde.',
    'driver-gone':
      'Der zugehörige Treiber ist nicht mehr da. Mit dem Eintrag allein würde das Gerät nicht mehr arbeiten.',
    'list-changed': 'Die Liste wurde seitdem geändert. Wir haben sie gelassen, wie sie ist.',
    'no-space': 'Dafür ist nicht genug Platz.',
    'no-tool': 'Auf diesem Computer gibt es nichts, was es sicher zurücklegt.',
    'refused-by-system': 'Das System hat es abgelehnt.',
    cancelled: 'Von Ihnen angehalten.',
    'journal-unwritable': 'Das Protokoll konnte nicht geschrieben werden, deshalb haben wir angehalten.',
  },

  copyGaps: {
    'attributes-unknown':
      'Erweiterte Attribute und Zugriffslisten bleiben nicht erhalten, falls es welche gab: Die Werkzeuge dafür sind nicht auf diesem Computer.',
    'audit-unknown':
      'Überwachungsregeln bleiben nicht erhalten, falls es welche gab: Dieses Konto darf sie nicht lesen.',
  },

  noResult: 'Kein Ergebnis bekannt. Es wurde unterbrochen oder nicht mehr erreicht.',

  refusals: {
    'package-on-hold': 'Zurückgehalten. Geben Sie es zuerst mit „apt-mark unhold“ frei.',
    'no-route': 'Kein sicherer Weg ist bekannt, es zu entfernen.',
  },

  hazards: {
    fde: hazard(
      'Kaspersky hat vielleicht diesen Datenträger verschlüsselt',
      'Nur Kaspersky kann einen Datenträger öffnen, den es verschlüsselt hat. Wird es zuerst entfernt, lässt er sich vielleicht nicht mehr öffnen.',
      'Bitten Sie die Person, die den Kaspersky-Server betreut, alle Datenträger zu entschlüsseln. Das kann einige Stunden dauern; lassen Sie den Computer so lange an. Starten Sie dann neu und prüfen Sie noch einmal.',
    ),
    fle: hazard(
      'Kaspersky hat vielleicht Dateien auf diesem Computer verschlüsselt',
      'Solche Dateien lassen sich nur öffnen, solange Kaspersky da ist.',
      'Bitten Sie die Person, die den Kaspersky-Server betreut, sie zu entschlüsseln. Vergewissern Sie sich, dass sie sich auf einem anderen Computer öffnen lassen, und prüfen Sie dann noch einmal.',
    ),
    'server-role': hazard(
      'Das ist ein Serverprodukt',
      'Andere Computer sind darauf angewiesen. Wir nennen es im Bericht und rühren es nicht an.',
      'Bitten Sie die Person, die den Kaspersky-Server betreut, seine Entfernung zu planen.',
    ),
    'mail-flow': hazard(
      'E-Mails laufen durch dieses Produkt',
      'Wird es zuerst entfernt, kommen keine E-Mails mehr an.',
      'Bitten Sie die Person, die das E-Mail-System betreut, es dort herauszunehmen. Entfernen Sie es danach.',
    ),
    'removable-encryption': hazard(
      'USB-Laufwerke sind vielleicht von Kaspersky verschlüsselt',
      'Ein Laufwerk, das Kaspersky verschlüsselt hat, lässt sich ohne Kaspersky vielleicht nirgends mehr öffnen.',
      'Stecken Sie jedes solche Laufwerk ein und entschlüsseln Sie es, solange Kaspersky noch da ist.',
    ),
    'bitlocker-managed': hazard(
      'Kaspersky verwaltet hier BitLocker',
      'Der Datenträger bleibt verschlüsselt. Sein Wiederherstellungsschlüssel liegt vielleicht nur auf dem Kaspersky-Server.',
      'Speichern oder drucken Sie den BitLocker-Wiederherstellungsschlüssel an anderer Stelle. Lassen Sie den Datenträger verschlüsselt.',
    ),
    'kpm-vault': hazard(
      'In Kaspersky Password Manager sind Kennwörter gespeichert',
      'Der Speicher auf diesem Computer ist vielleicht die einzige Kopie, und sein Hauptkennwort lässt sich nicht zurücksetzen.',
      'Öffnen Sie das Programm und exportieren Sie die Kennwörter für jede Person, die diesen Computer benutzt. Übernehmen Sie sie in einen anderen Kennwortmanager, prüfen Sie sie und löschen Sie dann den Export: Jeder kann ihn lesen.',
    ),
    'encrypted-vault': hazard(
      'Dateien sind vielleicht in einem Tresor von Kaspersky verschlossen',
      'Ein Tresor lässt sich nur mit diesem Produkt öffnen.',
      'Öffnen Sie jeden Tresor und verschieben Sie den Inhalt in einen normalen Ordner.',
    ),
    'backup-restore': hazard(
      'Sicherungen liegen vielleicht im Format von Kaspersky vor',
      'Ohne das Produkt lassen sie sich vielleicht nicht öffnen.',
      'Stellen Sie die Dateien, die Sie brauchen, in einem normalen Ordner wieder her.',
    ),
    quarantine: hazard(
      'Dateien liegen vielleicht in der Quarantäne von Kaspersky',
      'Was Kaspersky dorthin verschoben hat, geht mit ihm verloren.',
      'Öffnen Sie die Quarantäne in Kaspersky. Stellen Sie nur wieder her, was Sie kennen und wem Sie vertrauen.',
    ),
    'managed-redeploy': hazard(
      'Ein Server kann Kaspersky zurückbringen',
      'Dieser Computer wird von einem Administrationsserver verwaltet. Der kann Kaspersky innerhalb weniger Stunden wieder installieren.',
      'Bitten Sie die Person, die diesen Server betreut, den Computer zuerst freizugeben.',
    ),
    'pending-reboot': hazard(
      'Windows wartet auf einen Neustart',
      'Etwas anderes ist erst halb installiert. Bis das erledigt ist, kann eine Entfernung fehlschlagen.',
      'Starten Sie diesen Computer neu und prüfen Sie dann noch einmal.',
    ),
    'vpn-kill-switch': hazard(
      'Der Kill Switch des VPN ist vielleicht eingeschaltet',
      'Bleibt er eingeschaltet, kann das Internet danach gesperrt bleiben.',
      'Trennen Sie das VPN und schalten Sie Kill Switch aus. Starten Sie nach der Entfernung neu und öffnen Sie eine Webseite.',
    ),
    'network-isolation': hazard(
      'Kaspersky hat diesen Computer vielleicht vom Netzwerk getrennt',
      'Wird es entfernt, solange das Netzwerk getrennt ist, kann es getrennt bleiben.',
      'Bitten Sie die Person, die den Kaspersky-Server betreut, die Isolation aufzuheben.',
    ),
    'app-control-default-deny': hazard(
      'Kaspersky lässt vielleicht nur bestimmte Programme starten',
      'Es kann dieses Programm mittendrin anhalten.',
      'Bitten Sie die Administration, die Programmkontrolle auszuschalten oder dieses Programm zuzulassen.',
    ),
    parental: hazard(
      'Kaspersky Safe Kids wurde vielleicht von den Eltern eingerichtet',
      'Es gehört zum Konto der Eltern. Wir starten nur sein Deinstallationsprogramm, das nach diesem Konto fragt.',
      'Bitten Sie Vater oder Mutter, sich anzumelden, wenn das Deinstallationsprogramm danach fragt.',
    ),
    'low-disk': hazard(
      'Weniger als 2 GB frei',
      'Ein Deinstallationsprogramm, dem der Platz ausgeht, bleibt mittendrin stehen.',
      'Schaffen Sie etwas Platz und prüfen Sie dann noch einmal.',
    ),
    'remote-session': hazard(
      'Sie arbeiten von einem anderen Computer aus',
      'Das Entfernen eines Netzwerkfilters kann die Verbindung trennen, ohne dass jemand am Computer ist.',
      'Tun Sie es direkt am Computer, oder sorgen Sie dafür, dass jemand dort ist.',
    ),
    'self-defence': hazard(
      'Kaspersky schützt seine Dateien und Dienste',
      'Nur sein eigenes Deinstallationsprogramm darf sie ändern. Deshalb verwenden wir nichts anderes.',
      'Lassen Sie das Deinstallationsprogramm arbeiten. Löschen Sie keine Dateien oder Dienste von Hand.',
    ),
    'password-protection': hazard(
      'Kaspersky fragt vielleicht nach einem Kennwort',
      'Ohne das richtige hört sein Deinstallationsprogramm auf. Wir geben das Kennwort weiter und bewahren es nicht auf.',
      'Halten Sie es bereit. Kennen Sie es nicht, fragen Sie die Administration. Zu Hause setzen Sie es so zurück, wie Kaspersky es beschreibt.',
    ),
    'msi-busy': hazard(
      'Windows Installer arbeitet gerade',
      'Es läuft immer nur eine Installation, unsere muss also vielleicht warten.',
      'Warten Sie, bis die andere Installation fertig ist.',
    ),
    'network-filter': hazard(
      'Kaspersky filtert hier das Netzwerk',
      'Wenn der Filter entfernt wird, kann das Netzwerk für etwa eine Minute ausfallen.',
      'Speichern Sie, was Sie online tun. Öffnen Sie nach dem Neustart zur Probe eine Webseite.',
    ),
    'input-filters': hazard(
      'Kaspersky überwacht Tastatur oder Maus',
      'Sein Filter muss aus der Liste, bevor der Treiber geht, sonst reagieren sie nicht mehr.',
      'Überlassen Sie das dem Deinstallationsprogramm. Löschen Sie keinen Treiber von Hand.',
    ),
    'orphan-driver-service': hazard(
      'Ein Treibereintrag von Kaspersky hat seine Datei verloren',
      'Zurzeit bewirkt er nichts, kann aber eine Reparatur von Windows stören.',
      'Vorerst nichts. Nach der Entfernung sehen wir noch einmal nach.',
    ),
    'no-antivirus-after': hazard(
      'Es ist nicht sicher, was danach schützt',
      'Wir sehen keinen anderen Virenschutz, der eingeschaltet ist. Unter Windows springt oft Microsoft Defender ein, wenn Kaspersky geht; auf Servern, unter macOS und Linux geschieht das nicht.',
      'Entscheiden Sie, was diesen Computer schützen soll, und achten Sie darauf, dass es danach eingeschaltet ist.',
    ),
    'https-root-cert': hazard(
      'Dem Zertifikat von Kaspersky wird hier vertraut',
      'Kaspersky verwendet es, um sichere Webseiten zu lesen. Wird es zu früh entfernt, lassen sich Seiten nicht mehr öffnen; bleibt es zurück, wird ihm weiter vertraut.',
      'Entfernen Sie es erst nach dem Produkt. Haben Sie es in Firefox, Java oder einem Entwicklerwerkzeug hinzugefügt, entfernen Sie es dort.',
    ),
    subscription: hazard(
      'Ein Abonnement läuft vielleicht weiter',
      'Mit dem Programm enden die Zahlungen nicht.',
      'Kündigen Sie in Ihrem Kaspersky-Konto oder bei UltraAV. Vorsicht bei Telefonnummern in Suchergebnissen: Viele sind gefälscht.',
    ),
    ultraav: hazard(
      'Anstelle von Kaspersky ist UltraAV da',
      'Es ist das Produkt eines anderen Herstellers. Manche haben es bekommen, ohne danach zu fragen.',
      'Entscheiden Sie darüber gesondert. Verwenden Sie sein eigenes Deinstallationsprogramm, starten Sie neu und sehen Sie noch einmal nach.',
    ),
    'macos-sysext': hazard(
      'Die Systemerweiterung von Kaspersky ist eingeschaltet',
      'Wird nur die App gelöscht, bleibt sie zurück.',
      'Verwenden Sie das Deinstallationsprogramm von Kaspersky und starten Sie diesen Mac danach neu.',
    ),
    'macos-shared-folder': hazard(
      'Zwei Produkte teilen sich einen Ordner',
      'Kaspersky und sein Administrationsagent haben dort Dateien. Wird der ganze Ordner gelöscht, ist das andere Produkt beschädigt.',
      'Entfernen Sie jedes Produkt mit seinem eigenen Deinstallationsprogramm. Rühren Sie den Ordner nicht an.',
    ),
    'third-party-removers': hazard(
      'Kaspersky ist vielleicht schon zur Hälfte entfernt',
      'Hier war ein Werkzeug zum Entfernen, oder ein Teil von Kaspersky fehlt. Sein Deinstallationsprogramm kommt vielleicht nicht bis zum Ende.',
      'Schlägt es fehl, installieren Sie dieselbe Version noch einmal und entfernen Sie sie dann. Löschen Sie die Werkzeuge danach.',
    ),
    'multi-os-updates': hazard(
      'Keine Updates in den Vereinigten Staaten',
      'Seit September 2024 liefert Kaspersky dort keine Updates mehr. Eine installierte Kopie schützt also jeden Tag weniger.',
      'Planen Sie auch einen anderen Schutz ein.',
    ),
    'legal-scope': hazard(
      'Bewahren Sie den Bericht auf, wenn eine Anordnung für Sie gilt',
      'Bundesbehörden der Vereinigten Staaten und ihre Auftragnehmer müssen nachweisen, was gefunden wurde und wann es entfernt war.',
      'Speichern Sie den Bericht vorher und nachher. Das ist keine Rechtsberatung.',
    ),
    'on-battery': hazard(
      'Dieser Computer läuft im Akkubetrieb',
      'Ist der Akku leer, bleibt Kaspersky halb entfernt zurück.',
      'Schließen Sie das Ladegerät an.',
    ),
  },

  hazardLevels: { stop: 'Halt', confirm: 'Zuerst erledigen', inform: 'Gut zu wissen' },
  couldNotCheck: 'Konnte auf diesem Computer nicht geprüft werden.',

  actionTitle: (name, packageName) => `${name} entfernen (Paket ${packageName})`,
  settingsTitle: (name, packageName) => `Einstellungen von ${name} entfernen (Paket ${packageName})`,
  actionTitleOf: (name) => `${name} entfernen`,
  packageUndo: 'Installieren Sie das Paket erneut aus seiner ursprünglichen Quelle.',

  unchecked: { unavailable: 'nicht verfügbar', denied: 'keine Berechtigung', failed: 'fehlgeschlagen' },
  couldNotLook: (place, why, source) =>
    `Konnte nicht nachsehen: ${place}${source === undefined ? '' : `, ${source}`}. ${why}`,

  problems: {
    usage: (v) =>
      `${v['message'] ?? 'Dieser Befehl ist nicht bekannt'}. „removal-assistant --help“ zeigt, was es gibt.`,
    'no-terminal': () =>
      'Es gibt kein Terminal, an dem wir Sie fragen können. Fügen Sie --yes hinzu, um ohne Frage fortzufahren.',
    'unknown-product': (v) => `Kein Produkt hat hier die ID „${v['id'] ?? ''}“. „plan“ zeigt die IDs.`,
    'unknown-hazard': (v) => `Kein Risiko hat die ID „${v['id'] ?? ''}“.`,
    'unknown-run': (v) =>
      `Den Lauf „${v['run'] ?? ''}“ gibt es nicht in ${v['folder'] ?? 'dem Ordner der Läufe'}.`,
    'no-run-yet': (v) =>
      `Auf diesem Computer wurde noch keine Entfernung ausgeführt. Nachgesehen in ${v['folder'] ?? ''}.`,
    'file-missing': (v) => `Die Datei ${v['path'] ?? ''} gibt es nicht.`,
    'file-unreadable': (v) => `${v['path'] ?? ''} konnte nicht gelesen werden: ${v['why'] ?? ''}.`,
    'file-unwritable': (v) => `${v['path'] ?? ''} konnte nicht geschrieben werden: ${v['why'] ?? ''}.`,
    'not-json': (v) => `${v['path'] ?? 'Die Datei'} ist kein JSON.`,
    'bad-snapshot': (v) => `Der Scan ist fehlerhaft bei ${v['path'] ?? ''}: ${v['fault'] ?? ''}.`,
    'newer-schema': (v) =>
      `Die Datei wurde von einer neueren Version dieses Programms geschrieben (${v['found'] ?? ''}; diese hier liest ${v['expected'] ?? ''}).`,
    'wrong-schema': (v) =>
      `Die Datei ist nicht vom Typ ${v['expected'] ?? ''}; sie nennt sich ${v['found'] ?? ''}.`,
    'bad-report': (v) => `Der Bericht ist fehlerhaft bei ${v['path'] ?? ''}: ${v['fault'] ?? ''}.`,
    'report-altered': () =>
      'Dieser Bericht wurde nachträglich verändert. Seine Prüfsumme passt nicht zu seinem Inhalt.',
    'unknown-example': (v) =>
      `Ein Beispielcomputer namens „${v['name'] ?? ''}“ ist nicht bekannt. Es gibt: ${v['known'] ?? ''}.`,
    'example-report': () =>
      'Das ist der Bericht eines Beispielcomputers. Über einen echten beweist er nichts.',
    'needs-administrator': (v) =>
      `Zum ${{ undo: 'Zurücklegen', forget: 'Löschen eines Laufs' }[v['for'] ?? ''] ?? 'Entfernen'} braucht es Administratorrechte. Starten Sie erneut mit diesen Rechten, zum Beispiel mit sudo.`,
    'blocked-by-hazard': (v) => `Vor jeder Änderung angehalten: ${v['hazards'] ?? ''}.`,
    'plan-changed': () =>
      'Was entfernt würde, ist nicht das, womit Sie einverstanden waren. Nichts wurde geändert.',
    'elevation-cancelled': () =>
      'Sie haben die Frage nach Administratorrechten geschlossen. Nichts wurde geändert. Sie können es erneut versuchen.',
    'elevation-refused': () =>
      'Die Administratorrechte wurden nicht erteilt, also wurde nichts geändert. Auf einem Arbeitscomputer speichern Sie den Bericht und geben ihn dem IT-Support.',
    'elevation-unavailable': (v) =>
      `Hier kann nichts nach Administratorrechten fragen: ${v['why'] ?? ''}. Wenden Sie sich an die Person, die diesen Computer betreut.`,
    'elevation-untrusted': (v) =>
      `Von hier aus fragen wir nicht nach Administratorrechten, denn jemand könnte dieses Programm ausgetauscht haben: ${v['why'] ?? ''}. Installieren Sie es für den ganzen Computer.`,
    'worker-not-started': (v) =>
      `Der Teil dieses Programms, der Administratorrechte braucht, konnte nicht gestartet werden: ${v['why'] ?? ''}. Nichts wurde geändert.`,
    'worker-lost': () =>
      'Der Teil dieses Programms mit Administratorrechten endete ohne Antwort. Was er getan hat, steht in seinem Protokoll; „resume“ auf der Befehlszeile macht damit weiter.',
    cancelled: () => 'Von Ihnen angehalten. Nichts wurde geändert.',
    'already-running': () => 'Eine Suche oder eine Entfernung läuft bereits.',
    'journal-unwritable': (v) =>
      `Das Protokoll in ${v['path'] ?? ''} konnte nicht geschrieben werden: ${v['why'] ?? ''}. Nichts wurde geändert.`,
    'scan-outdated': () => 'Dieser Scan ist nicht mehr bekannt. Sehen Sie noch einmal nach.',
    'nothing-chosen': () => 'Kein Produkt ist ausgewählt.',
    'other-computer': () =>
      'Das ist der gespeicherte Scan eines anderen Computers. Starten Sie dieses Programm dort, um etwas zu entfernen.',
    'run-in-use': (v) =>
      `Ein anderer Start dieses Programms arbeitet gerade am Lauf ${v['run'] ?? ''} oder hat es eben getan. Es wurde nichts getan. Warten Sie, bis er zu Ende ist, und versuchen Sie es dann noch einmal.`,
    'run-unfinished': (v) =>
      `Der Lauf ${v['run'] ?? ''} wurde unterbrochen, bevor sein Bericht geschrieben war. „verify --run ${v['run'] ?? ''}“ sieht noch einmal nach.`,
    'no-password': () => 'Über die Standardeingabe kam kein Kennwort.',
    'bad-passwords': () =>
      'Geben Sie ein Kennwort in einer Zeile an, oder eine Zeile je Produkt: seine ID, ein Tabulatorzeichen und das Kennwort.',
    'run-never-began': (v) =>
      `Der Lauf ${v['run'] ?? ''} wurde unterbrochen, bevor etwas geändert wurde. Beginnen Sie neu mit „remove“.`,
    'run-of-other-computer': (v) =>
      `Der Lauf ${v['run'] ?? ''} war auf dem Computer ${v['there'] ?? ''}; dieser hier ist ${v['here'] ?? ''}.`,
    'quarantine-damaged': (v) =>
      `Die Quarantäne des Laufs ${v['run'] ?? ''} ist nicht mehr so, wie sie geschrieben wurde: ${v['why'] ?? ''}. Nichts wurde zurückgelegt.`,
    'leftovers-unsupported': () =>
      'Diese Version kann auf dieser Art von Computer noch keine Reste in die Quarantäne verschieben. Führen Sie sie ohne --leftovers aus; die Reste werden aufgelistet.',
    'restart-failed': (v) =>
      `Der Computer wurde nicht neu gestartet: ${v['why'] ?? ''}. Starten Sie ihn selbst neu.`,
    'reopen-failed': (v) =>
      `Nach dem Neustart kann sich dieses Programm nicht von selbst öffnen: ${v['why'] ?? ''}. Starten Sie es selbst wieder oder führen Sie „removal-assistant resume“ aus; es geht an dieser Stelle weiter.`,
    'reopen-not-staged': (v) =>
      `Dieses Programm läuft von einem Laufwerk, das nach dem Neustart fehlen kann, und konnte nicht auf diesen Computer kopiert werden: ${v['why'] ?? ''}. Starten Sie es nach dem Neustart selbst wieder von demselben Laufwerk; es geht an dieser Stelle weiter.`,
    'reopen-stays': (v) =>
      `Was für den Neustart eingerichtet wurde, ließ sich nicht entfernen: ${v['place'] ?? ''}: ${v['why'] ?? ''}. Löschen Sie es selbst.`,
    'pdf-needs-window': () =>
      'Die Befehlszeile kann kein PDF drucken. Wählen Sie html, oder speichern Sie das PDF aus dem Fenster.',
    'unsupported-system': () =>
      'Dieses Programm kann auf dieser Art von Computer noch nicht nachsehen. Es kann einen Scan öffnen, der auf einem anderen gespeichert wurde.',
    'only-on-windows': () => 'Das kann nur ein Windows-Computer feststellen.',
    'map-outdated': () => 'Diese Übersicht ist nicht mehr bekannt. Wählen Sie den Ordner noch einmal.',
    'folder-unreadable': (v) =>
      `Der Ordner ${v['path'] ?? ''} konnte nicht gelesen werden: ${v['why'] ?? ''}.`,
    'no-reports': (v) =>
      `In ${v['path'] ?? ''} liegt kein Bericht: ${v['files'] ?? 0} JSON-Dateien wurden geöffnet, keine ist ein Bericht dieses Programms.`,
    'nothing-handed-over': () =>
      'Das ist nicht ein Ordner dieses Computers. Legen Sie genau einen Ordner hier ab, oder wählen Sie ihn.',
    'unknown-directive': (v) =>
      `Es gibt weder eine Vorgabe noch eine Datei „${v['name'] ?? ''}“. Enthalten sind: ${v['known'] ?? ''}.`,
    'bad-directive': (v) =>
      `Die Vorgabe ${v['path'] ?? ''} stimmt nicht bei ${v['at'] ?? ''}: ${v['fault'] ?? ''}.${v['meant'] === undefined ? '' : ` Meinten Sie „${v['meant']}“?`}`,
    'bad-assets': (v) =>
      `Keine Spalte von ${v['path'] ?? ''} sagt, welcher Computer gemeint ist. Nennen Sie eine assetTag oder name; die Überschriften sind: ${v['columns'] ?? ''}.`,
    'no-assets': (v) => `Die Inventarliste ${v['path'] ?? ''} nennt keinen Computer.`,
    bug: (v) => `In diesem Programm ist etwas schiefgegangen: ${v['message'] ?? ''}.`,
  },

  cli: {
    yes: 'ja',
    productLine: (name, version, status, confidence) =>
      `${name}${version === undefined ? '' : ` ${version}`} · ${status} · ${confidence}`,
    unattributedHeading: 'Von Kaspersky, aber von keinem Produkt, das wir kennen:',
    uncheckedHeading: 'Hier konnten wir nicht nachsehen:',
    hazardsHeading: 'Bevor etwas entfernt wird:',
    planHeading: 'In dieser Reihenfolge:',
    planEmpty: 'Es gibt nichts zu entfernen.',
    acceptHint: (ids) => `Um trotzdem fortzufahren: ${ids}`,
    blocked: (titles) => `Angehalten: ${titles}`,
    askRemove: (n, withLeftovers) => {
      const items = counted(n, 'Eintrag entfernen', 'Einträge entfernen');
      const what = n === 0 ? 'Was übrig ist, in die Quarantäne verschieben' : `Jetzt ${items}`;
      const then = withLeftovers && n > 0 ? ' und danach in die Quarantäne verschieben, was übrig ist' : '';
      return `${what}${then}? Geben Sie „ja“ ein, um fortzufahren: `;
    },
    leftoverPlan: 'Danach kommt, was an diesen Orten übrig ist, in die Quarantäne. „undo“ legt es zurück:',
    leftoverPlanAlone: 'Was an diesen Orten übrig ist, kommt in die Quarantäne. „undo“ legt es zurück:',
    lookingCloser: 'Was übrig ist, wird genauer angesehen',
    setAsideOne: (what) => `Beiseitegelegt: ${what}`,
    leftOne: (what, why) => `Nicht angerührt: ${what}. ${why}`,
    setAside: (n, run) =>
      `${counted(n, 'Eintrag', 'Einträge')} beiseitegelegt. „undo ${run}“ legt ${plural(n, 'ihn', 'sie')} zurück.`,
    setAsideLine: (what, entries) => (entries > 1 ? `${what} (${count(entries)} Dateien und Ordner)` : what),
    leftAlone: 'Nicht angerührt:',
    restoredOne: (what) => `Zurückgelegt: ${what}`,
    restored: (n) => `${counted(n, 'Eintrag wurde', 'Einträge wurden')} zurückgelegt.`,
    nothingToUndo: 'Von diesem Lauf ist nichts in der Quarantäne.',
    askForget: (run) =>
      `Den Lauf ${run} endgültig löschen, mit allem, was er in die Quarantäne verschoben hat? Danach kann er weder rückgängig gemacht noch fortgesetzt werden. Geben Sie „ja“ ein, um fortzufahren: `,
    forgotten: (run) => `Der Lauf ${run} ist von diesem Computer gelöscht.`,
    keptForUndo: (run) =>
      `Was in die Quarantäne verschoben wurde, bleibt auf diesem Computer, damit es zurückgelegt werden kann. Endgültig gelöscht wird es mit: forget ${run}`,
    refused: 'Nicht zurückgelegt:',
    askPassword: (product) =>
      `Kennwort von ${product}, falls eines gesetzt ist (wird nicht angezeigt; Eingabetaste für keines): `,
    runsStayHere: (folder) =>
      `Der Platz neben diesem Programm lässt sich nicht vor anderen verschließen; die Aufzeichnung des Laufs liegt deshalb in ${folder}. Berichte kommen neben das Programm; --leave-nothing nimmt die Aufzeichnung am Ende weg.`,
    reopensWindow:
      'Melden Sie sich nach dem Neustart wie gewohnt an. Dieses Programm öffnet sich von selbst, macht weiter und sagt, ob Kaspersky weg ist.',
    reopensCommandLine:
      'Melden Sie sich nach dem Neustart wie gewohnt an. „resume“ startet von selbst in einem Terminal, macht weiter und sagt, ob Kaspersky weg ist.',
    stagedAt: (folder: string): string =>
      `Bis dahin liegt eine Kopie dieses Programms in ${folder}. Sie wird am Ende entfernt.`,
    pressEnter: 'Drücken Sie zum Schließen die Eingabetaste. ',
    nothingOpen: 'Von diesem Lauf ist alles erledigt. Noch einmal nachgesehen.',
    quiet: (seconds) =>
      `Arbeitet noch, seit ${count(seconds)} s keine Ausgabe. Drücken Sie zweimal Strg-C, um nicht länger zu warten; wir beenden es nie`,
    looking: (place) => `Sieht nach: ${place}`,
    starting: (title) => `${title} …`,
    waiting: (holder, seconds) =>
      `Wartet seit ${count(seconds)} s: Ein anderes Programm installiert (${holder})`,
    lookingAgain: 'Sieht noch einmal nach …',
    cancelling: 'Hält nach diesem Schritt an. Das laufende Deinstallationsprogramm darf fertig werden.',
    leftovers: (n) => `${counted(n, 'Rest', 'Reste')}:`,
    saved: (path) => `Gespeichert: ${path}`,
    replaced: (path) => `Der bisherige Inhalt von ${path} wurde ersetzt.`,
    intact: 'Dieser Bericht ist so, wie er geschrieben wurde. Die Prüfsumme beweist nicht, von wem er ist.',
    ignored: (parts) => `Ausgelassen, weil diese Version es nicht kennt: ${parts}`,
    runIs: (id) => `Lauf ${id}`,
    foundBefore: 'Vorher gefunden:',
    ended: (title, outcome) => `${title}: ${outcome}`,
    nothingRemovable:
      'Hier gibt es nichts, was sicher entfernt werden kann. „scan“ sagt, was gefunden wurde.',
    wrong: {
      'no-command': () =>
        'Sagen Sie, was zu tun ist: scan, plan, remove, resume, verify, undo, forget, report, map oder schema',
      'unknown-command': (v) => `Den Befehl „${v['name'] ?? ''}“ gibt es nicht`,
      'unknown-option': (v) => `Die Option „${v['name'] ?? ''}“ gibt es nicht`,
      'missing-argument': (v) => `Es fehlt „${v['name'] ?? ''}“`,
      'missing-value': (v) => `Die Option „${v['name'] ?? ''}“ braucht einen Wert`,
      'missing-option': (v) => `Die Option „${v['name'] ?? ''}“ ist nötig`,
      'bad-value': (v) => `„${v['value'] ?? ''}“ passt nicht zu „${v['name'] ?? ''}“`,
      conflict: (v) => `Die Optionen „${v['name'] ?? ''}“ und „${v['other'] ?? ''}“ passen nicht zusammen`,
      'only-one': (v) => `Verwenden Sie nur eines davon: ${v['names'] ?? ''}`,
      'goes-with': (v) => `Die Option „${v['name'] ?? ''}“ gehört zu „${v['other'] ?? ''}“`,
      'too-many': () => 'Das sind zu viele Wörter',
      'proof-first': () =>
        'Mit --leave-nothing muss der Bericht anderswo abgelegt werden: Fügen Sie --out oder --portable hinzu',
    },
    nearest: (names) => `(gemeint ist vielleicht ${names})`,
    choices: (names) => `Möglich sind ${names}`,
    wanted: {
      seconds: () => 'Geben Sie ganze Sekunden an',
      number: () => 'Geben Sie eine Zahl über 0 an',
      format: () => 'Wählen Sie html, json oder csv',
      form: () => 'Wählen Sie einen Namen, der auf .html oder .csv endet',
      day: () => 'Geben Sie einen Tag des Kalenders als JJJJ-MM-TT an',
      language: (known) => `Wählen Sie eine dieser Sprachen: ${known}`,
    },

    help: {
      summary:
        'Findet jedes Kaspersky-Produkt auf einem Computer, entfernt es mit seinem eigenen Deinstallationsprogramm und weist nach, dass es weg ist.',
      scan: 'Auf diesem Computer oder in einem gespeicherten Scan nachsehen. Ändert nichts',
      plan: 'Zeigen, was in welcher Reihenfolge entfernt würde und was zuerst zu bedenken ist. Ändert nichts',
      remove: 'Entfernen, was gefunden wurde, und noch einmal nachsehen. Braucht Administratorrechte',
      toolFile: 'die heruntergeladene Datei',
      checkTool:
        'Feststellen, ob ein heruntergeladenes Werkzeug zum Entfernen wirklich von Kaspersky ist. Nur unter Windows; startet nichts',
      resume: 'Einen Lauf fortsetzen, der unterbrochen wurde oder auf einen Neustart gewartet hat',
      passwordStdin:
        'Kennwörter aus der Standardeingabe lesen: eine Zeile, oder je Zeile Produkt-ID, Tabulatorzeichen und Kennwort',
      leftovers: 'danach in die Quarantäne verschieben, was übrig ist; „undo“ leert sie wieder',
      undo: 'Zurücklegen, was ein Lauf in die Quarantäne verschoben hat',
      undoRun: 'der Lauf',
      forget: 'Löschen, was dieser Computer von einem Lauf aufbewahrt, mit dem, was in der Quarantäne liegt',
      leaveNothing:
        'sobald entfernt und geprüft ist, nichts von dem Lauf auf diesem Computer aufbewahren; braucht --out oder --portable',
      portable: 'Läufe und Berichte neben diesem Programm ablegen, etwa auf einem USB-Stick',
      verify:
        'Noch einmal nachsehen und mit dem ersten Blick eines Laufs vergleichen, oder eine Berichtsdatei prüfen',
      report: 'Den Bericht eines Laufs, eines gespeicherten Scans oder einer Berichtsdatei schreiben',
      schema: 'Das JSON-Schema einer Datei ausgeben: snapshot, report, map oder directive',
      map: 'Viele Berichte zusammenfassen: wo es ist, wo es weg ist, und wer nicht berichtet hat',
      mapFolder: 'der Ordner mit den Berichten (JSON), samt den Ordnern darunter',
      directive: 'wessen Fristen zählen: bod-17-01 oder eine eigene Datei',
      startDate: 'der Tag, an dem die Fristen beginnen, als JJJJ-MM-TT',
      assets: 'welche Computer es gibt: eine Tabelle mit Überschrift oder ein Name je Zeile',
      mapFormat: 'json, csv oder html; ohne Angabe gilt die Endung von --out',
      form: 'den Plan und Statusbericht zum Ausfüllen schreiben; DATEI endet auf .html oder .csv',
      save: 'den Scan in FILE schreiben',
      from: 'einen gespeicherten Scan verwenden, statt auf diesem Computer nachzusehen',
      product: 'nur dieses Produkt; mehrmals möglich',
      accept: 'trotz dieses Risikos fortfahren; mehrmals möglich',
      yes: 'nicht fragen',
      dryRun: 'den Plan zeigen und anhalten',
      out: 'den Bericht zusätzlich als JSON und HTML in DIR schreiben',
      lockWait: 'wie lange auf ein anderes Programm gewartet wird, das gerade installiert',
      run: 'der Lauf; ohne Angabe der letzte dieses Computers',
      checkReport: 'prüfen, ob FILE verändert wurde',
      reportRun: 'der Lauf; ohne Angabe der letzte',
      reportIn: 'diese Berichtsdatei noch einmal ausgeben',
      format: 'html, json oder csv',
      outFile: 'wohin er geschrieben wird',
      raw: 'Namen von Personen und Seriennummern in den Dateien lassen; sonst stehen Platzhalter an ihrer Stelle',
      kind: 'welche Datei',
      json: 'ein JSON-Dokument auf die Standardausgabe schreiben',
      assetTag: 'die Inventarnummer dieses Computers, für den Bericht',
      ticket: 'das Ticket, für den Bericht',
      operator: 'wer es ausführt, für den Bericht',
      reason: 'die Richtlinie, die Anordnung oder der Wunsch dahinter, für den Bericht',
      stateDir: 'wo die Läufe aufbewahrt werden',
      quiet: 'kein Fortschritt und keine Hinweise',
      example: (names) => `mit einem aufgezeichneten Beispiel statt mit diesem Computer arbeiten: ${names}`,
      exampleSpeed: 'wie viel schneller als aufgezeichnet',
      lang: (known) => `die Sprache: ${known}`,
      version: 'die Version ausgeben',
      help: 'diese Hilfe anzeigen',
      usageHeading: 'Verwendung:',
      argumentsHeading: 'Argumente:',
      optionsHeading: 'Optionen:',
      globalOptionsHeading: 'Allgemeine Optionen:',
      commandsHeading: 'Befehle:',
      optionsWord: '[Optionen]',
      commandWord: '[Befehl]',
      byDefault: 'Vorgabe',
      choices: 'möglich',
      examples: 'Beispiele:',
      exitCodesHeading: 'Exitcodes:',
      exitCodes: [
        '0   nichts von Kaspersky hier, oder entfernt und geprüft, oder nichts zu tun',
        '10  ein Kaspersky-Produkt ist installiert',
        '11  kein Produkt; Reste oder etwas von einem anderen Hersteller mit seiner Technik',
        '12  nichts gefunden, aber eine nötige Stelle konnte nicht geprüft werden',
        '20  ein Neustart ist nötig         21  nicht abgeschlossen',
        '22  von einem Risiko angehalten    23  Administratorrechte fehlen',
        '24  von Hand angehalten            64  falsche Verwendung',
        '65  Datei fehlt oder ist defekt    70  ein Fehler in diesem Programm',
      ],
    },
  },

  report: {
    title: 'Bericht über die Entfernung von Kaspersky',
    identification: 'Bericht über die Suche nach Kaspersky',
    computer: 'Computer',
    name: 'Name',
    system: 'System',
    rights: 'Mit Administratorrechten nachgesehen',
    yes: 'ja',
    no: 'nein',
    assetTag: 'Inventarnummer',
    ticket: 'Ticket',
    operator: 'Ausgeführt von',
    created: 'Geschrieben',
    lookedAt: 'Nachgesehen',
    tool: 'Werkzeug',
    products: 'Produkte und Reste',
    productsBefore: 'Was vor der Entfernung gefunden wurde',
    productsAfter: 'Was jetzt da ist',
    noProducts: 'Keine.',
    product: 'Produkt',
    version: 'Version',
    statusHeading: 'Status',
    sure: 'Wie sicher',
    evidence: 'Nachweise',
    unattributed: 'Von Kaspersky, aber von keinem Produkt, das wir kennen',
    unchecked: 'Wo wir nicht nachsehen konnten',
    everythingLooked: 'Jede nötige Stelle konnte geprüft werden.',
    required: 'Für das Ergebnis nötig',
    hazards: 'Was zuerst zu bedenken war',
    accepted: 'Angenommen',
    actions: 'Was getan wurde',
    planned: 'Was getan würde',
    outcome: 'Ergebnis',
    exitCode: 'Exitcode',
    places: 'Wo wir nachgesehen haben',
    place: 'Stelle',
    looked: 'Geprüft',
    signsOf: 'Spuren von Kaspersky',
    notApplicable: 'Nicht auf diesem Computer',
    couldNot: 'Konnte nicht nachsehen',
    setAside: 'Beiseitegelegte Reste',
    setAsideNote: (run) => `Sie liegen in der Quarantäne des Laufs ${run}; „undo ${run}“ legt sie zurück.`,
    leftAlone: 'Nicht angerührte Reste',
    leftAloneWhy: 'Warum',
    what: 'Was',
    entries: 'Dateien und Ordner',
    reason: 'Richtlinie oder Grund',
    machine: 'Kennzeichen dieses Computers',
    run: 'Lauf',
    lookedBefore: 'Zuerst nachgesehen',
    redactedNote:
      'Namen von Personen und Seriennummern sind durch Platzhalter wie [user-1] ersetzt. Eine Person kann mehrere Platzhalter haben.',
    rawNote: 'Namen von Personen und Seriennummern stehen hier wie auf dem Computer.',
    glance: 'Auf einen Blick',
    productsHere: 'Kaspersky-Produkte hier',
    leftoversHere: 'Reste hier',
    placesLooked: 'Vollständig geprüfte Stellen',
    otherAntivirus: 'Anderer Virenschutz',
    fromTo: (before, now) => `${before} → ${now}`,
    someOf: (some, all) => `${some} von ${all}`,
    account: (name) => `Konto ${name}`,
    undoOf: (how) => `So kommt es zurück: ${how}`,
    toBeRemoved: 'Würde entfernt',
    time: 'Von und bis',
    size: 'Größe',
    signsBefore: 'Spuren vorher',
    signsAfter: 'Spuren jetzt',
    withGaps: (looked, gaps) => `${looked} (${counted(gaps, 'Teil verschlossen', 'Teile verschlossen')})`,
    protection: 'Was diesen Computer jetzt schützt',
    antivirus: 'Virenschutz',
    protectionShort: { active: 'aktiv', none: 'keiner', unknown: 'nicht bekannt' },
    protectionStates: {
      active: 'Ein anderer Virenschutz ist aktiv.',
      none: 'Kein anderer Virenschutz ist aktiv.',
      unknown: 'Ob ein anderer Virenschutz aktiv ist, ließ sich nicht feststellen.',
      'not-listed': 'Diese Art von System führt keine Liste der Virenschutzprogramme.',
    },
    antivirusStates: { on: 'aktiv', off: 'aus', snoozed: 'angehalten', expired: 'abgelaufen' },
    proof: 'Nachweis, dass nichts verändert wurde',
    howToCheck: 'Die JSON-Datei dieses Berichts kann jeder prüfen:',
    digest: 'Prüfsumme (SHA-256)',
    digestNote:
      'Die Prüfsumme zeigt, ob dieser Bericht verändert wurde. Sie beweist weder, von wem er ist, noch ein Datum. Das Original ist die JSON-Datei.',
  },

  map,

  shell: {
    edit: 'Bearbeiten',
    view: 'Ansicht',
    menu: {
      undo: 'Rückgängig',
      redo: 'Wiederholen',
      cut: 'Ausschneiden',
      copy: 'Kopieren',
      paste: 'Einfügen',
      selectAll: 'Alles auswählen',
      resetZoom: 'Originalgröße',
      zoomIn: 'Vergrößern',
      zoomOut: 'Verkleinern',
      about: (app) => `Über ${app}`,
      services: 'Dienste',
      hide: (app) => `${app} ausblenden`,
      hideOthers: 'Andere ausblenden',
      unhide: 'Alle einblenden',
      quit: (app) => `${app} beenden`,
    },
    elevated:
      'Das Fenster startet nicht mit Administratorrechten. Starten Sie es mit Ihrem gewöhnlichen Konto, oder verwenden Sie dafür die Befehlszeile: removal-assistant remove.',
    closing: {
      title: 'Die Entfernung läuft',
      message: 'Die Entfernung läuft. Sie geht weiter, bis das aktuelle Deinstallationsprogramm fertig ist.',
      keepOpen: 'Geöffnet lassen',
      stopAndClose: 'Danach anhalten und schließen',
    },
    openSnapshot: { title: 'Gespeicherten Scan öffnen', filter: 'Gespeicherte Scans' },
    saveReport: { title: 'Bericht speichern', fileName: 'kaspersky-bericht' },
  },

  work,

  window: {
    title: (heading, step, steps) => `${heading} – Schritt ${step} von ${steps}`,
    language: 'Sprache',
    skip: 'Zu diesem Schritt springen',
    steps: 'Schritte',
    sideLabel: 'Dieser Computer und die Schritte',
    stepPlace: {
      done: (step, steps) => `, Schritt ${step} von ${steps}, erledigt`,
      now: (step, steps) => `, Schritt ${step} von ${steps}, hier sind Sie`,
      later: (step, steps) => `, Schritt ${step} von ${steps}, kommt noch`,
    },
    thisComputer: 'Dieser Computer',
    savedScan: 'Gespeicherter Scan',
    systems: { windows: 'Windows', macos: 'macOS', linux: 'Linux' },
    back: 'Zurück',
    tryAgain: 'Erneut versuchen',
    lookAgain: 'Noch einmal nachsehen',
    loading: 'Wird vorbereitet',
    version: (version) => `Version ${version}`,
    signs: (n) => counted(n, 'Spur', 'Spuren'),
    number: count,
    bytes,
    clock,
    clockWithSeconds,
    elapsed,

    evidence: {
      show: 'Nachweise',
      of: (name) => `Nachweise: ${name}`,
      sign: 'Spur',
      saw: 'Was wir gesehen haben',
      why: 'Warum es zählt',
      none: 'Keine Spur konnte gelesen werden.',
      more: (n) => `Alle ${count(n)} Spuren anzeigen`,
      moreOf: (n, name) => `Alle ${count(n)} Spuren anzeigen: ${name}`,
      process: (pid) => `Prozess ${pid}`,
    },

    unchecked: {
      heading: (n) => `An ${counted(n, 'Stelle', 'Stellen')} konnten wir nicht nachsehen`,
      notClean: 'Solange wir dort nicht nachsehen, gilt dieser Computer nicht als frei von Kaspersky.',
      stillOpen: 'Das Ergebnis hängt nicht davon ab.',
      required: 'Nötig, um diesen Computer als frei von Kaspersky zu bezeichnen',
      part: (place, source) => `${place}: ${source}`,
      why: sentence,
      asAdministrator:
        'Mit Administratorrechten lassen sie sich vielleicht öffnen: Geben Sie „removal-assistant scan“ in einem Terminal ein, das sie hat.',
    },

    start: {
      name: 'Start',
      heading: 'Kaspersky auf diesem Computer finden und entfernen',
      lead: 'Zuerst sehen wir nach. Dann entscheiden Sie. Nichts ändert sich, bevor Sie es sagen.',
      who: 'Wessen Computer ist das?',
      whoChoices: {
        own: { name: 'Mein Computer', hint: 'Ich betreue ihn selbst.', note: 'Mein Computer' },
        work: {
          name: 'Mein Arbeitscomputer',
          hint: 'Mein Arbeitgeber betreut ihn.',
          note: 'Mein Arbeitscomputer',
        },
        helping: {
          name: 'Ich helfe jemandem',
          hint: 'Ich betreue ihn für andere.',
          note: 'Hilfe für andere',
        },
      },
      forReport: 'Für den Bericht',
      mayStayEmpty: 'Diese Felder können leer bleiben',
      assetTag: 'Inventarnummer',
      ticket: 'Ticket',
      operator: 'Ausgeführt von',
      reason: 'Richtlinie oder Grund',
      does: 'Was es tut',
      doesPlaces: (n) => `Sieht an ${places(n)} nach und zeigt jede davon`,
      doesRisks: 'Prüft auf Risiken, bevor sich etwas ändert',
      doesRemove: {
        linux: 'Entfernt mit der Paketverwaltung dieses Computers',
        windows: 'Entfernt mit den Deinstallationsprogrammen der Produkte',
        macos: 'Entfernt mit den Deinstallationsprogrammen der Produkte',
      },
      doesReport: 'Sieht ein zweites Mal nach und schreibt einen Bericht',
      doesNot: 'Was es nicht tut',
      doesNotList: [
        'Kennwörter erraten oder umgehen',
        'Ihre eigenen Dateien anrühren',
        'Reste endgültig löschen',
        'Etwas von diesem Computer versenden',
      ],
      private: 'Nichts verlässt diesen Computer.',
      open: 'Gespeicherten Scan öffnen',
      opening: 'Wird geöffnet',
      openFailed: 'Der gespeicherte Scan konnte nicht geöffnet werden',
      look: 'Nach Kaspersky suchen',
      describeFailed: 'Wir konnten nicht feststellen, was für ein Computer das ist',
      warnings: {
        'stand-in':
          'Dieses Fenster läuft auf einer älteren Ersatz-Laufzeitumgebung. Verwenden Sie es nur für Tests.',
        'elevated-window':
          'Dieses Fenster läuft mit Administratorrechten. Schließen Sie es, wenn Sie fertig sind.',
      },
      warningHeading: 'Gut zu wissen über dieses Fenster',
    },

    example: {
      heading: 'Ohne Kaspersky ausprobieren',
      lead: 'Sehen Sie den ganzen Weg auf einem aufgezeichneten Beispielcomputer. Auf Ihrem eigenen Computer wird nichts gelesen oder geändert.',
      opening: 'Wird geöffnet',
      failed: 'Das Beispiel konnte nicht geöffnet werden',
      leave: 'Beispiel verlassen',
    },

    identify: {
      name: 'Suchen',
      lookingHeading: 'Kaspersky wird gesucht',
      lookingLead: 'Wir lesen nur. Nichts ändert sich, und Sie können weiterarbeiten.',
      progress: (done, all) => `${count(done)} von ${places(all)}`,
      progressName: 'Geprüfte Stellen',
      resultSoon: 'Das Ergebnis sehen Sie hier, sobald alle Stellen geprüft sind.',
      stop: 'Suche anhalten',
      stopping: 'Wird angehalten',
      waiting: 'Wartet',
      looking: 'Sieht nach',
      lookedAt: (n) => `${count(n)} geprüft`,
      notHere: 'Nicht auf diesem Computer',
      couldNot: 'Konnte nicht nachsehen',
      couldNotWhy: (why) => `Konnte nicht nachsehen. ${sentence(why)}`,
      gaps: (n) => `${counted(n, 'Teil konnte', 'Teile konnten')} nicht geprüft werden`,
      stoppedHeading: 'Sie haben die Suche angehalten',
      stoppedText:
        'Nichts wurde geändert. Ohne vollständige Suche können wir nicht sagen, was auf diesem Computer ist.',
      failedHeading: 'Wir konnten nicht nachsehen',
      planFailed: 'Wir konnten den Plan nicht aufstellen',

      foundHeading: (n) => `${products(n)} auf diesem Computer`,
      foundLead: 'Noch hat sich nichts geändert. Wählen Sie aus, was entfernt werden soll.',
      foundLeadReport: 'Nichts hat sich geändert. Hier ist nichts, was wir entfernen können.',
      leftoversHeading: 'Etwas von Kaspersky ist noch auf diesem Computer',
      leftoversLead:
        'Kein Kaspersky-Produkt ist installiert. Diese Dinge sind zurückgeblieben oder kommen von anderswo.',
      unknownHeading: (n) =>
        `Wir haben nichts gefunden, aber ${counted(n, 'Stelle blieb', 'Stellen blieben')} uns verschlossen`,
      cleanHeading: 'Auf diesem Computer ist nichts von Kaspersky',

      savedFoundHeading: (n) => `${products(n)} in diesem gespeicherten Scan`,
      savedLeftoversHeading: 'In diesem gespeicherten Scan ist etwas von Kaspersky',
      savedUnknownHeading: (n) =>
        `In diesem gespeicherten Scan ist nichts, aber ${counted(n, 'Stelle blieb', 'Stellen blieben')} verschlossen`,
      savedCleanHeading: 'In diesem gespeicherten Scan ist nichts von Kaspersky',
      savedVerdict: {
        leftovers: 'Kein Kaspersky-Produkt war installiert. Etwas von Kaspersky war noch da.',
        unknown:
          'Der Scan konnte nicht überall nachsehen. Damit lässt sich nicht sagen, dass jener Computer frei von Kaspersky war.',
        clean: 'Nichts von Kaspersky war da, und der Scan hat an jeder nötigen Stelle nachgesehen.',
      },
      savedNotice: (name) =>
        name === undefined
          ? 'Das ist der gespeicherte Scan eines anderen Computers'
          : `Das ist ein gespeicherter Scan von ${name}`,
      savedWhy:
        'Wir können nur von dem Computer entfernen, auf dem wir laufen. Starten Sie dieses Programm dort, um etwas zu entfernen.',
      ignoredNotice: 'Teile der Datei wurden ausgelassen',
      ignored: (parts) => `Diese Version kennt sie nicht: ${parts}`,

      groups: {
        installed: 'Kann hier entfernt werden',
        leftovers: 'Reste',
        'report-only': 'Serverprodukt: nur im Bericht',
        'vendor-tool': 'Werkzeug des Herstellers, noch auf dem Datenträger',
        successor: 'Nachfolger, nicht von Kaspersky',
        oem: 'Anderer Hersteller, mit der Technik von Kaspersky',
      },
      installedSaved: 'Installiert',
      groupNotes: {
        installed: '',
        leftovers:
          'Von einem Produkt zurückgelassen. Nichts davon wird angerührt, solange Sie es nicht sagen.',
        'report-only': 'Andere Computer sind darauf angewiesen, deshalb rühren wir es nicht an.',
        'vendor-tool': 'Wir nennen es und rühren es nicht an.',
        successor:
          'Es kam anstelle von Kaspersky und ist nicht von Kaspersky. Wir rühren es nicht an, wenn Sie es nicht ankreuzen.',
        oem: 'Es gehört einem anderen Hersteller. Wir rühren es nicht an.',
      },
      unattributed: 'Von Kaspersky, aber von keinem Produkt, das wir kennen',
      chosen: (n, all) => `${count(n)} von ${count(all)} ausgewählt`,
      choose: (name) => `${name} entfernen`,
      places: 'Wo wir nachgesehen haben',
      placesSummary: (looked, notHere, closed) =>
        [
          `${count(looked)} geprüft`,
          ...(notHere === 0 ? [] : [`${count(notHere)} nicht auf diesem Computer`]),
          ...(closed === 0 ? [] : [`${count(closed)} verschlossen`]),
        ].join(' · '),
      noneMatch: 'keine Treffer',
      match: (n) => `${count(n)} Treffer`,
      prepare: (n) =>
        n === 0
          ? 'Entfernung vorbereiten'
          : `Entfernung von ${counted(n, 'Produkt', 'Produkten')} vorbereiten`,
      preparing: 'Wird vorbereitet',
      chooseFirst: 'Wählen Sie mindestens ein Produkt aus.',
      noteFound: (n) => `${plainProducts(n)} gefunden`,
      noteNothing: 'Nichts gefunden',
      noteLeftovers: 'Reste gefunden',
    },

    prepare: {
      name: 'Vorbereiten',
      heading: 'Bevor wir etwas entfernen',
      stops: (n) => `${counted(n, 'Punkt hält', 'Punkte halten')} uns auf.`,
      left: (n) => `${counted(n, 'Punkt ist', 'Punkte sind')} von Ihnen noch zu erledigen.`,
      ready: 'Nichts steht im Weg.',
      noStop: 'Kann nicht übersprungen werden',
      why: 'Warum es wichtig ist',
      whatToDo: 'Was zu tun ist',
      checkAgain: 'Noch einmal prüfen',
      checkAgainOf: (title) => `Noch einmal prüfen: ${title}`,
      checking: 'Wird geprüft',
      checkingOf: (title) => `Wird geprüft: ${title}`,
      checkEverything: 'Alles noch einmal prüfen',
      toDo: 'Zu erledigen',
      typed: 'Sie wollen fortfahren',
      word: 'entfernen',
      wordLabel: (word) => `Um trotzdem fortzufahren, geben Sie „${word}“ ein`,
      wordHint: 'Erledigen Sie dies zuerst. Geben Sie das Wort nur ein, wenn Sie wissen, was folgt.',
      read: 'Ich habe das gelesen',
      order: 'Was entfernt wird, in dieser Reihenfolge',
      packageBefore: 'Paket ',
      nothing: 'Hier ist nichts, was wir sicher entfernen können.',
      noRights: 'Zum Entfernen braucht es Administratorrechte',
      noRightsLead: 'Der Plan steht, aber wir dürfen ihn nicht ausführen.',
      noRightsHow:
        'Wenden Sie sich an die Person, die diesen Computer betreut. Den Bericht können Sie jetzt speichern.',
      notGiven: 'Nichts wurde entfernt',
      changed: 'Es ist mehr da, als Sie zugestimmt haben',
      changedLead:
        'Mit Administratorrechten haben wir noch einmal nachgesehen. Nichts wurde geändert. Lesen Sie den Plan noch einmal und entscheiden Sie dann.',
      changedActions: (names) => `Würde ebenfalls entfernt: ${names}`,
      changedHazards: (titles) => `Ebenfalls zu bedenken: ${titles}`,
      changedProducts: (names) => `Nicht mehr da oder als anderes Produkt erkannt: ${names}`,
      blockedNote: 'Sie können fortfahren, sobald uns nichts mehr aufhält.',
      noteType: (word) => `Geben Sie unter „Zuerst erledigen“ das Wort „${word}“ ein, um fortzufahren.`,
      noteRead: 'Kreuzen Sie „Ich habe das gelesen“ an, um fortzufahren.',
      noteReady: 'Mit der nächsten Schaltfläche beginnt das Entfernen.',
      noteAsks:
        'Mit der nächsten Schaltfläche werden Administratorrechte erfragt, dann beginnt das Entfernen.',
      remove: (n) => `${plainProducts(n)} entfernen`,
      removeAsking: (n, os) =>
        `${plainProducts(n)} entfernen (fragt nach ${os === 'windows' ? 'Administratorrechten' : 'Ihrem Administratorkennwort'})`,
      failed: 'Die Prüfung ist nicht gelungen',
      note: 'Geprüft',
    },

    remove: {
      name: 'Entfernen',
      heading: 'Kaspersky wird entfernt',
      lead: (n, all) =>
        `Teil ${count(n)} von ${count(all)}. Lassen Sie den Computer an. Andere Programme können Sie benutzen.`,
      starting: 'Es geht los. Lassen Sie den Computer an. Andere Programme können Sie benutzen.',
      askingRights:
        'Ihr Computer fragt jetzt nach Administratorrechten. Nichts ändert sich, bevor Sie zustimmen.',
      lookingAgain: 'Noch einmal nachsehen',
      lookingAgainLead: 'Wir sehen zur Sicherheit ein zweites Mal nach. Das dauert einen Moment.',
      waiting: 'Wartet, bis es an der Reihe ist',
      working: 'Arbeitet',
      workingLine: (line) => `Arbeitet: ${line}`,
      quietFor: (seconds) => `Arbeitet noch. Seit ${span(seconds)} kam keine Meldung; wir warten weiter.`,
      held: (holder, seconds) =>
        `Ein anderes Programm installiert (${holder}). Wir warten darauf: bisher ${span(seconds)}.`,
      leftAlone: (why) => `Nicht angerührt. ${why}`,
      exitCode: (code) => `Exitcode ${code}`,
      details: (name) => `Details: ${name}`,
      showDetails: 'Details',
      log: 'Was geschieht, Zeile für Zeile',
      logEmpty: 'Noch keine Zeile.',
      logDropped: (n) => `${counted(n, 'frühere Zeile ist', 'frühere Zeilen sind')} hier ausgelassen.`,
      quiet: 'Sie müssen nichts tun. Es kann einige Minuten still sein; das ist normal.',
      stop: 'Nach diesem anhalten',
      stopping: 'Hält nach diesem an',
      stoppingNote: 'Das laufende Deinstallationsprogramm darf fertig werden.',
      nothingRemoved: 'Nichts wurde entfernt',
      endedEarly: 'Die Entfernung endete vorzeitig',
      lostSight: 'Wir wissen nicht, wie sie ausgegangen ist.',
      stoppedHeading: 'Sie haben die Entfernung angehalten',
      afterFailure: 'Sehen Sie noch einmal nach, was jetzt auf diesem Computer ist.',
      note: (n, all) => `${count(n)} von ${count(all)} entfernt`,
    },

    restart: {
      name: 'Neustart',
      heading: 'Neu starten, um weiterzumachen',
      lead: (names) => `Erst mit einem Neustart ist das endgültig weg: ${names}.`,
      done: 'Was ohne Neustart gehen kann, ist erledigt',
      doneAt: (time) => `Fertig um ${time}.`,
      restarts: 'Der Computer startet neu',
      saveWork: 'Speichern Sie zuerst Ihre Arbeit. Das dauert einige Minuten.',
      signIn: 'Sie melden sich wie gewohnt an',
      anyAccount: 'Mit demselben Konto wie jetzt oder mit einem anderen.',
      opensItself: 'Dieser Assistent öffnet sich von selbst',
      openYourself: 'Sie öffnen diesen Assistenten selbst',
      looksAgain: 'Er macht hier weiter und sieht überall ein zweites Mal nach.',
      savedHeading: 'Der Stand ist gespeichert',
      savedText:
        'Öffnet sich dieses Fenster nach dem Neustart nicht, starten Sie diesen Assistenten selbst. Er macht hier weiter.',
      mayClose: 'Sie können dieses Fenster auch schließen. Es geht nichts verloren.',
      later: 'Später neu starten',
      now: 'Jetzt neu starten',
      restarting: 'Neustart …',
      failedHeading: 'Der Computer konnte nicht neu gestartet werden',
      byHandHeading: 'Dieser Assistent kann sich nach dem Neustart nicht von selbst öffnen',
      goOnHeading: 'Es geht weiter',
      goOnLead:
        'Die Entfernung war noch nicht am Ende. Wir erledigen, was fehlt, und sehen noch einmal überall nach.',
      goingOn: 'Wir erledigen, was fehlt, und sehen noch einmal überall nach.',
      began: 'Die Entfernung hat begonnen',
      beganWith: 'Was dabei vereinbart wurde, steht in ihrer Aufzeichnung.',
      rights: 'Administratorrechte',
      rightsAsked: 'Ihr Computer fragt danach, bevor etwas geschieht.',
      rest: 'Was noch da ist, wird entfernt',
      secondLook: 'Wir sehen überall ein zweites Mal nach',
      secondLookShows: 'Dann sehen Sie, ob Kaspersky weg ist, und können den Bericht speichern.',
      goOnNote: 'Es geschieht nur, was zu Beginn vereinbart wurde.',
      goOn: 'Weitermachen',
      goOnAsking: 'Weitermachen (fragt nach Administratorrechten)',
      goOnFailed: 'Es konnte nicht weitergehen',
      terminal: 'Oder geben Sie dies mit Administratorrechten in einem Terminal ein:',
      openHeading: 'Eine Entfernung auf diesem Computer ist noch nicht am Ende',
      openText: 'Sie wurde unterbrochen oder wartete auf einen Neustart.',
    },

    confirm: {
      name: 'Bestätigen',
      headings: {
        found: 'Kaspersky ist noch auf diesem Computer',
        leftovers: 'Die Produkte sind weg. Reste bleiben zurück',
        unknown: 'Nichts gefunden, aber wir konnten nicht überall nachsehen',
        clean: 'Auf diesem Computer ist nichts von Kaspersky',
        removed: 'Bestätigt: Kaspersky ist entfernt',
        'restart-needed': 'Neustart zum Abschließen',
        incomplete: 'Die Entfernung ist nicht abgeschlossen',
      },
      partHeading: 'Was Sie ausgewählt haben, ist weg',
      unsavedHeading: 'Das Protokoll dieser Entfernung wurde nicht geschrieben',
      unsavedText: 'Speichern Sie jetzt den Bericht: Er ist der einzige Nachweis dessen, was getan wurde.',
      sentences: {
        found: () => 'Sehen Sie noch einmal nach und wählen Sie dann aus, was entfernt werden soll.',
        leftovers: (n) =>
          `Wir haben an ${places(n)} noch einmal nachgesehen. Kein Produkt ist installiert. Unten steht, was übrig ist.`,
        unknown: () =>
          'Solange wir nicht überall nachsehen können, gilt dieser Computer nicht als frei von Kaspersky.',
        clean: (n) => `Wir haben an ${places(n)} noch einmal nachgesehen. Hier ist nichts von Kaspersky.`,
        removed: (n) =>
          `Wir haben an ${places(n)} noch einmal nachgesehen. Nichts von Kaspersky ist installiert oder läuft.`,
        'restart-needed': () =>
          'Starten Sie diesen Computer neu. Öffnet sich dieses Programm dann nicht von selbst, starten Sie es wieder. Es geht hier weiter.',
        incomplete: () =>
          'Etwas von Kaspersky ist noch da oder konnte nicht geprüft werden. Unten steht, was übrig ist. Sehen Sie danach noch einmal nach.',
      },
      compare: 'Vorher und nachher',
      compareHint: 'Spuren von Kaspersky an jeder Stelle',
      place: 'Stelle',
      before: 'Vorher',
      after: 'Nachher',
      result: 'Ergebnis',
      noNumber: '–',
      noNumberSpoken: 'nicht geprüft',
      results: {
        gone: 'Weg',
        leftOver: (n) => `${count(n)} übrig`,
        stillThere: (n) => `${count(n)} noch da`,
        nothing: 'Nichts, wie vorher',
        nothingNow: 'Nichts da',
        couldNot: 'Konnte nicht nachsehen',
        partly: 'Konnte nicht überall nachsehen',
        notHere: 'Nicht auf diesem Computer',
      },
      done: 'Was getan wurde',
      still: 'Noch installiert',
      leftovers: 'Reste',
      noLeftovers: 'Der zweite Blick hat keine Reste gefunden.',
      noLeftoversSeen: 'Wo wir nachsehen konnten, haben wir keine Reste gefunden.',
      signsHere: (n) => `${counted(n, 'Spur', 'Spuren')} übrig`,
    },

    report: {
      format: 'Format des Berichts',
      formats: { pdf: 'PDF', html: 'HTML', json: 'JSON', csv: 'CSV' },
      for: (parts) => `Für ${parts.join(', ')}`,
      assetTag: (value) => value,
      ticket: (value) => `Ticket ${value}`,
      operator: (value) => `ausgeführt von ${value}`,
      raw: 'Mit Namen von Personen und Seriennummern',
      rawNote: 'Sie stehen so in Dateien und Zusammenfassung, wie sie auf diesem Computer stehen.',
      redactedNote: 'In Dateien und Zusammenfassung stehen Platzhalter wie [user-1] an ihrer Stelle.',
      save: 'Bericht speichern',
      saving: 'Wird gespeichert',
      saved: (fileName, folder) => `${fileName} gespeichert in ${folder}`,
      savedWhere: (fileName, folder) => ({
        before: 'Gespeichert: ',
        file: fileName,
        between: ' in ',
        folder,
      }),
      saveFailed: 'Der Bericht wurde nicht gespeichert',
      copy: 'Zusammenfassung für das Ticket kopieren',
      copying: 'Wird kopiert',
      copied: 'Kopiert. Fügen Sie sie ein, wo Sie sie brauchen.',
      copyFailed: 'Die Zusammenfassung wurde nicht kopiert',
    },

    status: {
      looking: (done, all) => `Die Suche läuft. ${count(done)} von ${places(all)} geprüft.`,
      removing: (ended, all) =>
        `Entfernung läuft. ${count(ended)} von ${counted(all, 'Teil', 'Teilen')} fertig.`,
      waitingForOther: 'Wartet auf ein anderes Programm, das installiert.',
      checkedAgain: 'Noch einmal geprüft.',
    },
  },
};

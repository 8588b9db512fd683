import type { Texts } from './en.ts';
import { map } from './map/fr.ts';
import { hazard, sentence, wordsOf } from './words.ts';
import { work } from './work/fr.ts';

const { count, plural, counted, bytes, clock, clockWithSeconds, elapsed, span } = wordsOf('fr');
const places = (n: number): string => counted(n, 'emplacement', 'emplacements');
const products = (n: number): string => counted(n, 'produit', 'produits');

/** French. Formal address; terms as Windows, macOS and GNOME use them. No-break spaces before double signs and in « ». */
export const fr: Texts = {
  language: 'fr',
  ownName: 'Français',
  direction: 'ltr',
  appName: 'Kaspersky Removal Assistant',
  labelled: (label, words) => `${label} : ${words}`,
  independent: 'Un outil indépendant. Ni conçu ni approuvé par Kaspersky.',
  example: 'Exemple : rien n’est lu ni modifié sur cet ordinateur',

  places: {
    programs: 'Programmes',
    services: 'Services',
    kernelModules: 'Modules du noyau',
    processes: 'Programmes en cours d’exécution',
    files: 'Fichiers et dossiers',
    packages: 'Paquets',
    units: 'Services système',
    apps: 'Applications',
    launchItems: 'Éléments de lancement',
    systemExtensions: 'Extensions système',
    kernelExtensions: 'Extensions du noyau',
    receipts: 'Reçus d’installation',
    profiles: 'Profils de configuration',
    securityCentre: 'Sécurité Windows',
    browserExtensions: 'Extensions de navigateur',
    browserPolicies: 'Stratégies de navigateur',
    registry: 'Registre',
    classFilters: 'Filtres de périphériques',
    networkBindings: 'Filtres réseau',
    encryption: 'Chiffrement de disque',
    settings: 'Réglages des produits',
    restartPending: 'Redémarrage en attente',
    certificates: 'Certificats',
    scheduledTasks: 'Tâches planifiées',
    startup: 'Éléments de démarrage',
    accounts: 'Utilisateurs et groupes',
    packageSources: 'Sources de paquets',
  },

  signs: {
    programs: 'Entrée de programme',
    services: 'Service',
    kernelModules: 'Module du noyau',
    processes: 'Programme en cours d’exécution',
    files: 'Fichier ou dossier',
    packages: 'Paquet',
    units: 'Service système',
    apps: 'Application',
    launchItems: 'Élément de lancement',
    systemExtensions: 'Extension système',
    kernelExtensions: 'Extension du noyau',
    receipts: 'Reçu',
    profiles: 'Profil',
    securityCentre: 'Entrée de Sécurité Windows',
    browserExtensions: 'Extension de navigateur',
    browserPolicies: 'Stratégie de navigateur',
    registry: 'Clé de Registre',
    classFilters: 'Filtre de périphérique',
    networkBindings: 'Filtre réseau',
    encryption: 'Volume chiffré',
    settings: 'Réglage',
    restartPending: 'Redémarrage en attente',
    certificates: 'Certificat',
    scheduledTasks: 'Tâche planifiée',
    startup: 'Élément de démarrage',
    accounts: 'Utilisateur ou groupe',
    packageSources: 'Source de paquets',
  },

  reasons: {
    'package-name-and-vendor': 'Le nom et l’éditeur du paquet correspondent',
    'package-name': 'Le nom du paquet correspond',
    'package-vendor': 'L’éditeur du paquet est Kaspersky',
    'unit-name-and-program': 'Lance un programme du dossier de Kaspersky',
    'unit-name': 'Le nom du service correspond',
    'unit-program': 'Lance un programme du dossier de Kaspersky',
    'process-path': 'S’exécute depuis le dossier de Kaspersky',
    'process-name': 'Le nom du programme correspond',
    'own-folder': 'Utilisé par ce seul produit',
    'own-file': 'Créé par ce produit',
    'unit-file': 'Fichier de service de ce produit',
    'vendor-folder': 'Se trouve dans le dossier de Kaspersky',
    'kernel-module': 'Module du noyau de ce produit',
    'program-name-and-vendor': 'Le nom et l’éditeur correspondent',
    'program-name-and-folder': 'Le nom et le dossier correspondent',
    'program-name': 'Le nom correspond',
    'program-vendor': 'L’éditeur est Kaspersky',
    'program-folder': 'Installé dans le dossier de Kaspersky',
    'product-code': 'Code d’installation de ce produit',
    'service-name': 'Le nom du service correspond',
    'service-path': 'S’exécute depuis le dossier de Kaspersky',
    'driver-name': 'Le nom du pilote correspond',
    'registry-product-name': 'Une clé propre à Kaspersky nomme le produit',
    'registry-key': 'Clé propre à Kaspersky',
    'security-centre-name': 'Sécurité Windows le mentionne. Cette entrée peut survivre à son produit',
    'security-centre-stale':
      'Une entrée périmée : Sécurité Windows le mentionne encore, et il n’en reste rien d’autre ici',
    'extension-id': 'Extension de Kaspersky d’après son identifiant',
    'extension-name': 'Le nom et l’auteur de l’extension correspondent',
    'certificate-subject': 'Certificat créé par Kaspersky sur cet ordinateur',
    'store-package': 'Paquet du Store de Kaspersky',
    'class-filter': 'Filtre de Kaspersky dans une classe de périphériques',
    'network-filter': 'Filtre de Kaspersky sur une carte réseau',
    'encrypted-volume': 'Chiffré par Kaspersky',
    'task-in-vendor-folder': 'Lance un programme du dossier de Kaspersky',
    'startup-in-vendor-folder': 'Lance un programme du dossier de Kaspersky',
    'bundle-id': 'Identifiant de bundle de ce produit',
    'team-id': 'Signé par Kaspersky',
    receipt: 'Reçu d’installation de ce produit',
    'launch-item': 'Élément de lancement de ce produit',
    profile: 'Profil de Kaspersky',
    'browser-policy': 'Stratégie qui installe l’extension de Kaspersky',
    'engine-outside-vendor': 'Pilote de Kaspersky dans le dossier d’un autre éditeur',
    'account-name': 'Utilisateur ou groupe que crée ce produit',
    'package-source': 'Des paquets viennent d’un serveur de Kaspersky : il peut ramener le produit',
    'short-name': 'Le nom correspond ; il ne compte qu’avec d’autres traces',
    'filter-attached': 'Ce filtre de chiffrement est actif',
    'pre-boot': 'Kaspersky demande un mot de passe avant le démarrage de Windows',
    'encryption-unclear': 'Chiffré, et nous n’avons pas pu déterminer par quoi',
    'bitlocker-managed': 'BitLocker, géré par Kaspersky',
    'vault-file': 'Un coffre-fort de mots de passe',
    setting: 'Un réglage du produit l’indique',
    'restart-pending': 'Windows note un redémarrage à venir',
    'installer-running': 'Windows Installer est en cours d’exécution',
    'file-gone': 'Son fichier n’est plus là',
  },

  confidence: { proven: 'Certain', likely: 'Probable', weak: 'Incertain' },

  status: {
    installed: 'Installé',
    leftovers: 'Restes',
    'report-only': 'Produit serveur : rapport seulement',
    'vendor-tool': 'Outil de l’éditeur resté sur le disque',
    successor: 'Successeur',
    oem: 'Contient le moteur de Kaspersky',
  },

  verdict: {
    found: 'Kaspersky est sur cet ordinateur.',
    leftovers: 'Aucun produit Kaspersky n’est installé. Il reste quelque chose de Kaspersky.',
    unknown:
      'Nous n’avons rien trouvé là où nous avons pu regarder, mais nous n’avons pas pu regarder partout.',
    clean: 'Il n’y a rien de Kaspersky sur cet ordinateur. Nous avons pu regarder partout où il le faut.',
    removed: 'Kaspersky n’est plus là. Nous avons vérifié une seconde fois.',
    'restart-needed': 'Kaspersky sera supprimé une fois cet ordinateur redémarré.',
    incomplete: 'Pas terminé. Il reste quelque chose de Kaspersky, ou une vérification n’a pas été possible.',
  },

  removedButStaying: (names) =>
    `Ce que vous avez choisi n’est plus là. Encore sur cet ordinateur : ${names}.`,
  leftoversRemain: (n) => `Il reste ${counted(n, 'élément', 'éléments')}.`,

  outcomes: {
    removed: 'Supprimé',
    'already-gone': 'N’était déjà plus là',
    'restart-needed': 'Supprimé. L’ordinateur doit redémarrer.',
    'still-there': 'Le programme de désinstallation a dit avoir terminé, mais le produit est toujours là.',
    failed: 'Son programme de désinstallation a échoué.',
    busy: 'Un autre programme a occupé l’installation trop longtemps. Réessayez quand il aura terminé.',
    'on-hold':
      'L’administrateur de cet ordinateur a bloqué ce paquet. Débloquez-le avec « apt-mark unhold », puis réessayez.',
    'would-remove-others':
      'Le supprimer supprimerait aussi des programmes qui ne sont pas de Kaspersky. Nous n’y avons pas touché.',
    'wrong-password-or-rights': 'Le produit n’a pas accepté le mot de passe, ou les droits manquent.',
    cancelled: 'Arrêté par vous',
    'not-started': 'Pas commencé',
    'tool-missing': 'Ce qui le supprime n’est pas sur cet ordinateur.',
    'needs-person':
      'Seule une personne peut le faire, dans la fenêtre de Kaspersky. Lancez son programme de désinstallation, suivez-le, puis regardez à nouveau.',
    'after-restart': 'Viendra après le redémarrage',
    'left-running':
      'Vous avez cessé d’attendre. Son programme de désinstallation travaille peut-être encore ; regardez à nouveau plus tard.',
    'blocked-by-policy': 'Une règle de cet ordinateur l’interdit. Adressez-vous à l’administrateur.',
    'source-missing': 'Windows a besoin du fichier d’installation d’origine du produit, et il n’est plus là.',
    'untrusted-program':
      'D’autres que les administrateurs peuvent modifier son programme de désinstallation. Nous ne l’avons donc pas lancé avec vos droits.',
  },

  lastResort: [
    'S’il reste après un redémarrage et un second essai, Kaspersky propose son propre outil de suppression (kavremover), à utiliser à la main.',
    'Ne le téléchargez que chez Kaspersky : https://support.kaspersky.com/common/uninstall/1464',
    'Vérifiez le fichier avant de le lancer : removal-assistant check-tool FILE. Regardez ensuite à nouveau avec ce programme.',
  ],

  toolCheck: {
    genuine: (signer) =>
      `La signature est intacte, et c’est celle de Kaspersky (${signer}). Lancez l’outil vous-même, en dernier recours, et effacez-le ensuite.`,
    missing: 'Ce fichier n’existe pas.',
    'not-signed': 'Ce fichier n’est pas signé. L’outil de Kaspersky l’est : ne lancez pas celui-ci.',
    'not-trusted': (signer) =>
      `La signature indique ${signer}, mais cet ordinateur ne lui fait pas confiance, ou le fichier a été modifié. Ne le lancez pas.`,
    'other-signer': (signer) => `Signé par ${signer}, et non par Kaspersky. Ne le lancez pas.`,
    unknown: (why) => `Sa signature n’a pas pu être vérifiée : ${why}. Ne le lancez pas.`,
  },

  leftReasons: {
    protected: 'Il se trouve là où nous ne touchons jamais à rien.',
    'in-use': 'Un produit Kaspersky encore présent l’utilise.',
    'server-data': 'Il appartient à un produit serveur. C’est à son administrateur de décider.',
    'personal-data':
      'Il contient peut-être des fichiers ou des mots de passe de personnes, donc il reste. Sauvegardez ce qui est utile ; ensuite « remove --leftovers --accept » avec le nom donné ici l’inclut.',
    'package-file': 'Le gestionnaire de paquets s’en occupe.',
    unproven: 'Son nom seul ne prouve pas qu’il est de Kaspersky.',
    'account-in-use': 'Quelqu’un ou quelque chose utilise peut-être encore ce compte.',
    'package-source':
      'Quelqu’un a choisi cette source de paquets. Retirez-la de la liste si personne n’en a besoin.',
    certificate: 'Retirez-le du magasin de certificats avec l’outil de ce magasin.',
    reported: 'Nous ne faisons que signaler ce genre de choses.',
    'filters-unknown':
      'Nous n’avons pas pu lire les filtres de tous les périphériques. Nous ne touchons donc à aucun pilote.',
    'filter-listed': 'Un périphérique nomme encore ce pilote.',
    changed: 'Il a changé pendant que nous travaillions.',
    'link-in-path': 'Un lien y mène, et nous n’en suivons aucun.',
    'others-can-write': 'D’autres que les administrateurs peuvent l’échanger pendant que nous travaillons.',
    mounted: 'Un autre système de fichiers y est monté.',
    'special-file':
      'C’est un fichier spécial, qui ne peut pas être déplacé vers un autre système de fichiers.',
    'sparse-file': 'Il a des trous qu’une copie remplirait.',
    'shared-file': 'Le même fichier a un autre nom ailleurs.',
    'no-space': 'Il n’y a pas assez de place pour lui dans la quarantaine.',
    busy: 'Il est en cours d’utilisation.',
    'not-empty': 'Il contient autre chose.',
    'no-tool': 'Rien sur cet ordinateur ne permet de le mettre en quarantaine sans risque.',
    'not-agreed': 'Il est apparu plus tard, et personne ne l’a encore accepté.',
    declined: 'Le choix a été de le laisser.',
    'could-not-look': 'Nous n’avons pas pu le regarder en entier.',
    'refused-by-system': 'Le système a refusé.',
    cancelled: 'Arrêté par vous.',
    'journal-unwritable': 'Le journal n’a pas pu être écrit ; nous nous sommes donc arrêtés.',
  },

  keptReasons: {
    occupied: 'Il y a maintenant autre chose à cet endroit. Nous l’avons laissé tel quel.',
    'link-in-path': 'Un lien y mène, et nous n’en suivons aucun.',
    'others-can-write': 'D’autres que les administrateurs peuvent l’échanger pendant que nous travaillons.',
    damaged: 'Ce qui est en quarantaine n’est plus ce qui y avait été mis.',
    'driver-gone': 'Son pilote n’est plus là. Avec l’entrée seule, le périphérique s’arrêterait.',
    'list-changed': 'La liste a changé depuis. Nous l’avons laissée telle quelle.',
    'no-space': 'Il n’y a pas assez de place pour lui.',
    'no-tool': 'Rien sur cet ordinateur ne permet de le remettre en place sans risque.',
    'refused-by-system': 'Le système a refusé.',
    cancelled: 'Arrêté par vous.',
    'journal-unwritable': 'Le journal n’a pas pu être écrit ; nous nous sommes donc arrêtés.',
  },

  copyGaps: {
    'attributes-unknown':
      'Les attributs étendus et les listes d’accès, s’il y en avait, ne sont pas conservés : les outils nécessaires ne sont pas sur cet ordinateur.',
    'audit-unknown':
      'Les règles d’audit, s’il y en avait, ne sont pas conservées : ce compte n’a pas le droit de les lire.',
  },

  noResult: 'Aucun résultat connu. L’étape a été interrompue ou n’a pas été atteinte.',

  refusals: {
    'package-on-hold': 'Bloqué. Débloquez-le d’abord avec « apt-mark unhold ».',
    'no-route': 'Aucun moyen sûr de le supprimer n’est connu.',
  },

  hazards: {
    fde: hazard(
      'Kaspersky a peut-être chiffré ce disque',
      'Seul Kaspersky peut ouvrir un disque qu’il a chiffré. S’il est supprimé d’abord, le disque ne s’ouvrira peut-être plus.',
      'Demandez à la personne qui gère le serveur Kaspersky de déchiffrer tous les disques. Cela peut prendre quelques heures ; laissez l’ordinateur allumé. Redémarrez ensuite et vérifiez à nouveau.',
    ),
    fle: hazard(
      'Kaspersky a peut-être chiffré des fichiers sur cet ordinateur',
      'Ces fichiers ne s’ouvrent que tant que Kaspersky est là.',
      'Demandez à la personne qui gère le serveur Kaspersky de les déchiffrer. Assurez-vous qu’ils s’ouvrent sur un autre ordinateur, puis vérifiez à nouveau.',
    ),
    'server-role': hazard(
      'C’est un produit serveur',
      'D’autres ordinateurs en dépendent. Nous le signalons et n’y touchons pas.',
      'Demandez à la personne qui gère le serveur Kaspersky de planifier sa suppression.',
    ),
    'mail-flow': hazard(
      'Le courrier passe par ce produit',
      'S’il est supprimé d’abord, le courrier s’arrête.',
      'Demandez à l’administrateur de la messagerie de le retirer du circuit, puis supprimez-le.',
    ),
    'removable-encryption': hazard(
      'Des clés USB sont peut-être chiffrées par Kaspersky',
      'Un support chiffré par Kaspersky risque de ne plus s’ouvrir nulle part une fois Kaspersky supprimé.',
      'Branchez chacun de ces supports et déchiffrez-le tant que Kaspersky est là.',
    ),
    'bitlocker-managed': hazard(
      'Kaspersky gère BitLocker ici',
      'Le disque reste chiffré. Sa clé de récupération se trouve peut-être uniquement sur le serveur Kaspersky.',
      'Enregistrez ou imprimez la clé de récupération BitLocker à un autre endroit. Laissez le disque chiffré.',
    ),
    'kpm-vault': hazard(
      'Des mots de passe sont conservés dans Kaspersky Password Manager',
      'Le coffre-fort de cet ordinateur est peut-être la seule copie, et son mot de passe principal ne peut pas être réinitialisé.',
      'Ouvrez le programme et exportez les mots de passe de chaque personne qui utilise cet ordinateur. Importez-les dans un autre gestionnaire de mots de passe, vérifiez-les, puis effacez l’export : n’importe qui peut le lire.',
    ),
    'encrypted-vault': hazard(
      'Des fichiers sont peut-être enfermés dans un coffre-fort de Kaspersky',
      'Un coffre-fort ne s’ouvre que dans ce produit.',
      'Ouvrez chaque coffre-fort et déplacez son contenu vers un dossier ordinaire.',
    ),
    'backup-restore': hazard(
      'Des sauvegardes sont peut-être au format de Kaspersky',
      'Sans le produit, vous ne pourrez peut-être pas les ouvrir.',
      'Restaurez les fichiers dont vous avez besoin dans un dossier ordinaire.',
    ),
    quarantine: hazard(
      'Des fichiers sont peut-être dans la quarantaine de Kaspersky',
      'Ce que Kaspersky a mis de côté disparaît avec lui.',
      'Ouvrez la quarantaine dans Kaspersky. Ne restaurez que ce que vous connaissez et jugez sûr.',
    ),
    'managed-redeploy': hazard(
      'Un serveur peut réinstaller Kaspersky',
      'Cet ordinateur obéit à un serveur d’administration. Celui-ci peut réinstaller Kaspersky en quelques heures.',
      'Demandez au responsable de ce serveur de libérer d’abord cet ordinateur.',
    ),
    'pending-reboot': hazard(
      'Windows attend un redémarrage',
      'Autre chose n’est installé qu’à moitié. D’ici là, une suppression peut échouer.',
      'Redémarrez cet ordinateur, puis vérifiez à nouveau.',
    ),
    'vpn-kill-switch': hazard(
      'Le Kill Switch du VPN est peut-être activé',
      'S’il reste activé, Internet peut rester bloqué ensuite.',
      'Déconnectez le VPN et désactivez Kill Switch. Après la suppression, redémarrez et ouvrez une page web.',
    ),
    'network-isolation': hazard(
      'Kaspersky a peut-être coupé cet ordinateur du réseau',
      'S’il est supprimé pendant que le réseau est coupé, le réseau peut rester coupé.',
      'Demandez à la personne qui gère le serveur Kaspersky de lever l’isolement.',
    ),
    'app-control-default-deny': hazard(
      'Kaspersky ne laisse peut-être démarrer que certains programmes',
      'Il peut arrêter ce programme en cours de route.',
      'Demandez à l’administrateur de désactiver le contrôle des applications ou d’autoriser ce programme.',
    ),
    parental: hazard(
      'Un parent a peut-être mis en place Kaspersky Safe Kids',
      'Il appartient au compte du parent. Nous ne lançons que son programme de désinstallation, qui demande ce compte.',
      'Demandez au parent de se connecter quand le programme de désinstallation le demande.',
    ),
    'low-disk': hazard(
      'Moins de 2 Go libres',
      'Un programme de désinstallation qui manque de place s’arrête en cours de route.',
      'Libérez un peu de place, puis vérifiez à nouveau.',
    ),
    'remote-session': hazard(
      'Vous travaillez depuis un autre ordinateur',
      'Supprimer un filtre réseau peut couper la connexion, sans personne devant l’ordinateur.',
      'Faites-le devant l’ordinateur, ou assurez-vous que quelqu’un y est.',
    ),
    'self-defence': hazard(
      'Kaspersky protège ses fichiers et ses services',
      'Seul son programme de désinstallation peut les modifier. Nous n’utilisons donc rien d’autre.',
      'Laissez le programme de désinstallation travailler. N’effacez ni fichier ni service à la main.',
    ),
    'password-protection': hazard(
      'Kaspersky peut demander un mot de passe',
      'Sans le bon, son programme de désinstallation s’arrête. Nous transmettons le mot de passe et ne le conservons pas.',
      'Préparez-le. Si vous ne le connaissez pas, demandez à votre administrateur. À la maison, suivez la réinitialisation décrite par Kaspersky.',
    ),
    'msi-busy': hazard(
      'Windows Installer est en cours d’exécution',
      'Il ne fait qu’une installation à la fois ; la nôtre devra peut-être attendre.',
      'Laissez l’autre installation se terminer.',
    ),
    'network-filter': hazard(
      'Kaspersky filtre le réseau ici',
      'Le réseau peut se couper une minute quand le filtre s’en va.',
      'Enregistrez ce que vous faites en ligne. Après le redémarrage, ouvrez une page web pour vérifier.',
    ),
    'input-filters': hazard(
      'Kaspersky protège le clavier ou la souris',
      'Son filtre doit quitter la liste avant que son pilote ne parte, sinon ils cessent de fonctionner.',
      'Laissez faire le programme de désinstallation. N’effacez aucun pilote à la main.',
    ),
    'orphan-driver-service': hazard(
      'Une entrée de pilote de Kaspersky a perdu son fichier',
      'Elle ne fait rien pour l’instant, mais peut gêner une réparation de Windows.',
      'Rien pour l’instant. Nous y regarderons à nouveau après la suppression.',
    ),
    'no-antivirus-after': hazard(
      'Rien ne prend sûrement le relais',
      'Nous ne voyons aucun autre antivirus activé. Sous Windows, Microsoft Defender démarre souvent quand Kaspersky s’en va ; sur les serveurs, sous macOS et sous Linux, rien ne le fait.',
      'Décidez de ce qui protégera cet ordinateur, et assurez-vous que c’est activé ensuite.',
    ),
    'https-root-cert': hazard(
      'Le certificat de Kaspersky est approuvé ici',
      'Kaspersky s’en sert pour lire les pages web sécurisées. Retiré trop tôt, il empêche les pages de s’ouvrir ; laissé en place, il reste approuvé.',
      'Retirez-le après le produit. Si vous l’avez ajouté à Firefox, à Java ou à un outil de développement, retirez-le à cet endroit.',
    ),
    subscription: hazard(
      'Un abonnement peut continuer',
      'Supprimer le programme n’arrête pas les paiements.',
      'Résiliez-le dans votre compte Kaspersky, ou chez UltraAV. Méfiez-vous des numéros de téléphone dans les résultats de recherche : beaucoup sont faux.',
    ),
    ultraav: hazard(
      'UltraAV a pris la place de Kaspersky',
      'C’est le produit d’un autre éditeur. Certaines personnes l’ont reçu sans le demander.',
      'Décidez de son sort à part. Utilisez son propre programme de désinstallation, redémarrez et regardez à nouveau.',
    ),
    'macos-sysext': hazard(
      'L’extension système de Kaspersky est activée',
      'Effacer l’app seule la laisse en place.',
      'Utilisez le programme de désinstallation de Kaspersky, puis redémarrez ce Mac.',
    ),
    'macos-shared-folder': hazard(
      'Deux produits partagent un dossier',
      'Kaspersky et son agent d’administration y gardent tous deux des fichiers. Effacer tout le dossier endommage l’autre.',
      'Supprimez chaque produit avec son propre programme de désinstallation. Ne touchez pas au dossier.',
    ),
    'third-party-removers': hazard(
      'Kaspersky est peut-être déjà à moitié supprimé',
      'Un outil de suppression est passé par ici, ou il manque une partie de Kaspersky. Son programme de désinstallation risque de ne pas aboutir.',
      'S’il échoue, réinstallez la même version, puis supprimez-la. Effacez ensuite les outils de suppression.',
    ),
    'multi-os-updates': hazard(
      'Pas de mises à jour aux États-Unis',
      'Depuis septembre 2024, Kaspersky n’y fournit plus de mises à jour ; une copie installée protège donc chaque jour un peu moins.',
      'Prévoyez une autre protection.',
    ),
    'legal-scope': hazard(
      'Conservez le rapport si une injonction vous concerne',
      'Les agences fédérales des États-Unis et leurs prestataires doivent prouver ce qui a été trouvé et quand cela a été supprimé.',
      'Enregistrez le rapport avant et après. Ceci n’est pas un conseil juridique.',
    ),
    'on-battery': hazard(
      'Cet ordinateur fonctionne sur batterie',
      'Si la batterie se vide, Kaspersky reste à moitié supprimé.',
      'Branchez le chargeur.',
    ),
  },

  hazardLevels: { stop: 'Blocage', confirm: 'À faire d’abord', inform: 'Bon à savoir' },
  couldNotCheck: 'Vérification impossible sur cet ordinateur.',

  actionTitle: (name, packageName) => `Supprimer ${name} (paquet ${packageName})`,
  settingsTitle: (name, packageName) => `Supprimer les réglages de ${name} (paquet ${packageName})`,
  actionTitleOf: (name) => `Supprimer ${name}`,
  packageUndo: 'Réinstallez le paquet depuis sa source d’origine.',

  unchecked: { unavailable: 'non disponible', denied: 'pas d’autorisation', failed: 'échec' },
  couldNotLook: (place, why, source) =>
    `Impossible de regarder : ${place}${source === undefined ? '' : `, ${source}`}. ${why}`,

  problems: {
    usage: (v) =>
      `${v['message'] ?? 'Cette commande n’est pas connue'}. « removal-assistant --help » montre ce qui existe.`,
    'no-terminal': () =>
      'Il n’y a pas de terminal pour vous poser la question. Ajoutez --yes pour continuer sans question.',
    'unknown-product': (v) =>
      `Aucun produit n’a l’identifiant « ${v['id'] ?? ''} » ici. « plan » montre les identifiants.`,
    'unknown-hazard': (v) => `Aucun risque n’a l’identifiant « ${v['id'] ?? ''} ».`,
    'unknown-run': (v) =>
      `Il n’y a pas d’exécution « ${v['run'] ?? ''} » dans ${v['folder'] ?? 'le dossier des exécutions'}.`,
    'no-run-yet': (v) =>
      `Aucune suppression n’a encore été exécutée sur cet ordinateur. Recherche faite dans ${v['folder'] ?? ''}.`,
    'file-missing': (v) => `Le fichier ${v['path'] ?? ''} n’existe pas.`,
    'file-unreadable': (v) => `Impossible de lire ${v['path'] ?? ''} : ${v['why'] ?? ''}.`,
    'file-unwritable': (v) => `Impossible d’écrire ${v['path'] ?? ''} : ${v['why'] ?? ''}.`,
    'not-json': (v) => `${v['path'] ?? 'Le fichier'} n’est pas du JSON.`,
    'bad-snapshot': (v) => `L’analyse est incorrecte à ${v['path'] ?? ''} : ${v['fault'] ?? ''}.`,
    'newer-schema': (v) =>
      `Le fichier a été écrit par une version plus récente de cet outil (${v['found'] ?? ''} ; celle-ci lit ${v['expected'] ?? ''}).`,
    'wrong-schema': (v) =>
      `Le fichier n’est pas du type ${v['expected'] ?? ''} ; il indique ${v['found'] ?? ''}.`,
    'bad-report': (v) => `Le rapport est incorrect à ${v['path'] ?? ''} : ${v['fault'] ?? ''}.`,
    'report-altered': () =>
      'Ce rapport a été modifié après son écriture. Son empreinte ne correspond pas à son contenu.',
    'unknown-example': (v) =>
      `Aucun ordinateur d’exemple ne s’appelle « ${v['name'] ?? ''} ». Il y a : ${v['known'] ?? ''}.`,
    'example-report': () =>
      'C’est le rapport d’un ordinateur d’exemple. Il ne prouve rien sur un ordinateur réel.',
    'needs-administrator': (v) =>
      `${{ undo: 'Remettre en place', forget: 'Effacer une exécution' }[v['for'] ?? ''] ?? 'Supprimer'} demande des droits d’administrateur. Relancez avec ces droits, par exemple avec sudo.`,
    'blocked-by-hazard': (v) => `Arrêté avant toute modification : ${v['hazards'] ?? ''}.`,
    'plan-changed': () => 'Ce qui serait supprimé n’est pas ce que vous avez accepté. Rien n’a été modifié.',
    'elevation-cancelled': () =>
      'Vous avez fermé la demande de droits d’administrateur. Rien n’a été modifié. Vous pouvez réessayer.',
    'elevation-refused': () =>
      'Les droits d’administrateur n’ont pas été accordés ; rien n’a donc été modifié. Sur un ordinateur de travail, enregistrez le rapport et remettez-le au support informatique.',
    'elevation-unavailable': (v) =>
      `Rien ici ne peut demander des droits d’administrateur : ${v['why'] ?? ''}. Adressez-vous à la personne qui s’occupe de cet ordinateur.`,
    'elevation-untrusted': (v) =>
      `Nous ne demandons pas de droits d’administrateur d’ici, car quelqu’un d’autre a pu échanger ce programme : ${v['why'] ?? ''}. Installez-le pour tout l’ordinateur.`,
    'worker-not-started': (v) =>
      `La partie de ce programme qui a besoin de droits d’administrateur n’a pas pu démarrer : ${v['why'] ?? ''}. Rien n’a été modifié.`,
    'worker-lost': () =>
      'La partie de ce programme qui a des droits d’administrateur s’est terminée sans réponse. Ce qu’elle a fait se trouve dans son journal ; « resume » sur la ligne de commande reprend à cet endroit.',
    cancelled: () => 'Arrêté par vous. Rien n’a été modifié.',
    'already-running': () => 'Une recherche ou une suppression est déjà en cours.',
    'journal-unwritable': (v) =>
      `Impossible d’écrire le journal dans ${v['path'] ?? ''} : ${v['why'] ?? ''}. Rien n’a été modifié.`,
    'scan-outdated': () => 'Cette analyse n’est plus connue. Regardez à nouveau.',
    'nothing-chosen': () => 'Aucun produit n’est choisi.',
    'other-computer': () =>
      'C’est l’analyse enregistrée d’un autre ordinateur. Lancez ce programme là-bas pour supprimer.',
    'run-in-use': (v) =>
      `Un autre lancement de ce programme travaille sur l’exécution ${v['run'] ?? ''}, ou vient de le faire. Rien n’a été fait. Attendez qu’il soit terminé, puis réessayez.`,
    'run-unfinished': (v) =>
      `L’exécution ${v['run'] ?? ''} a été interrompue avant l’écriture de son rapport. « verify --run ${v['run'] ?? ''} » regarde à nouveau.`,
    'no-password': () => 'Aucun mot de passe n’est arrivé par l’entrée standard.',
    'bad-passwords': () =>
      'Donnez un mot de passe sur une ligne, ou une ligne par produit : son identifiant, une tabulation et son mot de passe.',
    'run-never-began': (v) =>
      `L’exécution ${v['run'] ?? ''} a été interrompue avant toute modification. Recommencez avec « remove ».`,
    'run-of-other-computer': (v) =>
      `L’exécution ${v['run'] ?? ''} a eu lieu sur l’ordinateur ${v['there'] ?? ''} ; celui-ci est ${v['here'] ?? ''}.`,
    'quarantine-damaged': (v) =>
      `La quarantaine de l’exécution ${v['run'] ?? ''} n’est plus telle qu’elle a été écrite : ${v['why'] ?? ''}. Rien n’a été remis en place.`,
    'leftovers-unsupported': () =>
      'Cette version ne sait pas encore mettre des restes en quarantaine sur ce type d’ordinateur. Lancez-la sans --leftovers ; ils seront listés.',
    'restart-failed': (v) =>
      `L’ordinateur n’a pas été redémarré : ${v['why'] ?? ''}. Redémarrez-le vous-même.`,
    'reopen-failed': (v) =>
      `Après le redémarrage, ce programme ne peut pas s’ouvrir tout seul : ${v['why'] ?? ''}. Relancez-le vous-même, ou exécutez « removal-assistant resume » ; il reprend à cet endroit.`,
    'reopen-not-staged': (v) =>
      `Ce programme s’exécute depuis un lecteur qui peut manquer après le redémarrage, et il n’a pas pu être copié sur cet ordinateur : ${v['why'] ?? ''}. Après le redémarrage, relancez-le vous-même depuis le même lecteur ; il reprend à cet endroit.`,
    'reopen-stays': (v) =>
      `Ce qui a été préparé pour le redémarrage n’a pas pu être retiré : ${v['place'] ?? ''} : ${v['why'] ?? ''}. Supprimez-le vous-même.`,
    'pdf-needs-window': () =>
      'La ligne de commande ne peut pas imprimer de PDF. Choisissez html, ou enregistrez le PDF depuis la fenêtre.',
    'unsupported-system': () =>
      'Ce programme ne sait pas encore regarder sur ce type d’ordinateur. Il peut ouvrir une analyse enregistrée sur un autre.',
    'only-on-windows': () => 'Seul un ordinateur Windows peut le dire.',
    'map-outdated': () => 'Cette carte n’est plus connue. Choisissez de nouveau le dossier.',
    'folder-unreadable': (v) => `Impossible de lire le dossier ${v['path'] ?? ''} : ${v['why'] ?? ''}.`,
    'no-reports': (v) =>
      `Il n’y a aucun rapport dans ${v['path'] ?? ''} : ${v['files'] ?? 0} fichiers JSON ont été ouverts, aucun n’est un rapport de cet outil.`,
    'nothing-handed-over': () =>
      'Ce n’est pas un dossier de cet ordinateur. Déposez ici un seul dossier, ou choisissez-le.',
    'unknown-directive': (v) =>
      `Il n’y a ni directive ni fichier « ${v['name'] ?? ''} ». Directives fournies : ${v['known'] ?? ''}.`,
    'bad-directive': (v) =>
      `La directive ${v['path'] ?? ''} n’est pas correcte à ${v['at'] ?? ''} : ${v['fault'] ?? ''}.${v['meant'] === undefined ? '' : ` Vouliez-vous dire « ${v['meant']} » ?`}`,
    'bad-assets': (v) =>
      `Aucune colonne de ${v['path'] ?? ''} ne dit de quel ordinateur il s’agit. Nommez-en une assetTag ou name ; ses titres sont : ${v['columns'] ?? ''}.`,
    'no-assets': (v) => `L’inventaire ${v['path'] ?? ''} ne nomme aucun ordinateur.`,
    bug: (v) => `Un problème est survenu dans ce programme : ${v['message'] ?? ''}.`,
  },

  cli: {
    yes: 'oui',
    productLine: (name, version, status, confidence) =>
      `${name}${version === undefined ? '' : ` ${version}`} · ${status} · ${confidence}`,
    unattributedHeading: 'De Kaspersky, mais d’aucun produit que nous connaissons :',
    uncheckedHeading: 'Impossible de regarder :',
    hazardsHeading: 'Avant toute suppression :',
    planHeading: 'Dans cet ordre :',
    planEmpty: 'Il n’y a rien à supprimer.',
    acceptHint: (ids) => `Pour continuer malgré tout : ${ids}`,
    blocked: (titles) => `Bloqué : ${titles}`,
    askRemove: (n, withLeftovers) => {
      const items = `Supprimer maintenant ${counted(n, 'élément', 'éléments')}`;
      const what = n === 0 ? 'Mettre en quarantaine ce qui reste' : items;
      const then = withLeftovers && n > 0 ? ', puis mettre en quarantaine ce qui reste' : '';
      return `${what}${then} ? Tapez « oui » pour continuer : `;
    },
    leftoverPlan: 'Ensuite, ce qui reste à ces endroits est mis en quarantaine. « undo » le remet en place :',
    leftoverPlanAlone: 'Ce qui reste à ces endroits est mis en quarantaine. « undo » le remet en place :',
    lookingCloser: 'Examen plus précis de ce qui reste',
    setAsideOne: (what) => `Mis de côté : ${what}`,
    leftOne: (what, why) => `Laissé en place : ${what}. ${why}`,
    setAside: (n, run) =>
      `${counted(n, 'élément mis', 'éléments mis')} de côté. « undo ${run} » ${plural(n, 'le', 'les')} remet en place.`,
    setAsideLine: (what, entries) =>
      entries > 1 ? `${what} (${count(entries)} fichiers et dossiers)` : what,
    leftAlone: 'Laissé en place :',
    restoredOne: (what) => `Remis en place : ${what}`,
    restored: (n) => `${counted(n, 'élément remis', 'éléments remis')} en place.`,
    nothingToUndo: 'Rien de cette exécution n’est en quarantaine.',
    askForget: (run) =>
      `Effacer définitivement l’exécution ${run}, avec tout ce qu’elle a mis en quarantaine ? Elle ne pourra plus être annulée ni reprise. Tapez « oui » pour continuer : `,
    forgotten: (run) => `L’exécution ${run} est effacée de cet ordinateur.`,
    keptForUndo: (run) =>
      `Ce qui a été mis en quarantaine reste sur cet ordinateur, pour pouvoir être remis en place. Pour l’effacer définitivement : forget ${run}`,
    refused: 'Pas remis en place :',
    askPassword: (product) =>
      `Mot de passe de ${product}, s’il est protégé (non affiché ; Entrée s’il n’y en a pas) : `,
    runsStayHere: (folder) =>
      `L’emplacement à côté de ce programme ne peut pas être fermé aux autres ; la trace de l’exécution est donc gardée dans ${folder}. Les rapports vont à côté du programme ; --leave-nothing enlève la trace à la fin.`,
    reopensWindow:
      'Après le redémarrage, ouvrez votre session comme d’habitude. Ce programme s’ouvre tout seul, continue et dit si Kaspersky est parti.',
    reopensCommandLine:
      'Après le redémarrage, ouvrez votre session comme d’habitude. « resume » démarre tout seul dans un terminal, continue et dit si Kaspersky est parti.',
    stagedAt: (folder: string): string =>
      `D’ici là, une copie de ce programme attend dans ${folder}. Elle est retirée à la fin.`,
    pressEnter: 'Appuyez sur Entrée pour fermer. ',
    nothingOpen: 'Tout est fait pour cette exécution. Nouvelle vérification effectuée.',
    quiet: (seconds) =>
      `Travaille encore, sans nouvelles depuis ${count(seconds)} s. Appuyez deux fois sur Ctrl-C pour ne plus attendre ; nous ne l’arrêtons jamais`,
    looking: (place) => `Recherche : ${place}`,
    starting: (title) => `${title} …`,
    waiting: (holder, seconds) =>
      `Attend depuis ${count(seconds)} s : un autre programme installe (${holder})`,
    lookingAgain: 'Nouvelle vérification …',
    cancelling: 'Arrêt après celui-ci. Le programme de désinstallation en cours peut finir.',
    leftovers: (n) => `${counted(n, 'reste', 'restes')} :`,
    saved: (path) => `Enregistré : ${path}`,
    replaced: (path) => `L’ancien contenu de ${path} a été remplacé.`,
    intact: 'Ce rapport est tel qu’il a été écrit. L’empreinte ne prouve pas qui en est l’auteur.',
    ignored: (parts) => `Ignoré, car cette version ne le connaît pas : ${parts}`,
    runIs: (id) => `Exécution ${id}`,
    foundBefore: 'Trouvé auparavant :',
    ended: (title, outcome) => `${title} : ${outcome}`,
    nothingRemovable:
      'Il n’y a rien ici qui puisse être supprimé sans risque. « scan » dit ce qui a été trouvé.',
    wrong: {
      'no-command': () =>
        'Dites quoi faire : scan, plan, remove, resume, verify, undo, forget, report, map ou schema',
      'unknown-command': (v) => `Commande inconnue « ${v['name'] ?? ''} »`,
      'unknown-option': (v) => `Option inconnue « ${v['name'] ?? ''} »`,
      'missing-argument': (v) => `Il manque « ${v['name'] ?? ''} »`,
      'missing-value': (v) => `L’option « ${v['name'] ?? ''} » demande une valeur`,
      'missing-option': (v) => `L’option « ${v['name'] ?? ''} » est nécessaire`,
      'bad-value': (v) => `« ${v['value'] ?? ''} » ne convient pas à « ${v['name'] ?? ''} »`,
      conflict: (v) => `Les options « ${v['name'] ?? ''} » et « ${v['other'] ?? ''} » ne vont pas ensemble`,
      'only-one': (v) => `N’utilisez qu’une de ces options : ${v['names'] ?? ''}`,
      'goes-with': (v) => `L’option « ${v['name'] ?? ''} » va avec « ${v['other'] ?? ''} »`,
      'too-many': () => 'Il y a trop de mots',
      'proof-first': () =>
        'Avec --leave-nothing, le rapport doit aller ailleurs : ajoutez --out ou --portable',
    },
    nearest: (names) => `(peut-être ${names})`,
    choices: (names) => `Choix possibles : ${names}`,
    wanted: {
      seconds: () => 'Donnez un nombre entier de secondes',
      number: () => 'Donnez un nombre supérieur à 0',
      format: () => 'Choisissez html, json ou csv',
      form: () => 'Donnez un nom qui finit par .html ou .csv',
      day: () => 'Donnez un jour du calendrier sous la forme AAAA-MM-JJ',
      language: (known) => `Choisissez une de ces langues : ${known}`,
    },

    help: {
      summary:
        'Trouve chaque produit Kaspersky sur un ordinateur, le supprime avec son propre programme de désinstallation et prouve qu’il n’est plus là.',
      scan: 'Regarder sur cet ordinateur, ou dans une analyse enregistrée. Ne modifie rien',
      plan: 'Montrer ce qui serait supprimé, dans l’ordre, et à quoi penser d’abord. Ne modifie rien',
      remove: 'Supprimer ce qui a été trouvé, puis regarder à nouveau. Demande des droits d’administrateur',
      toolFile: 'le fichier téléchargé',
      checkTool:
        'Dire si un outil de suppression téléchargé est vraiment celui de Kaspersky. Windows seulement ; ne lance rien',
      resume: 'Reprendre une exécution interrompue, ou qui attendait un redémarrage',
      passwordStdin:
        'lire les mots de passe sur l’entrée standard : une ligne, ou par ligne l’identifiant du produit, une tabulation et le mot de passe',
      leftovers: 'mettre ensuite ce qui reste dans une quarantaine que « undo » vide',
      undo: 'Remettre en place ce qu’une exécution a mis en quarantaine',
      undoRun: 'l’exécution',
      forget: 'Effacer ce que cet ordinateur garde d’une exécution, avec ce qu’elle a mis en quarantaine',
      leaveNothing:
        'une fois la suppression vérifiée, ne rien garder de l’exécution sur cet ordinateur ; demande --out ou --portable',
      portable: 'garder exécutions et rapports à côté de ce programme, par exemple sur une clé USB',
      verify:
        'Regarder à nouveau et comparer avec le premier examen d’une exécution, ou vérifier un fichier de rapport',
      report: 'Écrire le rapport d’une exécution, d’une analyse enregistrée ou d’un fichier de rapport',
      schema: 'Afficher le schéma JSON d’un fichier : snapshot, report, map ou directive',
      map: 'Rassembler de nombreux rapports : où il est, où il n’est plus, et qui n’a rien envoyé',
      mapFolder: 'le dossier des rapports (JSON), avec ses sous-dossiers',
      directive: 'les échéances à suivre : bod-17-01, ou un fichier à vous',
      startDate: 'le jour où le délai commence, sous la forme AAAA-MM-JJ',
      assets: 'les ordinateurs qui existent : un tableau avec des titres, ou un nom par ligne',
      mapFormat: 'json, csv ou html ; sinon, selon la fin du nom donné à --out',
      form: 'écrire le plan et rapport d’avancement à remplir ; FICHIER finit par .html ou .csv',
      save: 'écrire l’analyse dans FILE',
      from: 'utiliser une analyse enregistrée au lieu de regarder sur cet ordinateur',
      product: 'seulement ce produit ; peut être répété',
      accept: 'continuer malgré ce risque ; peut être répété',
      yes: 'ne pas demander',
      dryRun: 'montrer le plan et s’arrêter',
      out: 'écrire aussi le rapport en JSON et en HTML dans DIR',
      lockWait: 'combien de temps attendre un autre programme qui installe',
      run: 'l’exécution à examiner ; sinon la dernière de cet ordinateur',
      checkReport: 'vérifier si FILE a été modifié',
      reportRun: 'l’exécution ; sinon la dernière',
      reportIn: 'produire à nouveau ce fichier de rapport',
      format: 'html, json ou csv',
      outFile: 'où l’écrire',
      raw: 'laisser les noms de personnes et les numéros de série dans les fichiers ; sinon, des repères les remplacent',
      kind: 'quel fichier',
      json: 'écrire un document JSON sur la sortie standard',
      assetTag: 'le numéro d’inventaire de cet ordinateur, pour le rapport',
      ticket: 'le ticket, pour le rapport',
      operator: 'qui le fait, pour le rapport',
      reason: 'la directive, l’ordre ou le souhait qui la motive, pour le rapport',
      stateDir: 'où les exécutions sont conservées',
      quiet: 'ni progression ni remarques',
      example: (names) => `travailler sur un exemple enregistré au lieu de cet ordinateur : ${names}`,
      exampleSpeed: 'combien de fois plus vite que l’enregistrement',
      lang: (known) => `la langue : ${known}`,
      version: 'afficher la version',
      help: 'afficher cette aide',
      usageHeading: 'Utilisation :',
      argumentsHeading: 'Arguments :',
      optionsHeading: 'Options :',
      globalOptionsHeading: 'Options générales :',
      commandsHeading: 'Commandes :',
      optionsWord: '[options]',
      commandWord: '[commande]',
      byDefault: 'par défaut',
      choices: 'choix',
      examples: 'Exemples :',
      exitCodesHeading: 'Codes de sortie :',
      exitCodes: [
        '0   rien de Kaspersky ici, ou supprimé et vérifié, ou rien à faire',
        '10  un produit Kaspersky est installé',
        '11  aucun produit ; des restes, ou un produit d’un autre éditeur avec son moteur',
        '12  rien trouvé, mais un emplacement nécessaire n’a pas pu être examiné',
        '20  un redémarrage est nécessaire   21  pas terminé',
        '22  arrêté par un risque            23  les droits d’administrateur manquent',
        '24  arrêté par une personne         64  mauvaise utilisation',
        '65  fichier incorrect ou manquant   70  une erreur de ce programme',
      ],
    },
  },

  report: {
    title: 'Rapport de suppression de Kaspersky',
    identification: 'Rapport de recherche de Kaspersky',
    computer: 'Ordinateur',
    name: 'Nom',
    system: 'Système',
    rights: 'Examiné avec des droits d’administrateur',
    yes: 'oui',
    no: 'non',
    assetTag: 'Numéro d’inventaire',
    ticket: 'Ticket',
    operator: 'Fait par',
    created: 'Écrit le',
    lookedAt: 'Examiné le',
    tool: 'Outil',
    products: 'Produits et restes',
    productsBefore: 'Ce qui a été trouvé avant la suppression',
    productsAfter: 'Ce qui est là maintenant',
    noProducts: 'Aucun.',
    product: 'Produit',
    version: 'Version',
    statusHeading: 'État',
    sure: 'Certitude',
    evidence: 'Preuves',
    unattributed: 'De Kaspersky, mais d’aucun produit que nous connaissons',
    unchecked: 'Ce qui n’a pas pu être examiné',
    everythingLooked: 'Chaque emplacement nécessaire a pu être examiné.',
    required: 'Nécessaire à la conclusion',
    hazards: 'À quoi il fallait penser d’abord',
    accepted: 'Accepté',
    actions: 'Ce qui a été fait',
    planned: 'Ce qui serait fait',
    outcome: 'Résultat',
    exitCode: 'Code de sortie',
    places: 'Où nous avons regardé',
    place: 'Emplacement',
    looked: 'Examinés',
    signsOf: 'Traces de Kaspersky',
    notApplicable: 'Pas sur cet ordinateur',
    couldNot: 'Impossible de regarder',
    setAside: 'Restes mis de côté',
    setAsideNote: (run) =>
      `Ils sont dans la quarantaine de l’exécution ${run} ; « undo ${run} » les remet en place.`,
    leftAlone: 'Restes laissés en place',
    leftAloneWhy: 'Pourquoi',
    what: 'Quoi',
    entries: 'Fichiers et dossiers',
    reason: 'Directive ou motif',
    machine: 'Marque de cet ordinateur',
    run: 'Exécution',
    lookedBefore: 'Premier examen',
    redactedNote:
      'Les noms de personnes et les numéros de série sont remplacés par des repères comme [user-1]. Une personne peut avoir plusieurs repères.',
    rawNote: 'Les noms de personnes et les numéros de série figurent tels qu’ils sont sur l’ordinateur.',
    glance: 'En bref',
    productsHere: 'Produits Kaspersky ici',
    leftoversHere: 'Restes ici',
    placesLooked: 'Emplacements examinés en entier',
    otherAntivirus: 'Autre antivirus',
    fromTo: (before, now) => `${before} → ${now}`,
    someOf: (some, all) => `${some} sur ${all}`,
    account: (name) => `compte ${name}`,
    undoOf: (how) => `Pour le récupérer : ${how}`,
    toBeRemoved: 'Serait supprimé',
    time: 'De et à',
    size: 'Taille',
    signsBefore: 'Traces avant',
    signsAfter: 'Traces maintenant',
    withGaps: (looked, gaps) => `${looked} (${counted(gaps, 'partie fermée', 'parties fermées')})`,
    protection: 'Ce qui protège cet ordinateur à présent',
    antivirus: 'Antivirus',
    protectionShort: { active: 'actif', none: 'aucun', unknown: 'non connu' },
    protectionStates: {
      active: 'Un autre antivirus est actif.',
      none: 'Aucun autre antivirus n’est actif.',
      unknown: 'Il n’a pas été possible de savoir si un autre antivirus est actif.',
      'not-listed': 'Ce type de système ne tient pas de liste des antivirus.',
    },
    antivirusStates: { on: 'actif', off: 'désactivé', snoozed: 'en pause', expired: 'expiré' },
    proof: 'Preuve que rien n’a été modifié',
    howToCheck: 'Chacun peut vérifier le fichier JSON de ce rapport :',
    digest: 'Empreinte (SHA-256)',
    digestNote:
      'L’empreinte montre si ce rapport a été modifié. Elle ne prouve ni son auteur ni sa date. L’original est le fichier JSON.',
  },

  map,

  shell: {
    edit: 'Édition',
    view: 'Affichage',
    menu: {
      undo: 'Annuler',
      redo: 'Rétablir',
      cut: 'Couper',
      copy: 'Copier',
      paste: 'Coller',
      selectAll: 'Tout sélectionner',
      resetZoom: 'Taille réelle',
      zoomIn: 'Agrandir',
      zoomOut: 'Réduire',
      about: (app) => `À propos de ${app}`,
      services: 'Services',
      hide: (app) => `Masquer ${app}`,
      hideOthers: 'Masquer les autres',
      unhide: 'Tout afficher',
      quit: (app) => `Quitter ${app}`,
    },
    elevated:
      'La fenêtre ne démarre pas avec des droits d’administrateur. Lancez-la avec votre compte ordinaire, ou utilisez pour cela la ligne de commande : removal-assistant remove.',
    closing: {
      title: 'Une suppression est en cours',
      message:
        'Une suppression est en cours. Elle continue jusqu’à ce que le programme de désinstallation actuel ait terminé.',
      keepOpen: 'Garder ouvert',
      stopAndClose: 'Arrêter ensuite et fermer',
    },
    openSnapshot: { title: 'Ouvrir une analyse enregistrée', filter: 'Analyses enregistrées' },
    saveReport: { title: 'Enregistrer le rapport', fileName: 'rapport-kaspersky' },
  },

  work,

  window: {
    title: (heading, step, steps) => `${heading} – Étape ${step} sur ${steps}`,
    language: 'Langue',
    skip: 'Aller à cette étape',
    steps: 'Étapes',
    sideLabel: 'Cet ordinateur et les étapes',
    stepPlace: {
      done: (step, steps) => `, étape ${step} sur ${steps}, terminée`,
      now: (step, steps) => `, étape ${step} sur ${steps}, vous êtes ici`,
      later: (step, steps) => `, étape ${step} sur ${steps}, à venir`,
    },
    thisComputer: 'Cet ordinateur',
    savedScan: 'Analyse enregistrée',
    systems: { windows: 'Windows', macos: 'macOS', linux: 'Linux' },
    back: 'Retour',
    tryAgain: 'Réessayer',
    lookAgain: 'Regarder à nouveau',
    loading: 'Préparation',
    version: (version) => `Version ${version}`,
    signs: (n) => counted(n, 'trace', 'traces'),
    number: count,
    bytes,
    clock,
    clockWithSeconds,
    elapsed,

    evidence: {
      show: 'Preuves',
      of: (name) => `Preuves : ${name}`,
      sign: 'Trace',
      saw: 'Ce que nous avons vu',
      why: 'Pourquoi cela compte',
      none: 'Aucune trace n’a pu être lue.',
      more: (n) => `Afficher les ${count(n)} traces`,
      moreOf: (n, name) => `Afficher les ${count(n)} traces : ${name}`,
      process: (pid) => `processus ${pid}`,
    },

    unchecked: {
      heading: (n) => `Impossible de regarder à ${places(n)}`,
      notClean:
        'Tant que nous n’y avons pas regardé, nous ne pouvons pas dire que cet ordinateur n’a rien de Kaspersky.',
      stillOpen: 'La conclusion n’en dépend pas.',
      required: 'Nécessaire pour dire que cet ordinateur n’a rien de Kaspersky',
      part: (place, source) => `${place} : ${source}`,
      why: sentence,
      asAdministrator:
        'Des droits d’administrateur permettront peut-être d’y regarder : tapez « removal-assistant scan » dans un terminal qui les a.',
    },

    start: {
      name: 'Début',
      heading: 'Trouver et supprimer Kaspersky de cet ordinateur',
      lead: 'D’abord, nous regardons. Ensuite, vous décidez. Rien ne change avant que vous le disiez.',
      who: 'À qui est cet ordinateur ?',
      whoChoices: {
        own: { name: 'Mon ordinateur', hint: 'Je m’en occupe moi-même.', note: 'Mon ordinateur' },
        work: {
          name: 'Mon ordinateur de travail',
          hint: 'Mon employeur s’en occupe.',
          note: 'Mon ordinateur de travail',
        },
        helping: {
          name: 'J’aide quelqu’un',
          hint: 'Je m’en occupe pour d’autres.',
          note: 'Aide à quelqu’un',
        },
      },
      forReport: 'Pour le rapport',
      mayStayEmpty: 'Vous pouvez laisser ces champs vides',
      assetTag: 'Numéro d’inventaire',
      ticket: 'Ticket',
      operator: 'Fait par',
      reason: 'Directive ou motif',
      does: 'Ce qu’il fait',
      doesPlaces: (n) => `Regarde à ${places(n)} et les montre un à un`,
      doesRisks: 'Vérifie les risques avant tout changement',
      doesRemove: {
        linux: 'Supprime avec le gestionnaire de paquets de cet ordinateur',
        windows: 'Supprime avec les programmes de désinstallation des produits',
        macos: 'Supprime avec les programmes de désinstallation des produits',
      },
      doesReport: 'Regarde une seconde fois et écrit un rapport',
      doesNot: 'Ce qu’il ne fait pas',
      doesNotList: [
        'Deviner ou contourner des mots de passe',
        'Toucher à vos propres fichiers',
        'Effacer des restes pour de bon',
        'Envoyer quoi que ce soit hors de cet ordinateur',
      ],
      private: 'Rien ne quitte cet ordinateur.',
      open: 'Ouvrir une analyse enregistrée',
      opening: 'Ouverture',
      openFailed: 'L’analyse enregistrée n’a pas pu être ouverte',
      look: 'Chercher Kaspersky',
      describeFailed: 'Nous n’avons pas pu déterminer quel est cet ordinateur',
      warnings: {
        'stand-in':
          'Cette fenêtre utilise un environnement de remplacement plus ancien. Ne l’employez que pour des tests.',
        'elevated-window':
          'Cette fenêtre s’exécute avec des droits d’administrateur. Fermez-la quand vous avez terminé.',
      },
      warningHeading: 'Bon à savoir sur cette fenêtre',
    },

    example: {
      heading: 'Essayer sans Kaspersky',
      lead: 'Voyez tout le parcours sur un ordinateur d’exemple enregistré. Rien n’est lu ni modifié sur votre propre ordinateur.',
      opening: 'Ouverture',
      failed: 'L’exemple n’a pas pu être ouvert',
      leave: 'Quitter l’exemple',
    },

    identify: {
      name: 'Chercher',
      lookingHeading: 'Recherche de Kaspersky',
      lookingLead: 'Nous ne faisons que lire. Rien ne change, et vous pouvez continuer à travailler.',
      progress: (done, all) => `${count(done)} sur ${places(all)}`,
      progressName: 'Emplacements examinés',
      resultSoon: 'Vous verrez le résultat ici quand tous les emplacements seront examinés.',
      stop: 'Arrêter la recherche',
      stopping: 'Arrêt en cours',
      waiting: 'En attente',
      looking: 'En cours',
      lookedAt: (n) => counted(n, 'examiné', 'examinés'),
      notHere: 'Pas sur cet ordinateur',
      couldNot: 'Impossible de regarder',
      couldNotWhy: (why) => `Impossible de regarder. ${sentence(why)}`,
      gaps: (n) =>
        `${counted(n, 'partie n’a', 'parties n’ont')} pas pu être ${plural(n, 'examinée', 'examinées')}`,
      stoppedHeading: 'Vous avez arrêté la recherche',
      stoppedText:
        'Rien n’a été modifié. Sans recherche complète, nous ne pouvons pas dire ce qu’il y a sur cet ordinateur.',
      failedHeading: 'Nous n’avons pas pu regarder',
      planFailed: 'Nous n’avons pas pu établir le plan',

      foundHeading: (n) =>
        `${counted(n, 'produit Kaspersky est', 'produits Kaspersky sont')} sur cet ordinateur`,
      foundLead: 'Rien n’a encore changé. Choisissez ce qui doit partir.',
      foundLeadReport: 'Rien n’a changé. Il n’y a rien ici que nous puissions supprimer.',
      leftoversHeading: 'Il reste quelque chose de Kaspersky sur cet ordinateur',
      leftoversLead:
        'Aucun produit Kaspersky n’est installé. Ces éléments sont restés ou viennent d’ailleurs.',
      unknownHeading: (n) =>
        `Nous n’avons rien trouvé, mais ${counted(n, 'emplacement nous est resté fermé', 'emplacements nous sont restés fermés')}`,
      cleanHeading: 'Il n’y a rien de Kaspersky sur cet ordinateur',

      savedFoundHeading: (n) =>
        `${counted(n, 'produit Kaspersky est', 'produits Kaspersky sont')} dans cette analyse enregistrée`,
      savedLeftoversHeading: 'Il y a quelque chose de Kaspersky dans cette analyse enregistrée',
      savedUnknownHeading: (n) =>
        `Il n’y a rien dans cette analyse enregistrée, mais ${counted(n, 'emplacement est resté fermé', 'emplacements sont restés fermés')}`,
      savedCleanHeading: 'Il n’y a rien de Kaspersky dans cette analyse enregistrée',
      savedVerdict: {
        leftovers: 'Aucun produit Kaspersky n’était installé. Il restait quelque chose de Kaspersky.',
        unknown:
          'L’analyse n’a pas pu regarder partout ; elle ne permet donc pas de dire que cet ordinateur-là n’avait rien de Kaspersky.',
        clean: 'Il n’y avait rien de Kaspersky, et l’analyse a regardé partout où il le faut.',
      },
      savedNotice: (name) =>
        name === undefined
          ? 'C’est l’analyse enregistrée d’un autre ordinateur'
          : `C’est une analyse enregistrée de ${name}`,
      savedWhy:
        'Nous ne pouvons supprimer que sur l’ordinateur où nous fonctionnons. Lancez ce programme là-bas pour supprimer.',
      ignoredNotice: 'Des parties du fichier ont été laissées de côté',
      ignored: (parts) => `Cette version ne les connaît pas : ${parts}`,

      groups: {
        installed: 'Peut être supprimé ici',
        leftovers: 'Restes',
        'report-only': 'Produit serveur : rapport seulement',
        'vendor-tool': 'Outil de l’éditeur resté sur le disque',
        successor: 'Successeur, pas de Kaspersky',
        oem: 'Autre éditeur, avec le moteur de Kaspersky',
      },
      installedSaved: 'Installé',
      groupNotes: {
        installed: '',
        leftovers: 'Laissés par un produit. Nous n’y touchons pas sans votre accord.',
        'report-only': 'D’autres ordinateurs en dépendent ; nous n’y touchons donc pas.',
        'vendor-tool': 'Nous le listons et n’y touchons pas.',
        successor:
          'Il a pris la place de Kaspersky et n’est pas de Kaspersky. Nous n’y touchons que si vous le cochez.',
        oem: 'Il appartient à un autre éditeur. Nous n’y touchons pas.',
      },
      unattributed: 'De Kaspersky, mais d’aucun produit que nous connaissons',
      chosen: (n, all) => `${counted(n, 'choisi', 'choisis')} sur ${count(all)}`,
      choose: (name) => `Supprimer ${name}`,
      places: 'Où nous avons regardé',
      placesSummary: (looked, notHere, closed) =>
        [
          counted(looked, 'examiné', 'examinés'),
          ...(notHere === 0 ? [] : [`${count(notHere)} pas sur cet ordinateur`]),
          ...(closed === 0 ? [] : [counted(closed, 'resté fermé', 'restés fermés')]),
        ].join(' · '),
      noneMatch: 'aucune correspondance',
      match: (n) => counted(n, 'correspondance', 'correspondances'),
      prepare: (n) => (n === 0 ? 'Préparer la suppression' : `Préparer la suppression de ${products(n)}`),
      preparing: 'Préparation',
      chooseFirst: 'Choisissez au moins un produit.',
      noteFound: (n) => counted(n, 'produit trouvé', 'produits trouvés'),
      noteNothing: 'Rien trouvé',
      noteLeftovers: 'Restes trouvés',
    },

    prepare: {
      name: 'Préparer',
      heading: 'Avant toute suppression',
      stops: (n) => `${counted(n, 'point nous arrête', 'points nous arrêtent')}.`,
      left: (n) => `Il vous reste ${counted(n, 'chose', 'choses')} à faire.`,
      ready: 'Rien ne s’y oppose.',
      noStop: 'Ne peut pas être ignoré',
      why: 'Pourquoi c’est important',
      whatToDo: 'Que faire',
      checkAgain: 'Vérifier à nouveau',
      checkAgainOf: (title) => `Vérifier à nouveau : ${title}`,
      checking: 'Vérification',
      checkingOf: (title) => `Vérification : ${title}`,
      checkEverything: 'Tout vérifier à nouveau',
      toDo: 'À faire',
      typed: 'Vous avez choisi de continuer',
      word: 'supprimer',
      wordLabel: (word) => `Pour continuer malgré tout, tapez « ${word} »`,
      wordHint: 'Faites d’abord ceci. Ne tapez le mot que si vous savez ce qui suit.',
      read: 'J’ai lu ceci',
      order: 'Ce qui sera supprimé, dans cet ordre',
      packageBefore: 'Paquet ',
      nothing: 'Il n’y a rien ici que nous puissions supprimer sans risque.',
      noRights: 'Supprimer demande des droits d’administrateur',
      noRightsLead: 'Le plan est prêt, mais nous n’avons pas le droit de l’exécuter.',
      noRightsHow:
        'Adressez-vous à la personne qui s’occupe de cet ordinateur. Vous pouvez enregistrer le rapport maintenant.',
      notGiven: 'Rien n’a été supprimé',
      changed: 'Il y a plus que ce que vous avez accepté',
      changedLead:
        'Avec des droits d’administrateur, nous avons regardé à nouveau. Rien n’a été modifié. Relisez le plan, puis décidez.',
      changedActions: (names) => `Serait aussi supprimé : ${names}`,
      changedHazards: (titles) => `À quoi penser aussi : ${titles}`,
      changedProducts: (names) => `Plus là, ou reconnu comme un autre produit : ${names}`,
      blockedNote: 'Vous pourrez continuer quand plus rien ne nous arrêtera.',
      noteType: (word) => `Tapez « ${word} » sous « À faire d’abord » pour continuer.`,
      noteRead: 'Cochez « J’ai lu ceci » pour continuer.',
      noteReady: 'Le bouton suivant commence la suppression.',
      noteAsks: 'Le bouton suivant demande des droits d’administrateur, puis commence la suppression.',
      remove: (n) => `Supprimer ${products(n)}`,
      removeAsking: (n, os) =>
        `Supprimer ${products(n)} (demande ${os === 'windows' ? 'des droits d’administrateur' : 'votre mot de passe d’administrateur'})`,
      failed: 'La vérification n’a pas abouti',
      note: 'Vérifications faites',
    },

    remove: {
      name: 'Supprimer',
      heading: 'Suppression de Kaspersky',
      lead: (n, all) =>
        `Partie ${count(n)} sur ${count(all)}. Laissez l’ordinateur allumé. Vous pouvez utiliser d’autres programmes.`,
      starting: 'Démarrage. Laissez l’ordinateur allumé. Vous pouvez utiliser d’autres programmes.',
      askingRights:
        'Votre ordinateur demande maintenant des droits d’administrateur. Rien ne change avant votre accord.',
      lookingAgain: 'Nouvelle vérification',
      lookingAgainLead: 'Nous regardons une seconde fois pour être sûrs. Cela prend un moment.',
      waiting: 'Attend son tour',
      working: 'En cours',
      workingLine: (line) => `En cours : ${line}`,
      quietFor: (seconds) =>
        `Toujours en cours. Aucun message depuis ${span(seconds)} ; nous continuons d’attendre.`,
      held: (holder, seconds) =>
        `Un autre programme installe (${holder}). Nous l’attendons : ${span(seconds)} jusqu’ici.`,
      leftAlone: (why) => `Laissé en place. ${why}`,
      exitCode: (code) => `Code de sortie ${code}`,
      details: (name) => `Détails : ${name}`,
      showDetails: 'Détails',
      log: 'Ce qui se passe, ligne par ligne',
      logEmpty: 'Aucune ligne pour l’instant.',
      logDropped: (n) => `${counted(n, 'ligne précédente omise', 'lignes précédentes omises')} ici.`,
      quiet: 'Vous n’avez rien à faire. Il peut ne rien se passer pendant quelques minutes ; c’est normal.',
      stop: 'Arrêter après celui-ci',
      stopping: 'Arrêt après celui-ci',
      stoppingNote: 'Le programme de désinstallation en cours peut finir.',
      nothingRemoved: 'Rien n’a été supprimé',
      endedEarly: 'La suppression s’est terminée trop tôt',
      lostSight: 'Nous ne savons pas comment elle s’est terminée.',
      stoppedHeading: 'Vous avez arrêté la suppression',
      afterFailure: 'Regardez à nouveau ce qu’il y a maintenant sur cet ordinateur.',
      note: (n, all) => `${counted(n, 'supprimé', 'supprimés')} sur ${count(all)}`,
    },

    restart: {
      name: 'Redémarrage',
      heading: 'Redémarrer pour continuer',
      lead: (names) => `Seul un redémarrage achève la suppression de : ${names}.`,
      done: 'Ce qui peut partir sans redémarrage est fait',
      doneAt: (time) => `Terminé à ${time}.`,
      restarts: 'L’ordinateur redémarre',
      saveWork: 'Enregistrez d’abord votre travail. Cela prend quelques minutes.',
      signIn: 'Vous ouvrez votre session comme d’habitude',
      anyAccount: 'Avec le même compte que maintenant, ou avec un autre.',
      opensItself: 'Cet assistant s’ouvre tout seul',
      openYourself: 'Vous ouvrez cet assistant vous-même',
      looksAgain: 'Il reprend ici, puis regarde partout une deuxième fois.',
      savedHeading: 'Votre progression est enregistrée',
      savedText:
        'Si cette fenêtre ne s’ouvre pas après le redémarrage, relancez l’assistant. Il reprend à cet endroit.',
      mayClose: 'Vous pouvez aussi fermer cette fenêtre. Rien n’est perdu.',
      later: 'Redémarrer plus tard',
      now: 'Redémarrer maintenant',
      restarting: 'Redémarrage …',
      failedHeading: 'L’ordinateur n’a pas pu être redémarré',
      byHandHeading: 'Cet assistant ne peut pas s’ouvrir tout seul après le redémarrage',
      goOnHeading: 'La suite',
      goOnLead:
        'La suppression n’était pas terminée. Nous faisons ce qui manque, puis regardons partout une deuxième fois.',
      goingOn: 'Nous faisons ce qui manque, puis regardons partout une deuxième fois.',
      began: 'La suppression a commencé',
      beganWith: 'Ce qui a été accepté alors est gardé dans sa trace.',
      rights: 'Droits d’administrateur',
      rightsAsked: 'Votre ordinateur les demande avant que quoi que ce soit ne soit fait.',
      rest: 'Ce qui reste est supprimé',
      secondLook: 'Nous regardons partout une deuxième fois',
      secondLookShows: 'Vous voyez alors si Kaspersky a disparu et pouvez enregistrer le rapport.',
      goOnNote: 'Seul ce qui a été accepté au début est fait.',
      goOn: 'Continuer',
      goOnAsking: 'Continuer (demande des droits d’administrateur)',
      goOnFailed: 'Impossible de continuer',
      terminal: 'Ou tapez ceci dans un terminal avec des droits d’administrateur :',
      openHeading: 'Une suppression sur cet ordinateur n’est pas terminée',
      openText: 'Elle a été interrompue, ou elle attendait un redémarrage.',
    },

    confirm: {
      name: 'Confirmer',
      headings: {
        found: 'Kaspersky est encore sur cet ordinateur',
        leftovers: 'Les produits ne sont plus là. Il y a des restes',
        unknown: 'Rien trouvé, mais nous n’avons pas pu regarder partout',
        clean: 'Il n’y a rien de Kaspersky sur cet ordinateur',
        removed: 'Confirmé : Kaspersky est supprimé',
        'restart-needed': 'Redémarrez pour terminer',
        incomplete: 'La suppression n’est pas terminée',
      },
      partHeading: 'Ce que vous avez choisi n’est plus là',
      unsavedHeading: 'Le journal de cette suppression n’a pas été écrit',
      unsavedText: 'Enregistrez le rapport maintenant : c’est la seule preuve de ce qui a été fait.',
      sentences: {
        found: () => 'Regardez à nouveau, puis choisissez ce qui doit partir.',
        leftovers: (n) =>
          `Nous avons regardé à nouveau à ${places(n)}. Aucun produit n’est installé. Ce qui reste est indiqué ci-dessous.`,
        unknown: () =>
          'Tant que nous ne pouvons pas regarder partout, nous ne pouvons pas dire que cet ordinateur n’a rien de Kaspersky.',
        clean: (n) => `Nous avons regardé à nouveau à ${places(n)}. Il n’y a rien de Kaspersky ici.`,
        removed: (n) =>
          `Nous avons regardé à nouveau à ${places(n)}. Rien de Kaspersky n’est installé ni en cours d’exécution.`,
        'restart-needed': () =>
          'Redémarrez cet ordinateur. Si ce programme ne s’ouvre pas alors tout seul, relancez-le. Il reprend ici.',
        incomplete: () =>
          'Il reste quelque chose de Kaspersky, ou une vérification n’a pas été possible. Voyez ci-dessous ce qui reste, puis regardez à nouveau.',
      },
      compare: 'Avant et après',
      compareHint: 'Traces de Kaspersky à chaque emplacement',
      place: 'Emplacement',
      before: 'Avant',
      after: 'Après',
      result: 'Résultat',
      noNumber: '–',
      noNumberSpoken: 'non examiné',
      results: {
        gone: 'Plus là',
        leftOver: (n) => counted(n, 'reste', 'restes'),
        stillThere: (n) => `${count(n)} toujours là`,
        nothing: 'Rien, comme avant',
        nothingNow: 'Rien',
        couldNot: 'Impossible de regarder',
        partly: 'Impossible de regarder partout',
        notHere: 'Pas sur cet ordinateur',
      },
      done: 'Ce qui a été fait',
      still: 'Encore installé',
      leftovers: 'Restes',
      noLeftovers: 'Le second examen n’a trouvé aucun reste.',
      noLeftoversSeen: 'Nous n’avons trouvé aucun reste là où nous avons pu regarder.',
      signsHere: (n) => counted(n, 'trace restante', 'traces restantes'),
    },

    report: {
      format: 'Format du rapport',
      formats: { pdf: 'PDF', html: 'HTML', json: 'JSON', csv: 'CSV' },
      for: (parts) => `Pour ${parts.join(', ')}`,
      assetTag: (value) => value,
      ticket: (value) => `ticket ${value}`,
      operator: (value) => `fait par ${value}`,
      raw: 'Avec les noms de personnes et les numéros de série',
      rawNote: 'Ils figurent tels quels dans les fichiers et le résumé.',
      redactedNote: 'Des repères comme [user-1] les remplacent dans les fichiers et le résumé.',
      save: 'Enregistrer le rapport',
      saving: 'Enregistrement',
      saved: (fileName, folder) => `${fileName} enregistré dans ${folder}`,
      savedWhere: (fileName, folder) => ({
        before: 'Enregistré : ',
        file: fileName,
        between: ' dans ',
        folder,
      }),
      saveFailed: 'Le rapport n’a pas été enregistré',
      copy: 'Copier le résumé pour le ticket',
      copying: 'Copie',
      copied: 'Copié. Collez-le où vous en avez besoin.',
      copyFailed: 'Le résumé n’a pas été copié',
    },

    status: {
      looking: (done, all) =>
        `Recherche en cours. ${counted(done, 'emplacement examiné', 'emplacements examinés')} sur ${count(all)}.`,
      removing: (ended, all) =>
        `Suppression en cours. ${counted(ended, 'partie terminée', 'parties terminées')} sur ${count(all)}.`,
      waitingForOther: 'En attente d’un autre programme qui installe.',
      checkedAgain: 'Vérifié à nouveau.',
    },
  },
};

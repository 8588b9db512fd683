import { wordsOf } from '../words.ts';
import type { MapWords } from './en.ts';

const { count, counted, date, decimal, plural } = wordsOf('fr');

export const map: MapWords = {
  title: 'Carte des ordinateurs',
  states: {
    present: 'Encore présent',
    'in-work': 'Suppression en cours',
    'restart-needed': 'Attend un redémarrage',
    unknown: 'Inconnu',
    missing: 'Aucun rapport',
    leftovers: 'Restes seulement',
    removed: 'Supprimé',
    clean: 'Rien trouvé',
  },
  coverage: {
    looked: 'Examiné',
    partly: 'Examiné en partie',
    unusable: 'Aucun rapport valable',
    missing: 'Jamais signalé',
  },
  marks: {
    clone: 'Copie d’une même image : un autre ordinateur porte la même marque',
    conflict: 'Ses rapports ne concordent pas',
    contradiction: 'Un rapport se contredit',
    returned: 'Il avait disparu et il est revenu',
    late: 'Examiné pour la première fois après l’échéance',
    altered: 'Un rapport a été modifié',
    future: 'Un rapport porte une date à venir',
    unlisted: 'Absent de l’inventaire',
  },
  conflicts: {
    'same-tag': 'Un même numéro d’inventaire sur plusieurs ordinateurs. Chacun est compté.',
    'same-name': 'Un même nom pour plusieurs ordinateurs. Chacun est compté.',
    'same-time': 'Deux rapports du même instant ne concordent pas. Le moins bon compte.',
  },
  skipped: {
    'not-json': 'pas du JSON, ou coupé',
    encoding: 'pas du texte en UTF-8 ou UTF-16',
    'too-large': 'plus de 32 Mo',
    unreadable: 'illisible',
    foreign: 'un fichier d’un autre outil',
    'other-document': 'un fichier de cet outil, mais pas un rapport',
    'newer-version': 'écrit par une version plus récente de cet outil',
    'bad-report': 'pas un rapport entier',
    'no-date': 'sans date lisible',
    example: 'un exemple, pas un vrai ordinateur',
    link: 'un lien ; les liens ne sont pas suivis',
    'not-a-file': 'pas un fichier',
  },
  measures: {
    looked: 'Recenser',
    planned: 'Planifier',
    begun: 'Commencer la suppression',
    gone: 'Terminer la suppression',
    person: 'Par une personne',
  },
  open: {
    looked: (n) => counted(n, 'ordinateur pas entièrement examiné', 'ordinateurs pas entièrement examinés'),
    planned: (n) => `${count(n)} sans plan réalisable`,
    begun: (n) => `${count(n)} sans suppression commencée`,
    gone: (n) => `${count(n)} sans suppression terminée`,
    person: () => 'une personne doit le dire',
  },
  phase: ({ state, daysLeft, begunOn }) => {
    const left = daysLeft === 0 ? 'échéance aujourd’hui' : `encore ${counted(daysLeft, 'jour', 'jours')}`;
    switch (state) {
      case 'done':
        return 'Terminé';
      case 'begun':
        return `Commencé le ${date(begunOn ?? '')}`;
      case 'no-list':
        return 'Tous ceux qui ont envoyé un rapport. Sans inventaire, on ne sait pas qui manque.';
      case 'late':
        return `${counted(-daysLeft, 'jour', 'jours')} de retard`;
      case 'open':
        return left;
      case 'person':
        return daysLeft < 0
          ? `Dépassé de ${counted(-daysLeft, 'jour', 'jours')}. Une personne doit le dire`
          : left;
    }
  },
  rate: (n) => `${decimal(n)} ${plural(n, 'ordinateur', 'ordinateurs')} par jour à partir de maintenant`,
  dueOn: (days, due) => `Jour ${count(days)} · ${date(due)}`,
  date,
  today: (day) =>
    day < 0 ? `Le délai commence dans ${counted(-day, 'jour', 'jours')}` : `Aujourd’hui, jour ${count(day)}`,
  clock: (name, start) => `${name}, à partir du ${date(start)}`,
  deadlines: 'Échéances',
  directive: 'Directive',
  noSite: 'Sans site',
  allSites: 'Tous les sites',
  neverClean: 'Un ordinateur sans rapport ne compte jamais comme exempt de Kaspersky.',
  computers: (n) => counted(n, 'ordinateur', 'ordinateurs'),
  readFrom: (reports, computers) =>
    `${counted(reports, 'rapport', 'rapports')} pour ${counted(computers, 'ordinateur', 'ordinateurs')}`,
  aside: (copies, superseded, skipped) =>
    [
      ...(copies === 0 ? [] : [counted(copies, 'copie comptée une fois', 'copies comptées une fois')]),
      ...(superseded === 0
        ? []
        : [counted(superseded, 'remplacé par un plus récent', 'remplacés par un plus récent')]),
      ...(skipped === 0 ? [] : [counted(skipped, 'fichier ignoré', 'fichiers ignorés')]),
    ].join(' · '),
  folder: 'Dossier',
  made: 'Établi',
  reading: (files) => `Lecture des rapports : ${count(files)}`,
  state: 'État',
  coverageHeading: 'Couverture',
  all: 'Tous',
  site: 'Site',
  bySite: 'Ordinateurs par site',
  computer: 'Ordinateur',
  assetTag: 'Numéro d’inventaire',
  name: 'Nom',
  system: 'Système',
  lookedAt: 'Examiné le',
  products: 'Produits et versions',
  productsNote: 'Un ordinateur peut en avoir plusieurs.',
  product: 'Produit',
  version: 'Version',
  other: 'Outil, successeur ou moteur',
  productLine: (present, removed, leftovers, other) =>
    [
      ...(present === 0 ? [] : [counted(present, 'encore présent', 'encore présents')]),
      ...(removed === 0 ? [] : [counted(removed, 'supprimé', 'supprimés')]),
      ...(leftovers === 0 ? [] : [`${count(leftovers)} restes seulement`]),
      ...(other === 0 ? [] : [`${count(other)} outil, successeur ou moteur`]),
    ].join(' · '),
  nothingFound: 'Aucun produit n’a été trouvé.',
  toSettle: 'À vérifier',
  clones: (computers) => `Copies d’une même image : ${computers}`,
  altered: (file) => `${file} : modifié après avoir été écrit. Il ne décide de rien.`,
  future: (file, lookedAt) => `${file} : la date ${lookedAt} est à venir. Il ne décide de rien.`,
  marksHeading: 'Remarques',
  skippedHeading: 'Non lus comme rapports',
  file: 'Fichier',
  why: 'Pourquoi',
  more: (n) => `et ${counted(n, 'autre', 'autres')}`,
  columns: 'Ordinateurs',
  form: {
    title: 'Plan et rapport d’avancement',
    check:
      'Comparez cette liste de champs au texte officiel de votre directive avant de la remettre. Ce qu’un programme peut savoir est rempli ; le reste est à vous.',
    open: 'À remplir',
    field: 'Champ',
    filled: 'Contenu',
    from: 'Source',
    byMap: 'la carte',
    byPerson: 'une personne',
    asOf: (at) => `État au ${at}`,
    fields: {
      organisation: 'Nom de l’organisme',
      contact: 'Contact : nom, téléphone, courriel',
      products: 'Produits trouvés',
      endpoints: 'Postes avec chaque produit',
      methods: 'Comment ils ont été recherchés',
      components: 'Parties de l’organisme concernées',
      mission: 'À quoi servent ces postes',
      contracts: 'Contrats avec l’éditeur, et leur coût',
      timeline: 'Calendrier de la suppression',
      controls: 'Fonctions de sécurité touchées par la suppression',
      replacement: 'Remplacement',
      replacementTimeline: 'Calendrier du remplacement',
      difficulties: 'Difficultés prévues',
      costs: 'Coûts des licences, de la maintenance et du remplacement',
      progress: 'Avancement de la suppression',
    },
    endpointsOf: (n) => counted(n, 'poste', 'postes'),
    methodsText: (tool, looked, partly, none) =>
      `Chaque ordinateur a été examiné par ${tool} : programmes et paquets installés, services, pilotes, programmes en cours, fichiers, extensions de navigateur et, s’il y en a un, le registre, chacun d’après une liste de noms exacts. Entièrement examinés : ${count(looked)} ; en partie : ${count(partly)} ; sans rapport valable : ${count(none)}.`,
    phaseLine: (name, due, how) => `${name}, avant le ${due} : ${how}`,
    difficultyUnknown: (n) =>
      `${counted(n, 'ordinateur n’a pas pu être jugé ou n’a', 'ordinateurs n’ont pas pu être jugés ou n’ont')} jamais envoyé de rapport`,
    difficultyStuck: (n) =>
      counted(n, 'suppression commencée et inachevée', 'suppressions commencées et inachevées'),
    difficultyServers: (names) => `Serveurs que seul leur administrateur peut supprimer : ${names}`,
    difficultyReturned: (n) =>
      `Il est revenu après une suppression sur ${counted(n, 'ordinateur', 'ordinateurs')}`,
    stateLine: (state, n) => `${state} : ${count(n)}`,
  },
};

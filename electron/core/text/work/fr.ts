import { wordsOf } from '../words.ts';
import type { WorkWords } from './en.ts';

const { count, counted, bytes } = wordsOf('fr');
const leftovers = (n: number): string => counted(n, 'reste', 'restes');

export const work: WorkWords = {
  password: {
    heading: 'Mot de passe de désinstallation',
    lead: 'La personne qui a configuré la protection l’a choisi. Nous le transmettons une fois au programme de désinstallation, puis nous l’oublions.',
    of: (name) => `Mot de passe de ${name}`,
    show: 'Afficher le mot de passe',
    without:
      'Vous pouvez laisser ce champ vide. Le programme de désinstallation refusera peut-être, et rien ne sera perdu.',
    filledIn: 'Rempli',
    missing: 'Non rempli',
  },

  afterwards: {
    heading: 'Ce qui reste',
    tick: 'Mettre ensuite les restes de côté',
    lead: 'Les produits laissent des dossiers et des réglages. Ils sont mis de côté, pas supprimés, et vous pouvez annuler.',
    where: (n) => `Où nous regarderons : ${counted(n, 'emplacement', 'emplacements')}`,
    none: 'Nous ne voyons encore aucun emplacement où quelque chose pourrait rester.',
    changed: (n) => `Restes que vous n’avez pas vus : ${count(n)}`,
  },

  administrator: {
    heading: 'Ce qui relève de votre administrateur',
    lead: 'Sur un ordinateur de travail, demandez-lui avant de continuer.',
    server:
      'Le serveur d’administration peut réinstaller Kaspersky. Demandez que cet ordinateur en soit retiré.',
    encryption:
      'Ce disque ou des fichiers sont peut-être chiffrés. Seul l’administrateur peut les déchiffrer sans risque.',
    password: 'Il connaît le mot de passe de désinstallation.',
    rights: 'Il peut donner des droits d’administrateur, ou faire la suppression pour vous.',
    saveForHelpDesk: 'Enregistrer un rapport pour le support informatique',
    helpDeskNote:
      'Ou remettez le rapport au support informatique : il dit ce qui est ici et ce qu’il reste à faire.',
  },

  vendorWindow: {
    heading: 'La fenêtre de Kaspersky s’ouvre',
    lines: [
      'Dans cette fenêtre, choisissez la suppression.',
      'Si elle propose de redémarrer, choisissez « pas maintenant ».',
      'Revenez ici. Nous remarquons quand c’est terminé.',
    ],
    cli: 'La fenêtre du produit s’ouvre maintenant. Répondez à ses questions ; nous remarquons quand c’est terminé.',
  },

  stopWaiting: {
    button: 'Ne plus attendre',
    of: (name) => `Ne plus attendre : ${name}`,
    hint: 'Il continue seul ; nous ne l’arrêtons jamais. Vous pourrez reprendre plus tard.',
    stopping: 'Nous n’attendons plus',
  },

  settingAside: {
    lookingCloser: 'Examen de plus près de ce qui reste',
    progress: (n) => `Mise de côté des restes : ${counted(n, 'terminée', 'terminées')}`,
  },

  leftovers: {
    chosen: (n, all) => `${counted(n, 'choisi', 'choisis')} sur ${count(all)}`,
    chosenSize: (n, all, size) => `${counted(n, 'choisi', 'choisis')} sur ${count(all)}, ${bytes(size)}`,
    kinds: {
      files: 'Fichiers',
      'empty-folder': 'Dossier vide',
      group: 'Groupe d’utilisateurs',
      'registry-branch': 'Branche du Registre',
      'empty-key': 'Clé vide du Registre',
      'class-filter': 'Filtre de périphérique',
      service: 'Entrée de service',
    },
    entries: (n) => counted(n, 'fichier ou dossier', 'fichiers et dossiers'),
    proven: 'Prouvé : seul Kaspersky utilise cet emplacement.',
    likely: 'Probablement de Kaspersky. Cochez si vous êtes d’accord.',
    of: (name) => `Laissé par ${name}`,
    cleanUp: (n) => `Nettoyer ${leftovers(n)}`,
    cleanUpAsking: (n) => `Nettoyer ${leftovers(n)} (demande des droits d’administrateur)`,
    note: 'Mis de côté, pas supprimé. Vous pouvez annuler.',
    chooseFirst: 'Cochez ce qui doit être nettoyé.',
    alone: 'Laissé en place',
    aside: (n) => `${count(n)} mis de côté`,
    asideSize: (n, size) => `${count(n)} mis de côté, ${bytes(size)}`,
    undo: 'Annuler',
    undoAll: 'Tout remettre en place',
    asking: 'Votre ordinateur demande maintenant des droits d’administrateur.',
    cleaning: (n) => `Nettoyage : ${counted(n, 'terminé', 'terminés')}`,
    undoing: (n) => `Remise en place : ${counted(n, 'terminée', 'terminées')}`,
    looking: 'Nouvel examen',
    stop: 'Arrêter après celui-ci',
    cleanUpFailed: 'Les restes n’ont pas été nettoyés',
    undoFailed: 'Rien n’a été remis en place',
    changed: 'Il y a plus que ce qui vous a été montré',
    changedLead: 'Nous avons regardé à nouveau. Rien n’a été modifié. Relisez la liste, puis décidez.',
    cleaned: (n) => `${counted(n, 'reste mis', 'restes mis')} de côté.`,
    restored: (n) => `${leftovers(n)} remis en place.`,
    refused: (n) => `${counted(n, 'reste n’a', 'restes n’ont')} pas pu être remis en place :`,
    prepareOnly: 'Nettoyer ce qui est resté',
  },

  protection: {
    heading: 'Protection actuelle',
    active: (names) => `${names} est actif`,
    none: 'Aucun autre antivirus n’est actif',
    noneHow: 'Activez-en un avant de continuer à utiliser cet ordinateur.',
    unknown: 'Nous n’avons pas pu voir ce qui protège cet ordinateur',
    unknownHow: 'Ouvrez les réglages de sécurité de votre système et vérifiez.',
    'not-listed': 'Ce système ne tient pas de liste d’antivirus',
    'not-listedHow': 'S’il lui en faut un, vérifiez qu’il est actif.',
  },

  next: {
    button: 'Ordinateur suivant',
    hint: 'Oublie cet ordinateur ; « Fait par » et le début du ticket restent.',
  },

  commands: {
    heading: 'La même chose en ligne de commande',
    unattended: 'Sans questions (sans surveillance)',
    copyHint:
      'Les mots de passe ne figurent jamais sur une ligne de commande : ils sont demandés, ou viennent par l’entrée standard.',
    of: (step) => `Commande : ${step}`,
  },
};

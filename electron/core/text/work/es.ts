import { wordsOf } from '../words.ts';
import type { WorkWords } from './en.ts';

const { count, counted, bytes } = wordsOf('es');
const leftovers = (n: number): string => counted(n, 'resto', 'restos');

export const work: WorkWords = {
  password: {
    heading: 'Contraseña de desinstalación',
    lead: 'La eligió quien configuró la protección. La entregamos una vez al desinstalador y después la olvidamos.',
    of: (name) => `Contraseña de ${name}`,
    show: 'Mostrar contraseña',
    without: 'Puede dejarla vacía. Entonces el desinstalador quizá se niegue, y no se pierde nada.',
    filledIn: 'Rellenada',
    missing: 'Sin rellenar',
  },

  afterwards: {
    heading: 'Lo que queda',
    tick: 'Apartar después los restos',
    lead: 'Los productos dejan carpetas y ajustes. Se apartan, no se eliminan, y usted puede deshacerlo.',
    where: (n) => `Dónde miraremos: ${counted(n, 'ubicación', 'ubicaciones')}`,
    none: 'Aún no vemos ninguna ubicación en la que pueda quedar algo.',
    changed: (n) => `Restos que usted no ha visto: ${count(n)}`,
  },

  administrator: {
    heading: 'Lo que corresponde a su administrador',
    lead: 'En un equipo de trabajo, pregúntele antes de continuar.',
    server:
      'El servidor de administración puede instalar Kaspersky de nuevo. Pida que liberen antes este equipo.',
    encryption:
      'Quizá haya cifrado este disco o algunos archivos. Solo él puede descifrarlos de forma segura.',
    password: 'Conoce la contraseña de desinstalación.',
    rights: 'Puede dar permisos de administrador, o hacer la desinstalación por usted.',
    saveForHelpDesk: 'Guardar un informe para el soporte técnico',
    helpDeskNote: 'O entregue el informe al soporte técnico: dice qué hay aquí y qué queda por hacer.',
  },

  vendorWindow: {
    heading: 'Se abre la ventana de Kaspersky',
    lines: [
      'En esa ventana, elija desinstalar.',
      'Si pide reiniciar, elija que ahora no.',
      'Vuelva aquí. Notaremos cuándo ha terminado.',
    ],
    cli: 'Ahora se abre la ventana del producto. Responda a lo que pregunte; notaremos cuándo ha terminado.',
  },

  stopWaiting: {
    button: 'Dejar de esperar',
    of: (name) => `Dejar de esperar: ${name}`,
    hint: 'Sigue trabajando por sí solo; nunca lo detenemos. Puede continuar más tarde.',
    stopping: 'Ya no esperamos',
  },

  settingAside: {
    lookingCloser: 'Miramos de cerca lo que queda',
    progress: (n) => `Apartando restos: ${counted(n, 'listo', 'listos')}`,
  },

  leftovers: {
    chosen: (n, all) => `${counted(n, 'elegido', 'elegidos')} de ${count(all)}`,
    chosenSize: (n, all, size) => `${counted(n, 'elegido', 'elegidos')} de ${count(all)}, ${bytes(size)}`,
    kinds: {
      files: 'Archivos',
      'empty-folder': 'Carpeta vacía',
      group: 'Grupo de usuarios',
      'registry-branch': 'Rama del Registro',
      'empty-key': 'Clave vacía del Registro',
      'class-filter': 'Filtro de dispositivo',
      service: 'Entrada de servicio',
    },
    entries: (n) => counted(n, 'archivo o carpeta', 'archivos y carpetas'),
    proven: 'Probado: solo Kaspersky usa esta ubicación.',
    likely: 'Probablemente de Kaspersky. Márquelo si está de acuerdo.',
    of: (name) => `Dejado por ${name}`,
    cleanUp: (n) => `Limpiar ${leftovers(n)}`,
    cleanUpAsking: (n) => `Limpiar ${leftovers(n)} (pide permisos de administrador)`,
    note: 'Se aparta, no se elimina. Puede deshacerlo.',
    chooseFirst: 'Marque lo que se debe limpiar.',
    alone: 'Sin tocar',
    aside: (n) => counted(n, 'apartado', 'apartados'),
    asideSize: (n, size) => `${counted(n, 'apartado', 'apartados')}, ${bytes(size)}`,
    undo: 'Deshacer',
    undoAll: 'Devolver todo',
    asking: 'Su equipo pide ahora permisos de administrador.',
    cleaning: (n) => `Limpiando: ${counted(n, 'listo', 'listos')}`,
    undoing: (n) => `Devolviendo: ${counted(n, 'listo', 'listos')}`,
    looking: 'Miramos otra vez',
    stop: 'Detener después de este',
    cleanUpFailed: 'Los restos no se limpiaron',
    undoFailed: 'No se devolvió nada',
    changed: 'Hay más de lo que se le mostró',
    changedLead: 'Hemos mirado otra vez. No se cambió nada. Lea la lista de nuevo y decida después.',
    cleaned: (n) => `${counted(n, 'resto apartado', 'restos apartados')}.`,
    restored: (n) => `${leftovers(n)} de vuelta en su sitio.`,
    refused: (n) => `${counted(n, 'no se pudo', 'no se pudieron')} devolver:`,
    prepareOnly: 'Limpiar lo que quedó',
  },

  protection: {
    heading: 'Protección actual',
    active: (names) => `${names} está activo`,
    none: 'Ningún otro antivirus está activo',
    noneHow: 'Active uno antes de seguir usando este equipo.',
    unknown: 'No pudimos ver qué protege este equipo',
    unknownHow: 'Abra los ajustes de seguridad de su sistema y compruébelo.',
    'not-listed': 'Este sistema no lleva una lista de antivirus',
    'not-listedHow': 'Si necesita uno, compruebe que está activo.',
  },

  next: {
    button: 'Siguiente equipo',
    hint: 'Olvida este equipo; «Hecho por» y el comienzo de la incidencia se conservan.',
  },

  commands: {
    heading: 'Lo mismo en la línea de comandos',
    unattended: 'Sin preguntas (desatendido)',
    copyHint:
      'Las contraseñas nunca están en una línea de comandos: se piden, o llegan por la entrada estándar.',
    of: (step) => `Comando: ${step}`,
  },
};

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
    server: 'El servidor de administración puede instalar Kaspersky de nuevo. Pida que libere este equipo.',
    encryption:
      'Quizá haya cifrado este disco o algunos archivos. Solo él puede descifrarlos de forma segura.',
    password: 'Conoce la contraseña de desinstalación.',
    rights: 'Puede dar derechos de administrador, o hacer la desinstalación por usted.',
    saveForHelpDesk: 'Guardar un informe para el servicio técnico',
    helpDeskNote: 'O entregue el informe al servicio técnico: dice qué hay aquí y qué queda por hacer.',
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
    progress: (n) => `Apartando restos: ${count(n)} listos`,
  },

  leftovers: {
    chosen: (n, all) => `${count(n)} de ${count(all)} elegidos`,
    chosenSize: (n, all, size) => `${count(n)} de ${count(all)} elegidos, ${bytes(size)}`,
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
    cleanUpAsking: (n) => `Limpiar ${leftovers(n)} (pide derechos de administrador)`,
    note: 'Se aparta, no se elimina. Puede deshacerlo.',
    chooseFirst: 'Marque lo que se debe limpiar.',
    alone: 'No se toca',
    aside: (n) => `${count(n)} apartados`,
    asideSize: (n, size) => `${count(n)} apartados, ${bytes(size)}`,
    undo: 'Deshacer',
    undoAll: 'Devolver todo',
    asking: 'Su equipo pide ahora derechos de administrador.',
    cleaning: (n) => `Limpiando: ${count(n)} listos`,
    undoing: (n) => `Devolviendo: ${count(n)} listos`,
    looking: 'Miramos otra vez',
    stop: 'Parar después de este',
    cleanUpFailed: 'Los restos no se limpiaron',
    undoFailed: 'No se devolvió nada',
    changed: 'Hay más de lo que se le mostró',
    changedLead: 'Hemos mirado otra vez. No se cambió nada. Lea la lista de nuevo y decida después.',
    cleaned: (n) => `${leftovers(n)} en la cuarentena.`,
    restored: (n) => `${leftovers(n)} de vuelta en su sitio.`,
    refused: (n) => `${count(n)} no se pudieron devolver:`,
    only: 'Aquí solo hay restos',
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
    hint: 'Olvida este equipo; «Hecho por» y el comienzo del tique se conservan.',
  },

  commands: {
    heading: 'Lo mismo en la línea de comandos',
    unattended: 'Sin preguntas (desatendido)',
    copyHint:
      'Las contraseñas nunca están en una línea de comandos: se piden, o llegan por la entrada estándar.',
    of: (step) => `Comando: ${step}`,
  },
};

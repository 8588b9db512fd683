import { wordsOf } from '../words.ts';
import type { MapWords } from './en.ts';

const { count, counted, date, decimal, plural } = wordsOf('es');

export const map: MapWords = {
  title: 'Mapa de equipos',
  states: {
    present: 'Sigue aquí',
    'in-work': 'En proceso de eliminación',
    'restart-needed': 'Espera un reinicio',
    unknown: 'Desconocido',
    missing: 'Sin informe',
    leftovers: 'Solo restos',
    removed: 'Eliminado',
    clean: 'Nada encontrado',
  },
  coverage: {
    looked: 'Revisado',
    partly: 'Revisado en parte',
    unusable: 'Ningún informe válido',
    missing: 'Nunca informó',
  },
  marks: {
    clone: 'Copia de una misma imagen: otro equipo lleva la misma marca',
    conflict: 'Sus informes no concuerdan',
    contradiction: 'Un informe se contradice',
    returned: 'Se había ido y volvió',
    late: 'Revisado por primera vez después del plazo',
    altered: 'Un informe fue modificado',
    future: 'Un informe lleva una fecha futura',
    unlisted: 'No está en el inventario',
  },
  conflicts: {
    'same-tag': 'Un mismo número de inventario en varios equipos. Se cuenta cada uno.',
    'same-name': 'Un mismo nombre para varios equipos. Se cuenta cada uno.',
    'same-time': 'Dos informes del mismo momento no concuerdan. Cuenta el peor.',
  },
  skipped: {
    'not-json': 'no es JSON o está cortado',
    encoding: 'no es texto en UTF-8 ni UTF-16',
    'too-large': 'más de 32 MB',
    unreadable: 'no se pudo leer',
    foreign: 'un archivo de otra herramienta',
    'other-document': 'un archivo de esta herramienta, pero no un informe',
    'newer-version': 'escrito por una versión más reciente de esta herramienta',
    'bad-report': 'no es un informe entero',
    'no-date': 'sin una fecha legible',
    example: 'un ejemplo, no un equipo real',
    link: 'un enlace; los enlaces no se siguen',
    'not-a-file': 'no es un archivo',
  },
  measures: {
    looked: 'Identificar',
    planned: 'Planificar',
    begun: 'Empezar la eliminación',
    gone: 'Terminar la eliminación',
    person: 'Por una persona',
  },
  open: {
    looked: (n) => `${count(n)} sin revisar del todo`,
    planned: (n) => `${count(n)} sin un plan que se pueda llevar a cabo`,
    begun: (n) => `${count(n)} sin empezar`,
    gone: (n) => `${count(n)} sin terminar`,
    person: () => 'debe decirlo una persona',
  },
  phase: ({ state, daysLeft, begunOn }) => {
    const left =
      daysLeft === 0
        ? 'vence hoy'
        : `${plural(daysLeft, 'queda', 'quedan')} ${counted(daysLeft, 'día', 'días')}`;
    switch (state) {
      case 'done':
        return 'Terminado';
      case 'begun':
        return `Empezado el ${date(begunOn ?? '')}`;
      case 'no-list':
        return 'Todos los que informaron. Sin un inventario no se sabe quién falta.';
      case 'late':
        return `${counted(-daysLeft, 'día', 'días')} de retraso`;
      case 'open':
        return left;
      case 'person':
        return daysLeft < 0
          ? `Venció hace ${counted(-daysLeft, 'día', 'días')}. Debe decirlo una persona`
          : left;
    }
  },
  rate: (n) => `${decimal(n)} ${plural(n, 'equipo', 'equipos')} al día desde ahora`,
  dueOn: (days, due) => `Día ${count(days)} · ${date(due)}`,
  date,
  today: (day) =>
    day < 0 ? `El plazo empieza en ${counted(-day, 'día', 'días')}` : `Hoy es el día ${count(day)}`,
  clock: (name, start) => `${name}, desde el ${date(start)}`,
  deadlines: 'Plazos',
  directive: 'Directiva',
  noSite: 'Sin sede',
  allSites: 'Todas las sedes',
  neverClean: 'Un equipo sin informe nunca cuenta como libre de Kaspersky.',
  computers: (n) => counted(n, 'equipo', 'equipos'),
  readFrom: (reports, computers) =>
    `${counted(reports, 'informe', 'informes')} de ${counted(computers, 'equipo', 'equipos')}`,
  aside: (copies, superseded, skipped) =>
    [
      ...(copies === 0 ? [] : [counted(copies, 'copia contada una vez', 'copias contadas una vez')]),
      ...(superseded === 0
        ? []
        : [counted(superseded, 'sustituido por otro posterior', 'sustituidos por otros posteriores')]),
      ...(skipped === 0 ? [] : [counted(skipped, 'archivo omitido', 'archivos omitidos')]),
    ].join(' · '),
  folder: 'Carpeta',
  made: 'Hecho',
  reading: (files) => `Leyendo informes: ${count(files)}`,
  state: 'Estado',
  coverageHeading: 'Cobertura',
  all: 'Todos',
  site: 'Sede',
  bySite: 'Equipos por sede',
  computer: 'Equipo',
  assetTag: 'Número de inventario',
  name: 'Nombre',
  system: 'Sistema',
  lookedAt: 'Revisado el',
  products: 'Productos y versiones',
  productsNote: 'Un equipo puede tener más de uno.',
  product: 'Producto',
  version: 'Versión',
  other: 'Herramienta, sucesor o motor',
  productLine: (present, removed, leftovers, other) =>
    [
      ...(present === 0 ? [] : [`${counted(present, 'sigue', 'siguen')} aquí`]),
      ...(removed === 0 ? [] : [counted(removed, 'eliminado', 'eliminados')]),
      ...(leftovers === 0 ? [] : [`${count(leftovers)} solo restos`]),
      ...(other === 0 ? [] : [`${count(other)} herramienta, sucesor o motor`]),
    ].join(' · '),
  nothingFound: 'No se encontró ningún producto.',
  toSettle: 'Por comprobar',
  clones: (computers) => `Copias de una misma imagen: ${computers}`,
  altered: (file) => `${file}: modificado después de escribirse. No decide nada.`,
  future: (file, lookedAt) => `${file}: la fecha ${lookedAt} es futura. No decide nada.`,
  marksHeading: 'Notas',
  skippedHeading: 'No leídos como informes',
  file: 'Archivo',
  why: 'Por qué',
  more: (n) => `y ${count(n)} más`,
  columns: 'Equipos',
  form: {
    title: 'Plan e informe de estado',
    check:
      'Compare esta lista de campos con el texto oficial de su directiva antes de entregarla. Lo que un programa puede saber está relleno; el resto le corresponde a usted.',
    open: 'Por rellenar',
    field: 'Campo',
    filled: 'Contenido',
    from: 'De',
    byMap: 'el mapa',
    byPerson: 'una persona',
    asOf: (at) => `A fecha de ${at}`,
    fields: {
      organisation: 'Nombre de la organización',
      contact: 'Contacto: nombre, teléfono, correo electrónico',
      products: 'Productos encontrados',
      endpoints: 'Equipos con cada producto',
      methods: 'Cómo se buscaron',
      components: 'Partes de la organización afectadas',
      mission: 'Para qué sirven estos equipos',
      contracts: 'Contratos con el fabricante y su coste',
      timeline: 'Calendario de la eliminación',
      controls: 'Funciones de seguridad a las que afecta la eliminación',
      replacement: 'Sustitución',
      replacementTimeline: 'Calendario de la sustitución',
      difficulties: 'Dificultades previstas',
      costs: 'Costes de licencias, mantenimiento y sustitución',
      progress: 'Avance de la eliminación',
    },
    endpointsOf: (n) => counted(n, 'equipo', 'equipos'),
    methodsText: (tool, looked, partly, none) =>
      `${tool} revisó cada equipo: programas y paquetes instalados, servicios, controladores, programas en marcha, archivos, extensiones del navegador y, donde lo hay, el registro, cada uno según una lista de nombres exactos. Revisados del todo: ${count(looked)}; en parte: ${count(partly)}; sin informe válido: ${count(none)}.`,
    phaseLine: (name, due, how) => `${name}, antes del ${due}: ${how}`,
    difficultyUnknown: (n) =>
      counted(
        n,
        'equipo no se pudo juzgar o nunca informó',
        'equipos no se pudieron juzgar o nunca informaron',
      ),
    difficultyStuck: (n) =>
      counted(n, 'eliminación empezada y sin terminar', 'eliminaciones empezadas y sin terminar'),
    difficultyServers: (names) => `Servidores que solo puede eliminar su administrador: ${names}`,
    difficultyReturned: (n) => `Volvió después de una eliminación en ${counted(n, 'equipo', 'equipos')}`,
    stateLine: (state, n) => `${state}: ${count(n)}`,
  },
};

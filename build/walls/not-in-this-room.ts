/**
 * The rooms that must not know a package resolve its name to this file, which is in none of their projects and
 * exports nothing: such an import does not compile.
 */
export {};

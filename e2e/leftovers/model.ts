import type { Row } from '../../electron/core/model/tables.ts';
import type { Interest } from '../../electron/core/ports.ts';

export type Node =
  | { readonly kind: 'folder' }
  | { readonly kind: 'file'; readonly content: string }
  | { readonly kind: 'link'; readonly target: string };

/** A tree of files as a map, with the folders above everything in it. */
export class ModelTree {
  readonly nodes = new Map<string, Node>();

  file(path: string, content = path): string {
    this.above(path);
    this.nodes.set(path, { kind: 'file', content });
    return path;
  }

  folder(path: string): string {
    this.above(path);
    if (!this.nodes.has(path)) this.nodes.set(path, { kind: 'folder' });
    return path;
  }

  link(path: string, target: string): string {
    this.above(path);
    this.nodes.set(path, { kind: 'link', target });
    return path;
  }

  /** Itself and everything below, folders first. */
  below(path: string): readonly string[] {
    const start = path === '/' ? '/' : `${path}/`;
    return [...this.nodes.keys()].filter((each) => each === path || each.startsWith(start)).toSorted();
  }

  remove(path: string): void {
    for (const each of this.below(path)) this.nodes.delete(each);
  }

  /** What the look at a computer tells of it: the vendor's folders to the last entry, single places, no link followed. */
  rows(interest: Interest): readonly Row<'files'>[] {
    const paths = new Set([
      ...interest.roots.flatMap((root) => this.below(root)),
      ...interest.exactPaths.filter((path) => this.nodes.has(path)),
    ]);
    return [...paths].toSorted().map((path) => ({
      path,
      kind: this.nodes.get(path)?.kind === 'folder' ? 'folder' : 'file',
    }));
  }

  private above(path: string): void {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const folder = path.slice(0, end);
      if (!this.nodes.has(folder)) this.nodes.set(folder, { kind: 'folder' });
    }
  }
}

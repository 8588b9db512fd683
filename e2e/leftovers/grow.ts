import type { Dice } from '../corpus/dice.ts';
import type { ModelTree } from './model.ts';

const names = [
  'bin',
  'lib',
  'common',
  'install_12.1.0',
  'data.db',
  'log',
  'ключ',
  'a b',
  '.hidden',
  'x\n',
  'cache',
];

/** A small tree with files, empty folders, odd names, and links that lead out of it. */
export const grow = (dice: Dice, tree: ModelTree, top: string, truth: Set<string>): void => {
  truth.add(tree.folder(top));
  const folders = [top];
  for (let at = dice.int(9); at > 0; at--) {
    const folder = dice.pick(folders);
    const path = `${folder}/${dice.pick(names)}${dice.chance(0.5) ? String(dice.int(99)) : ''}`;
    if (tree.nodes.has(path)) continue;
    const kind = dice.pick(['folder', 'link', 'file', 'file'] as const);
    if (kind === 'folder') folders.push(tree.folder(path));
    else if (kind === 'link')
      tree.link(path, dice.pick(['/home/anna/Documents', '/', '../../..', 'nowhere', '/etc/passwd']));
    else tree.file(path, `content ${String(dice.int(1_000_000))}`);
    truth.add(path);
  }
};

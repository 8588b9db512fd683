import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';

import { pause } from './processes';

const mountPoint = '/sys/fs/cgroup';
const prefix = 'removal-assistant-';

/**
 * The hierarchies in which systemd keeps its tree: the one of cgroup v2, or the named one of v1 with its unified
 * companion. Two hosts in the same cgroup would see and stop each other's services, so each gets one of its own.
 */
export const cgroupHierarchies = (): readonly string[] =>
  existsSync(join(mountPoint, 'cgroup.controllers'))
    ? [mountPoint]
    : [join(mountPoint, 'systemd'), join(mountPoint, 'unified')].filter((path) => existsSync(path));

export const makeCgroups = (id: string): readonly string[] =>
  cgroupHierarchies().map((hierarchy) => {
    const path = join(hierarchy, `${prefix}${id}`);
    mkdirSync(path, { recursive: true });
    return path;
  });

const removeTree = (path: string): void => {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeTree(join(path, entry.name));
  }
  rmdirSync(path);
};

/** The kernel lets go of a cgroup a moment after its last process, so this asks again for a while. */
export const removeCgroups = async (id: string): Promise<void> => {
  for (const hierarchy of cgroupHierarchies()) {
    const path = join(hierarchy, `${prefix}${id}`);
    for (let attempt = 0; existsSync(path) && attempt < 100; attempt += 1) {
      try {
        removeTree(path);
      } catch {
        await pause(20);
      }
    }
  }
};

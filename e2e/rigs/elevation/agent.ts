import type { HostUser } from '../debian/enter';
import type { Host } from '../debian/host';
import { pause } from '../debian/processes';

/** A person at a polkit question. */
export interface Agent {
  /** Everything that was on the screen so far. */
  readonly screen: () => string;
  /** Types a password at the next question for one. */
  readonly type: (password: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * polkit's own agent for terminals, on a terminal of its own, asking on behalf of one process. A desktop has one with a
 * window that does the same; what is asked and what a password is worth is decided by polkit and PAM either way.
 */
export const startAgent = async (host: Host, user: HostUser, processId: number): Promise<Agent> => {
  // The agent closes what it was given once polkit knows it: nobody is asked before.
  const [open, ready] = [`/tmp/agent-open-${user.name}`, `/tmp/agent-ready-${user.name}`];
  const command =
    `rm -f ${open} ${ready}; mkfifo ${open}; (cat ${open}; touch ${ready}) & ` +
    `exec pkttyagent --process ${String(processId)} --notify-fd 5 5>${open}`;
  const { child, signal, ended } = host.spawn(['script', '-qefc', command, '/dev/null'], {
    user,
    env: { TERM: 'dumb' },
  });
  let screen = '';
  let answered = 0;
  child.stdout?.on('data', (chunk: Buffer) => (screen += chunk.toString()));
  const isThere = () => host.exec(['test', '-e', ready]);
  while ((await isThere()).code !== 0) await pause(50);
  const questions = (): number => screen.split('Password:').length - 1;
  return {
    screen: () => screen,
    type: async (password) => {
      while (questions() <= answered) await pause(20);
      answered += 1;
      child.stdin?.write(`${password}\n`);
    },
    stop: async () => {
      await signal('SIGTERM');
      await ended;
    },
  };
};

import { expect, test } from 'vitest';
import { managed, server, servers } from '../testing/dangers/managed.ts';
import { here, proveTwins, reportOf } from '../testing/hazard-hosts.ts';

proveTwins([...managed, ...servers]);

test('a mail server is left alone for both of its reasons', () => {
  for (const id of ['mail-exchange', 'linux-klms'])
    expect(reportOf(here(id), ['server-role', 'mail-flow']).plan.blockedBy).toEqual([
      'server-role',
      'mail-flow',
    ]);
  expect(reportOf(server('mail-exchange')).plan.blockedBy).not.toContain('mail-flow');
});

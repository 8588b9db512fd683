import type { Host } from '../debian/host';

/** What polkit says to these users at once when they ask to remove; all others are asked for an administrator's password. */
export const answerFor = async (
  host: Host,
  answers: Readonly<Record<string, 'YES' | 'NO'>>,
): Promise<void> => {
  const rule = `polkit.addRule(function (action, subject) {
  var answers = ${JSON.stringify(answers)};
  // The second is what polkit calls a program that has no action of its own, as in a checkout.
  var isOurs = action.id === 'org.removalassistant.worker' || action.id === 'org.freedesktop.policykit.exec';
  var answer = isOurs ? answers[subject.user] : undefined;
  return answer === undefined ? undefined : polkit.Result[answer];
});\n`;
  await host.writeFile('/etc/polkit-1/rules.d/10-removal-assistant-test.rules', rule);
};

/** Gives accounts passwords, and makes some of them administrators; without any of those polkit asks for root's. */
export const polkitPasswords = async (
  host: Host,
  passwords: Readonly<Record<string, string>>,
  administrators: readonly string[],
): Promise<void> => {
  const lines = Object.entries(passwords).map(([name, password]) => `${name}:${password}\n`);
  await host.exec(['chpasswd'], { input: lines.join('') });
  for (const name of administrators) await host.exec(['usermod', '-aG', 'sudo', name]);
};

import type { HostUser } from '../debian/enter';
import type { Host } from '../debian/host';

/** Kaspersky's extension for Chrome, by its published id. */
const id = 'amkpcclbbgegoafihnpgomddadjhcadd';

/** Puts it into a user's browser, in a home that is closed to everybody else. */
export const addExtension = async (host: Host, user: HostUser): Promise<void> => {
  const folder = `${user.home}/.config/google-chrome/Default/Extensions/${id}/1.0.0_0`;
  await host.writeFile(
    `${folder}/manifest.json`,
    JSON.stringify({ name: 'Kaspersky Protection', version: '1.0.0' }),
  );
  await host.exec(['chown', '-R', `${user.name}:${user.name}`, user.home]);
  await host.exec(['chmod', '700', user.home]);
};

import type { OperatingSystem } from '../../core/model/host.ts';

/** How a browser keeps its profiles: one folder of settings each, in Chromium's manner or in Firefox's. */
export type BrowserEngine = 'chromium' | 'firefox';

export interface Browser {
  readonly name: string;
  readonly engine: BrowserEngine;
  /** Folders below a user's home that hold profiles, with forward slashes; the base may be a profile itself (Opera). */
  readonly folders: { readonly [System in OperatingSystem]?: readonly string[] };
}

const mac = 'Library/Application Support';
const local = 'AppData/Local';
const roaming = 'AppData/Roaming';

/** Chromium's browsers on Windows: one folder a channel, and a folder in it that holds the profiles. */
const channels = (vendor: string, ...names: readonly string[]): readonly string[] =>
  names.map((name) => `${local}/${vendor}${name}/User Data`);

/** One entry a browser. Folders of betas, snaps, flatpaks and shops stand beside the usual ones. */
export const browsers: readonly Browser[] = [
  {
    name: 'Chrome',
    engine: 'chromium',
    folders: {
      linux: [
        '.config/google-chrome',
        '.config/google-chrome-beta',
        '.config/google-chrome-unstable',
        '.var/app/com.google.Chrome/config/google-chrome',
      ],
      macos: [`${mac}/Google/Chrome`, `${mac}/Google/Chrome Beta`],
      windows: channels('Google/', 'Chrome', 'Chrome Beta', 'Chrome Dev', 'Chrome SxS'),
    },
  },
  {
    name: 'Chromium',
    engine: 'chromium',
    folders: {
      linux: [
        '.config/chromium',
        'snap/chromium/common/chromium',
        '.var/app/org.chromium.Chromium/config/chromium',
      ],
      macos: [`${mac}/Chromium`],
      windows: channels('', 'Chromium'),
    },
  },
  {
    name: 'Edge',
    engine: 'chromium',
    folders: {
      linux: [
        '.config/microsoft-edge',
        '.config/microsoft-edge-beta',
        '.config/microsoft-edge-dev',
        '.var/app/com.microsoft.Edge/config/microsoft-edge',
      ],
      macos: [`${mac}/Microsoft Edge`, `${mac}/Microsoft Edge Beta`],
      windows: channels('Microsoft/', 'Edge', 'Edge Beta', 'Edge Dev', 'Edge SxS'),
    },
  },
  {
    name: 'Brave',
    engine: 'chromium',
    folders: {
      linux: [
        '.config/BraveSoftware/Brave-Browser',
        '.config/BraveSoftware/Brave-Browser-Beta',
        'snap/brave/current/.config/BraveSoftware/Brave-Browser',
        '.var/app/com.brave.Browser/config/BraveSoftware/Brave-Browser',
      ],
      macos: [`${mac}/BraveSoftware/Brave-Browser`],
      windows: channels('BraveSoftware/', 'Brave-Browser', 'Brave-Browser-Beta', 'Brave-Browser-Nightly'),
    },
  },
  {
    name: 'Opera',
    engine: 'chromium',
    folders: {
      linux: [
        '.config/opera',
        '.config/opera-beta',
        'snap/opera/current/.config/opera',
        '.var/app/com.opera.Opera/config/opera',
      ],
      macos: [`${mac}/com.operasoftware.Opera`],
      windows: ['Opera Stable', 'Opera GX Stable', 'Opera Next', 'Opera Developer'].map(
        (name) => `${roaming}/Opera Software/${name}`,
      ),
    },
  },
  {
    name: 'Vivaldi',
    engine: 'chromium',
    folders: {
      linux: [
        '.config/vivaldi',
        '.config/vivaldi-snapshot',
        'snap/vivaldi/current/.config/vivaldi',
        '.var/app/com.vivaldi.Vivaldi/config/vivaldi',
      ],
      macos: [`${mac}/Vivaldi`],
      windows: channels('', 'Vivaldi'),
    },
  },
  {
    name: 'Firefox',
    engine: 'firefox',
    folders: {
      linux: [
        '.mozilla/firefox',
        '.config/mozilla/firefox',
        'snap/firefox/common/.mozilla/firefox',
        '.var/app/org.mozilla.firefox/.mozilla/firefox',
        '.var/app/org.mozilla.firefox/config/mozilla/firefox',
      ],
      macos: [`${mac}/Firefox/Profiles`],
      windows: [
        `${roaming}/Mozilla/Firefox/Profiles`,
        // From Microsoft's shop, which gives every program a place of its own.
        `${local}/Packages/Mozilla.Firefox_n80bbvh6b1yt2/LocalCache/Roaming/Mozilla/Firefox/Profiles`,
      ],
    },
  },
];

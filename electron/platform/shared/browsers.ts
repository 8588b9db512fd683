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

/** One entry a browser. Folders of betas, snaps and flatpaks stand beside the usual ones. */
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
    },
  },
];

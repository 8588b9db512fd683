import type { HazardId, HazardReason } from '../model/hazard.ts';
import type { OperatingSystem } from '../model/host.ts';
import type { CopyGap, KeptReason, LeftReason } from '../model/leftover.ts';
import type { Confidence, DetectionStatus } from '../model/detection.ts';
import type { Refusal } from '../model/plan.ts';
import type { ReasonCode } from '../model/product.ts';
import type { ProblemCode } from '../model/result.ts';
import type { Protection } from '../model/protection.ts';
import type { Verdict } from '../model/report.ts';
import type { Outcome } from '../model/run.ts';
import type { TableName } from '../model/tables.ts';
import type { UsageFault, WantedValue } from '../model/usage.ts';
import { map } from './map/en.ts';
import { hazard, sentence, wordsOf } from './words.ts';
import type { Direction, HazardText, Values } from './words.ts';
import { work } from './work/en.ts';

const { count, plural, counted, bytes, clock, clockWithSeconds, elapsed, span } = wordsOf('en');
const s = (n: number): string => plural(n, '', 's');

/** English: the language that every other one is measured by. A missing key elsewhere is a build error. */
export const en = {
  /** As BCP 47 writes it, for the page and for Intl. */
  language: 'en',
  /** What people who read it look for in a list of languages. */
  ownName: 'English',
  direction: 'ltr' as Direction,
  appName: 'Kaspersky Removal Assistant',
  /** What it is about, then what is said of it. */
  labelled: (label: string, words: string): string => `${label}: ${words}`,
  independent: 'An independent tool. Not made or endorsed by Kaspersky.',
  /** On every screen and in every report of a recorded computer. */
  example: 'Example: nothing on this computer is read or changed',

  places: {
    programs: 'Programs',
    services: 'Services',
    kernelModules: 'Kernel modules',
    processes: 'Running programs',
    files: 'Files and folders',
    packages: 'Packages',
    units: 'System services',
    apps: 'Applications',
    launchItems: 'Launch items',
    systemExtensions: 'System extensions',
    kernelExtensions: 'Kernel extensions',
    receipts: 'Installer receipts',
    profiles: 'Configuration profiles',
    securityCentre: 'Windows Security',
    browserExtensions: 'Browser extensions',
    browserPolicies: 'Browser policies',
    registry: 'Registry',
    classFilters: 'Device filters',
    networkBindings: 'Network filters',
    encryption: 'Disk encryption',
    settings: 'Product settings',
    restartPending: 'Pending restart',
    certificates: 'Certificates',
    scheduledTasks: 'Scheduled tasks',
    startup: 'Start-up items',
    accounts: 'Users and groups',
    packageSources: 'Package sources',
  } satisfies Record<TableName, string>,

  signs: {
    programs: 'Program entry',
    services: 'Service',
    kernelModules: 'Kernel module',
    processes: 'Running program',
    files: 'File or folder',
    packages: 'Package',
    units: 'System service',
    apps: 'Application',
    launchItems: 'Launch item',
    systemExtensions: 'System extension',
    kernelExtensions: 'Kernel extension',
    receipts: 'Receipt',
    profiles: 'Profile',
    securityCentre: 'Windows Security entry',
    browserExtensions: 'Browser extension',
    browserPolicies: 'Browser policy',
    registry: 'Registry key',
    classFilters: 'Device filter',
    networkBindings: 'Network filter',
    encryption: 'Encrypted volume',
    settings: 'Setting',
    restartPending: 'Pending restart',
    certificates: 'Certificate',
    scheduledTasks: 'Scheduled task',
    startup: 'Start-up item',
    accounts: 'User or group',
    packageSources: 'Package source',
  } satisfies Record<TableName, string>,

  reasons: {
    'package-name-and-vendor': 'Package name and vendor match',
    'package-name': 'Package name matches',
    'package-vendor': 'The vendor of the package is Kaspersky',
    'unit-name-and-program': 'Starts a program in Kaspersky’s folder',
    'unit-name': 'Service name matches',
    'unit-program': 'Starts a program in Kaspersky’s folder',
    'process-path': 'Runs from Kaspersky’s folder',
    'process-name': 'Program name matches',
    'own-folder': 'Used by this product only',
    'own-file': 'Made by this product',
    'unit-file': 'Service file of this product',
    'vendor-folder': 'Lies in Kaspersky’s folder',
    'kernel-module': 'Kernel module of this product',
    'program-name-and-vendor': 'Name and publisher match',
    'program-name-and-folder': 'Name and folder match',
    'program-name': 'Name matches',
    'program-vendor': 'The publisher is Kaspersky',
    'program-folder': 'Installed in Kaspersky’s folder',
    'product-code': 'Installer code of this product',
    'service-name': 'Service name matches',
    'service-path': 'Runs from Kaspersky’s folder',
    'driver-name': 'Driver name matches',
    'registry-product-name': 'Kaspersky’s own key names the product',
    'registry-key': 'Kaspersky’s own key',
    'security-centre-name': 'Windows Security names it. That entry can outlive its product',
    'security-centre-stale': 'A stale entry: Windows Security still names it, and nothing else of it is here',
    'extension-id': 'Extension of Kaspersky by its id',
    'extension-name': 'Extension name and maker match',
    'certificate-subject': 'Certificate made by Kaspersky on this computer',
    'store-package': 'Store package of Kaspersky',
    'class-filter': 'Kaspersky’s filter in a device class',
    'network-filter': 'Kaspersky’s filter on a network adapter',
    'encrypted-volume': 'Encrypted by Kaspersky',
    'task-in-vendor-folder': 'Starts a program in Kaspersky’s folder',
    'startup-in-vendor-folder': 'Starts a program in Kaspersky’s folder',
    'bundle-id': 'Bundle id of this product',
    'team-id': 'Signed by Kaspersky',
    receipt: 'Installer receipt of this product',
    'launch-item': 'Launch item of this product',
    profile: 'Profile of Kaspersky',
    'browser-policy': 'Policy that installs Kaspersky’s extension',
    'engine-outside-vendor': 'Kaspersky’s driver inside another vendor’s folder',
    'account-name': 'User or group that this product makes',
    'package-source': 'Packages come from a Kaspersky server: it can bring the product back',
    'short-name': 'Name matches; it counts only beside other signs',
    'filter-attached': 'This encryption filter is at work',
    'pre-boot': 'Kaspersky asks for a password before Windows starts',
    'encryption-unclear': 'Encrypted, and we could not tell by what',
    'bitlocker-managed': 'BitLocker, looked after by Kaspersky',
    'vault-file': 'A password vault',
    setting: 'The product’s own setting says so',
    'restart-pending': 'Windows notes a restart to come',
    'installer-running': 'Windows Installer is at work',
    'file-gone': 'Its file is not there any more',
  } satisfies Record<ReasonCode | HazardReason, string>,

  confidence: {
    proven: 'Certain',
    likely: 'Likely',
    weak: 'Not certain',
  } satisfies Record<Confidence, string>,

  status: {
    installed: 'Installed',
    leftovers: 'Leftovers',
    'report-only': 'Server product: report only',
    'vendor-tool': 'Vendor tool left on disk',
    successor: 'Successor',
    oem: 'Carries Kaspersky’s engine',
  } satisfies Record<DetectionStatus, string>,

  verdict: {
    found: 'Kaspersky is on this computer.',
    leftovers: 'No Kaspersky product is installed. Something of Kaspersky is still here.',
    unknown: 'We found nothing where we could look, but we could not look everywhere.',
    clean: 'Nothing of Kaspersky is on this computer. We could look everywhere we need to.',
    removed: 'Kaspersky is gone. We looked again to make sure.',
    'restart-needed': 'Kaspersky is removed once this computer restarts.',
    incomplete: 'Not finished. Something of Kaspersky is still here or could not be checked.',
  } satisfies Record<Verdict, string>,

  /** A run over some of the products: the rest is named, so that nobody reads more into it. */
  removedButStaying: (names: string): string => `What you chose is gone. Still on this computer: ${names}.`,
  leftoversRemain: (n: number): string => (n === 1 ? '1 leftover remains.' : `${n} leftovers remain.`),

  outcomes: {
    removed: 'Removed',
    'already-gone': 'Was already gone',
    'restart-needed': 'Removed. The computer needs a restart.',
    'still-there': 'The uninstaller said it was done, but the product is still there.',
    failed: 'Its own uninstaller failed.',
    busy: 'Another program kept installing for too long. Try again when it is done.',
    'on-hold':
      'The administrator of this computer put this package on hold. Release it with “apt-mark unhold”, then try again.',
    'would-remove-others':
      'Removing it would also remove programs that are not Kaspersky’s. We left it alone.',
    'wrong-password-or-rights': 'The product did not accept the password, or the rights are missing.',
    cancelled: 'Stopped by you',
    'not-started': 'Not started',
    'tool-missing': 'What removes it is not on this computer.',
    'needs-person':
      'Only a person can do this, in Kaspersky’s own window. Start its uninstaller, follow it, then look again.',
    'after-restart': 'Comes after the restart',
    'left-running': 'You stopped waiting. Its uninstaller may still be at work; look again later.',
    'blocked-by-policy': 'A rule of this computer forbids it. Ask the administrator.',
    'source-missing': 'Windows needs the product’s original installation file, and it is not here any more.',
    'untrusted-program':
      'Others than administrators can change its uninstaller, so we did not start it with your rights.',
  } satisfies Record<Outcome, string>,

  /** The address is the vendor's article about its tool for Windows (general knowledge, not looked up from here). */
  lastResort: [
    'If it stays after a restart and a second try, Kaspersky has a removal tool of its own (kavremover), to be used by hand.',
    'Get it from Kaspersky only: https://support.kaspersky.com/common/uninstall/1464',
    'Check the file before you start it: removal-assistant check-tool FILE. Then look again with this program.',
  ] as readonly string[],

  toolCheck: {
    genuine: (signer: string): string =>
      `The signature is whole, and it is Kaspersky’s (${signer}). Start it yourself, as the last resort, and delete it afterwards.`,
    missing: 'There is no such file.',
    'not-signed': 'This file is not signed. Kaspersky’s tool is: do not start this one.',
    'not-trusted': (signer: string): string =>
      `The signature says ${signer}, but this computer does not trust it, or the file was changed. Do not start it.`,
    'other-signer': (signer: string): string => `Signed by ${signer}, not by Kaspersky. Do not start it.`,
    unknown: (why: string): string => `Its signature could not be checked: ${why}. Do not start it.`,
  },

  /** Why a leftover stays where it is. */
  leftReasons: {
    protected: 'It lies where we never touch anything.',
    'in-use': 'A Kaspersky product that is still here uses it.',
    'server-data': 'It belongs to a server product. Its administrator decides.',
    'personal-data':
      'Files or passwords of people may be in it, so it stays. Save what is needed; then “remove --leftovers --accept” with the name given here takes it along.',
    'package-file': 'The package manager looks after it.',
    unproven: 'Its name alone does not prove that it is Kaspersky’s.',
    'account-in-use': 'Somebody or something may still use this account.',
    'package-source': 'Somebody chose this source of packages. Take it off the list if nobody needs it.',
    certificate: 'Take it out of the certificate store with the store’s own tool.',
    reported: 'We only tell of things like this.',
    'filters-unknown': 'We could not read the filters of every device, so we touch no driver.',
    'filter-listed': 'A device still names this driver.',
    changed: 'It changed while we worked.',
    'link-in-path': 'A link leads there, and we follow none.',
    'others-can-write': 'Others than administrators can exchange it while we work.',
    mounted: 'Another file system is mounted there.',
    'special-file': 'It is a special file that cannot be moved to another file system.',
    'sparse-file': 'It has holes that a copy would fill.',
    'shared-file': 'The same file has another name elsewhere.',
    'no-space': 'There is not enough room for it in quarantine.',
    busy: 'Something is using it right now.',
    'not-empty': 'Something else is in it.',
    'not-agreed': 'It turned up later, and nobody has agreed to it yet.',
    declined: 'It was chosen to stay.',
    'no-tool': 'This computer has nothing that sets it aside safely.',
    'could-not-look': 'We could not look at all of it.',
    'refused-by-system': 'The system refused.',
    cancelled: 'Stopped by you.',
    'journal-unwritable': 'The journal could not be written, so we stopped.',
  } satisfies Record<LeftReason, string>,

  /** Why something was not put back. */
  keptReasons: {
    occupied: 'Something is there now. We left it as it is.',
    'link-in-path': 'A link leads there, and we follow none.',
    'others-can-write': 'Others than administrators can exchange it while we work.',
    damaged: 'What is in quarantine is not what was set aside.',
    'driver-gone': 'Its driver is not here any more. With the entry alone the device would stop.',
    'list-changed': 'The list was changed since. We left it as it is.',
    'no-space': 'There is not enough room for it.',
    'no-tool': 'This computer has nothing that puts it back safely.',
    'refused-by-system': 'The system refused.',
    cancelled: 'Stopped by you.',
    'journal-unwritable': 'The journal could not be written, so we stopped.',
  } satisfies Record<KeptReason, string>,

  copyGaps: {
    'attributes-unknown':
      'Extended attributes and access lists, if there were any, are not kept: the tools for them are not on this computer.',
    'audit-unknown':
      'Rules on what use of it is noted down, if there were any, are not kept: this account may not read them.',
  } satisfies Record<CopyGap, string>,

  noResult: 'No result is known. It was interrupted or not reached.',

  refusals: {
    'package-on-hold': 'On hold. Release it with “apt-mark unhold” first.',
    'no-route': 'No safe way to remove it is known.',
  } satisfies Record<Refusal, string>,

  hazards: {
    fde: hazard(
      'Kaspersky may have encrypted this disk',
      'Only Kaspersky can open a disk that it encrypted. If it goes first, the disk may not open any more.',
      'Ask the person who runs the Kaspersky server to decrypt every disk. It can take some hours; keep the computer on. Then restart and check again.',
    ),
    fle: hazard(
      'Kaspersky may have encrypted files on this computer',
      'Such files open only while Kaspersky is here.',
      'Ask the person who runs the Kaspersky server to decrypt them. See that they open on another computer, then check again.',
    ),
    'server-role': hazard(
      'This is a server product',
      'Other computers rely on it. We report it and leave it alone.',
      'Ask the person who runs the Kaspersky server to plan its removal.',
    ),
    'mail-flow': hazard(
      'Mail runs through this product',
      'If it goes first, mail stops.',
      'Ask the mail administrator to take it out of the mail system, then remove it.',
    ),
    'removable-encryption': hazard(
      'USB drives may be encrypted by Kaspersky',
      'A drive that Kaspersky encrypted may open nowhere once Kaspersky is gone.',
      'Plug in each such drive and decrypt it while Kaspersky is still here.',
    ),
    'bitlocker-managed': hazard(
      'Kaspersky looks after BitLocker here',
      'The disk stays encrypted. Its recovery key may be on the Kaspersky server only.',
      'Save or print the BitLocker recovery key in another place. Leave the disk encrypted.',
    ),
    'kpm-vault': hazard(
      'Passwords are kept in Kaspersky Password Manager',
      'The vault on this computer may be the only copy, and its main password cannot be reset.',
      'Open the program and export the passwords for each person who uses this computer. Bring them into another password manager and check them, then delete the export: anyone can read it.',
    ),
    'encrypted-vault': hazard(
      'Files may be locked in a Kaspersky vault',
      'A vault opens only in this product.',
      'Open each vault and move what is in it to a normal folder.',
    ),
    'backup-restore': hazard(
      'Backups may be in Kaspersky’s own format',
      'Without the product you may not be able to open them.',
      'Restore the files that you need to a normal folder.',
    ),
    quarantine: hazard(
      'Files may be in quarantine',
      'What Kaspersky set aside goes with it.',
      'Open the quarantine in Kaspersky. Restore only what you know and trust.',
    ),
    'managed-redeploy': hazard(
      'A server can put Kaspersky back',
      'This computer takes orders from an administration server. It can install Kaspersky again within hours.',
      'Ask the owner of that server to release this computer first.',
    ),
    'pending-reboot': hazard(
      'Windows is waiting for a restart',
      'Something else is half installed. A removal can fail until that is done.',
      'Restart this computer, then check again.',
    ),
    'vpn-kill-switch': hazard(
      'The VPN’s Kill Switch may be on',
      'If it stays on, the internet can stay blocked afterwards.',
      'Disconnect the VPN and switch Kill Switch off. After the removal, restart and open a web page.',
    ),
    'network-isolation': hazard(
      'Kaspersky may have cut this computer off the network',
      'If it goes while the network is cut off, the network can stay cut off.',
      'Ask the person who runs the Kaspersky server to lift the isolation.',
    ),
    'app-control-default-deny': hazard(
      'Kaspersky may let only listed programs start',
      'It can stop this program half-way.',
      'Ask the administrator to switch off application control or to allow this program.',
    ),
    parental: hazard(
      'A parent may have set up Kaspersky Safe Kids',
      'It belongs to the parent’s account. We only start its own uninstaller, which asks for that account.',
      'Ask the parent to sign in when the uninstaller asks.',
    ),
    'low-disk': hazard(
      'Less than 2 GB free',
      'An uninstaller that runs out of space stops half-way.',
      'Free some space, then check again.',
    ),
    'remote-session': hazard(
      'You work from another computer',
      'Removing a network filter can cut the connection, with nobody at the computer.',
      'Do it at the computer, or make sure that somebody is there.',
    ),
    'self-defence': hazard(
      'Kaspersky guards its own files and services',
      'Only its own uninstaller may change them, so we use nothing else.',
      'Let the uninstaller do its work. Do not delete files or services by hand.',
    ),
    'password-protection': hazard(
      'Kaspersky may ask for a password',
      'Its uninstaller stops without the right one. We hand the password over and do not keep it.',
      'Have it ready. If you do not know it, ask your administrator. At home, use the reset that Kaspersky describes.',
    ),
    'msi-busy': hazard(
      'Windows Installer is running',
      'It does one installation at a time, so ours may have to wait.',
      'Let the other installation finish.',
    ),
    'network-filter': hazard(
      'Kaspersky filters the network here',
      'The network may drop for a minute when the filter goes.',
      'Save what you do online. After the restart, open a web page to check.',
    ),
    'input-filters': hazard(
      'Kaspersky guards the keyboard or the mouse',
      'Its filter has to leave the list before its driver goes, or they stop working.',
      'Leave this to the uninstaller. Delete no driver by hand.',
    ),
    'orphan-driver-service': hazard(
      'A Kaspersky driver entry has lost its file',
      'It does nothing now, but it can get in the way of a Windows repair.',
      'Nothing now. We look at it again after the removal.',
    ),
    'no-antivirus-after': hazard(
      'Nothing takes over for sure',
      'We see no other antivirus that is on. On Windows, Microsoft Defender often starts when Kaspersky goes; on servers, macOS and Linux nothing does.',
      'Decide what will protect this computer, and see that it is on afterwards.',
    ),
    'https-root-cert': hazard(
      'Kaspersky’s certificate is trusted here',
      'Kaspersky uses it to read secure web pages. Taken away too early, pages stop opening; left behind, it stays trusted.',
      'Let it go after the product. If you added it to Firefox, Java or a developer tool, remove it there.',
    ),
    subscription: hazard(
      'A subscription may go on',
      'Removing the program does not end the payments.',
      'Cancel it in your Kaspersky account, or at UltraAV. Beware of telephone numbers in search results: many are fake.',
    ),
    ultraav: hazard(
      'UltraAV came in place of Kaspersky',
      'It is another vendor’s product. Some people got it without asking for it.',
      'Decide on it by itself. Use its own uninstaller, restart, and look again.',
    ),
    'macos-sysext': hazard(
      'Kaspersky’s system extension is on',
      'Deleting the app alone leaves it behind.',
      'Use Kaspersky’s own uninstaller, then restart this Mac.',
    ),
    'macos-shared-folder': hazard(
      'Two products share one folder',
      'Kaspersky and its Network Agent both keep files there. Deleting the whole folder breaks the other one.',
      'Remove each product with its own uninstaller. Leave the folder alone.',
    ),
    'third-party-removers': hazard(
      'Kaspersky may be half removed already',
      'A removal tool was here, or a part of Kaspersky is missing. Its uninstaller may not finish.',
      'If it fails, install the same version again and then remove it. Delete removal tools afterwards.',
    ),
    'multi-os-updates': hazard(
      'No updates in the United States',
      'Since September 2024 Kaspersky gives no updates there, so an installed copy protects less each day.',
      'Make another protection part of your plan.',
    ),
    'legal-scope': hazard(
      'Keep the report if an order applies to you',
      'United States federal agencies and their contractors have to prove what was found and when it went.',
      'Save the report before and after. This is not legal advice.',
    ),
    'on-battery': hazard(
      'This computer runs on battery',
      'If the battery runs out, Kaspersky stays half removed.',
      'Connect the charger.',
    ),
  } satisfies Record<HazardId, HazardText> as Partial<Record<HazardId, HazardText>>,

  hazardLevels: {
    stop: 'Stop',
    confirm: 'Do first',
    inform: 'Good to know',
  },
  couldNotCheck: 'Could not be checked on this computer.',

  actionTitle: (name: string, packageName: string): string => `Remove ${name} (package ${packageName})`,
  settingsTitle: (name: string, packageName: string): string =>
    `Remove the settings of ${name} (package ${packageName})`,
  actionTitleOf: (name: string): string => `Remove ${name}`,
  packageUndo: 'Install the package again from its original source.',

  unchecked: {
    unavailable: 'not available',
    denied: 'no permission',
    failed: 'failed',
  },
  couldNotLook: (place: string, why: string, source?: string): string =>
    `Could not look: ${place}${source === undefined ? '' : `, ${source}`}. ${why}`,

  problems: {
    usage: (v) =>
      `${v['message'] ?? 'This command is not known'}. Run “removal-assistant --help” to see what is.`,
    'no-terminal': () => 'There is no terminal to ask you on. Add --yes to go on without a question.',
    'unknown-product': (v) => `No product has the id “${v['id'] ?? ''}” here. Run “plan” to see the ids.`,
    'unknown-hazard': (v) => `No hazard has the id “${v['id'] ?? ''}”.`,
    'unknown-run': (v) => `There is no run “${v['run'] ?? ''}” in ${v['folder'] ?? 'the state folder'}.`,
    'no-run-yet': (v) => `No removal has been run on this computer yet. Looked in ${v['folder'] ?? ''}.`,
    'file-missing': (v) => `There is no file ${v['path'] ?? ''}.`,
    'file-unreadable': (v) => `Could not read ${v['path'] ?? ''}: ${v['why'] ?? ''}.`,
    'file-unwritable': (v) => `Could not write ${v['path'] ?? ''}: ${v['why'] ?? ''}.`,
    'not-json': (v) => `${v['path'] ?? 'The file'} is not JSON.`,
    'bad-snapshot': (v) => `The snapshot is not right at ${v['path'] ?? ''}: ${v['fault'] ?? ''}.`,
    'newer-schema': (v) =>
      `The file was written by a newer version of this tool (${v['found'] ?? ''}; this one reads ${v['expected'] ?? ''}).`,
    'wrong-schema': (v) => `The file is not a ${v['expected'] ?? ''} file; it says ${v['found'] ?? ''}.`,
    'bad-report': (v) => `The report is not right at ${v['path'] ?? ''}: ${v['fault'] ?? ''}.`,
    'unknown-example': (v) =>
      `No example computer is called “${v['name'] ?? ''}”. There are: ${v['known'] ?? ''}.`,
    'example-report': () => 'This is the report of an example computer. It proves nothing about a real one.',
    'report-altered': () =>
      'This report was altered after it was written. Its digest does not fit its content.',
    'needs-administrator': (v) =>
      `${{ undo: 'Putting things back', forget: 'Deleting a run' }[v['for'] ?? ''] ?? 'Removing'} needs administrator rights. Start again as administrator, for example with sudo.`,
    'blocked-by-hazard': (v) => `Stopped before any change: ${v['hazards'] ?? ''}.`,
    'plan-changed': () => 'What would be removed is not what you agreed to. Nothing was changed.',
    'elevation-cancelled': () =>
      'You closed the question for administrator rights. Nothing was changed. You can try again.',
    'elevation-refused': () =>
      'Administrator rights were not given, so nothing was changed. On a work computer, save the report and give it to the help desk.',
    'elevation-unavailable': (v) =>
      `Nothing here can ask for administrator rights: ${v['why'] ?? ''}. Ask the person who looks after this computer.`,
    'elevation-untrusted': (v) =>
      `We do not ask for administrator rights from here, because somebody else could have exchanged this program: ${v['why'] ?? ''}. Install it for the whole computer.`,
    'worker-not-started': (v) =>
      `The part of this program that needs administrator rights could not be started: ${v['why'] ?? ''}. Nothing was changed.`,
    'worker-lost': () =>
      'The part of this program that has administrator rights ended without an answer. What it did stands in its journal; “resume” on the command line goes on with it.',
    cancelled: () => 'Stopped by you. Nothing was changed.',
    'already-running': () => 'A scan or a removal is already under way.',
    'journal-unwritable': (v) =>
      `Could not write the journal in ${v['path'] ?? ''}: ${v['why'] ?? ''}. Nothing was changed.`,
    'scan-outdated': () => 'This scan is no longer known. Look again.',
    'nothing-chosen': () => 'No product is chosen.',
    'other-computer': () => 'This is a saved scan of another computer. Start this program there to remove.',
    'run-in-use': (v) =>
      `Another start of this program is working on run ${v['run'] ?? ''}, or just was. Nothing was done. Wait until it has ended, then try again.`,
    'run-unfinished': (v) =>
      `Run ${v['run'] ?? ''} was interrupted before its report was written. “verify --run ${v['run'] ?? ''}” looks again.`,
    'no-password': () => 'No password came through standard input.',
    'bad-passwords': () =>
      'Give one password on one line, or a line for each product: its id, a tab and its password.',
    'run-never-began': (v) =>
      `Run ${v['run'] ?? ''} was interrupted before anything was changed. Start again with “remove”.`,
    'run-of-other-computer': (v) =>
      `Run ${v['run'] ?? ''} was on the computer ${v['there'] ?? ''}; this one is ${v['here'] ?? ''}.`,
    'quarantine-damaged': (v) =>
      `The quarantine of run ${v['run'] ?? ''} is not as it was written: ${v['why'] ?? ''}. Nothing was put back.`,
    'leftovers-unsupported': () =>
      'This version cannot set leftovers aside on this kind of computer yet. Run it without --leftovers; they are listed.',
    'restart-failed': (v) => `The computer was not restarted: ${v['why'] ?? ''}. Restart it yourself.`,
    'reopen-failed': (v) =>
      `After the restart this program cannot open by itself: ${v['why'] ?? ''}. Start it again yourself, or run “removal-assistant resume”; it goes on from here.`,
    'reopen-not-staged': (v) =>
      `This program runs from a drive that may be gone after the restart, and it could not be copied to this computer: ${v['why'] ?? ''}. After the restart, start it again yourself from the same drive; it goes on from here.`,
    'reopen-stays': (v) =>
      `What was set up for the restart could not be taken away: ${v['place'] ?? ''}: ${v['why'] ?? ''}. Delete it yourself.`,
    'pdf-needs-window': () =>
      'The command line cannot print a PDF. Choose html, or save the PDF from the window.',
    'unsupported-system': () =>
      'This program cannot look at this kind of computer yet. It can open a scan that was saved on another one.',
    'only-on-windows': () => 'Only a Windows computer can tell that.',
    'map-outdated': () => 'This map is no longer known. Choose the folder again.',
    'folder-unreadable': (v) => `Could not read the folder ${v['path'] ?? ''}: ${v['why'] ?? ''}.`,
    'no-reports': (v) =>
      `There is no report in ${v['path'] ?? ''}: ${v['files'] ?? 0} JSON files were opened, and none is a report of this tool.`,
    'nothing-handed-over': () =>
      'That is not one folder of this computer. Drop one folder here, or choose it.',
    'unknown-directive': (v) =>
      `There is no directive and no file “${v['name'] ?? ''}”. Built in: ${v['known'] ?? ''}.`,
    'bad-directive': (v) =>
      `The directive ${v['path'] ?? ''} is not right at ${v['at'] ?? ''}: ${v['fault'] ?? ''}.${v['meant'] === undefined ? '' : ` Did you mean “${v['meant']}”?`}`,
    'bad-assets': (v) =>
      `No column of ${v['path'] ?? ''} says which computer it is. Name one assetTag or name; its headings are: ${v['columns'] ?? ''}.`,
    'no-assets': (v) => `The list of assets ${v['path'] ?? ''} names no computer.`,
    bug: (v) => `Something went wrong in this program: ${v['message'] ?? ''}.`,
  } satisfies Record<ProblemCode, (values: Values) => string>,

  /** Sentences for the command line. */
  cli: {
    /** What answers a question on the terminal with yes; the English word does too. */
    yes: 'yes',
    productLine: (name: string, version: string | undefined, status: string, confidence: string): string =>
      `${name}${version === undefined ? '' : ` ${version}`} · ${status} · ${confidence}`,
    unattributedHeading: 'Kaspersky’s, but of no product we know:',
    uncheckedHeading: 'Could not look:',
    hazardsHeading: 'Before anything is removed:',
    planHeading: 'In this order:',
    planEmpty: 'There is nothing to remove.',
    acceptHint: (ids: string): string => `To go on all the same: ${ids}`,
    blocked: (titles: string): string => `Blocked: ${titles}`,
    askRemove: (n: number, withLeftovers: boolean): string => {
      const items = `${n} ${n === 1 ? 'item' : 'items'}`;
      const what = n === 0 ? 'Set aside what is left' : `Remove ${items}`;
      return `${what} now${withLeftovers && n > 0 ? ', then set aside what is left' : ''}? Type yes to go on: `;
    },
    askForget: (run: string): string =>
      `Delete run ${run} for good, with everything that it set aside? It cannot be undone or resumed then. Type yes to go on: `,
    forgotten: (run: string): string => `Run ${run} is deleted from this computer.`,
    keptForUndo: (run: string): string =>
      `What was set aside stays on this computer, so that it can be undone. To delete it for good: forget ${run}`,
    leftoverPlan: 'Then what is left in these places is set aside. “undo” puts it back:',
    leftoverPlanAlone: 'What is left in these places is set aside. “undo” puts it back:',
    lookingCloser: 'Looking closer at what is left',
    setAsideOne: (what: string): string => `Set aside: ${what}`,
    leftOne: (what: string, why: string): string => `Left alone: ${what}. ${why}`,
    setAside: (n: number, run: string): string =>
      `Set aside: ${n} ${n === 1 ? 'thing' : 'things'}. “undo ${run}” puts ${n === 1 ? 'it' : 'them'} back.`,
    setAsideLine: (what: string, entries: number): string =>
      entries > 1 ? `${what} (${count(entries)} files and folders)` : what,
    leftAlone: 'Left alone:',
    restoredOne: (what: string): string => `Put back: ${what}`,
    restored: (n: number): string => `${n} ${n === 1 ? 'thing was' : 'things were'} put back.`,
    nothingToUndo: 'Nothing of this run is in quarantine.',
    refused: 'Not put back:',
    askPassword: (product: string): string =>
      `Password of ${product}, if it is protected by one (not shown; Enter for none): `,
    runsStayHere: (folder: string): string =>
      `The place beside this program cannot be closed to other users, so the record of the run is kept in ${folder}. Reports go beside the program; --leave-nothing takes the record away at the end.`,
    reopensWindow:
      'After the restart, sign in as usual. This program opens by itself, goes on, and says whether Kaspersky is gone.',
    reopensCommandLine:
      'After the restart, sign in as usual. “resume” starts by itself in a terminal, goes on, and says whether Kaspersky is gone.',
    stagedAt: (folder: string): string =>
      `A copy of this program waits in ${folder} until then. It is taken away at the end.`,
    pressEnter: 'Press Enter to close. ',
    nothingOpen: 'Everything of this run has been done. Looked again.',
    quiet: (seconds: number): string =>
      `Still at work, nothing heard for ${seconds} s. Press Ctrl-C twice to stop waiting; it is never ended by us`,
    looking: (place: string): string => `Looking: ${place}`,
    starting: (title: string): string => `${title} …`,
    waiting: (holder: string, seconds: number): string =>
      `Waiting ${seconds} s: another program is installing (${holder})`,
    lookingAgain: 'Looking again …',
    cancelling: 'Stopping after this one. The uninstaller that is running now is left to finish.',
    leftovers: (n: number): string => `${n} leftover${s(n)}:`,
    saved: (path: string): string => `Saved ${path}`,
    replaced: (path: string): string => `What was in ${path} before was replaced.`,
    intact: 'This report is as it was written. The digest proves no author.',
    ignored: (parts: string): string => `Ignored, because this version does not know it: ${parts}`,
    runIs: (id: string): string => `Run ${id}`,
    foundBefore: 'Found before:',
    ended: (title: string, outcome: string): string => `${title}: ${outcome}`,
    nothingRemovable: 'There is nothing here that can be removed safely. “scan” says what was found.',
    /** What is wrong with a command line, without the end of the sentence. */
    wrong: {
      'no-command': () =>
        'Say what to do: scan, plan, remove, resume, verify, undo, forget, report, map or schema',
      'unknown-command': (v) => `Unknown command “${v['name'] ?? ''}”`,
      'unknown-option': (v) => `Unknown option “${v['name'] ?? ''}”`,
      'missing-argument': (v) => `“${v['name'] ?? ''}” is missing`,
      'missing-value': (v) => `The option “${v['name'] ?? ''}” needs a value`,
      'missing-option': (v) => `The option “${v['name'] ?? ''}” is needed`,
      'bad-value': (v) => `“${v['value'] ?? ''}” does not fit “${v['name'] ?? ''}”`,
      conflict: (v) => `The options “${v['name'] ?? ''}” and “${v['other'] ?? ''}” do not go together`,
      'only-one': (v) => `Use only one of these: ${v['names'] ?? ''}`,
      'goes-with': (v) => `The option “${v['name'] ?? ''}” goes with “${v['other'] ?? ''}”`,
      'too-many': () => 'There are too many words',
      'proof-first': () =>
        'With --leave-nothing the report has to go somewhere else: add --out or --portable',
    } satisfies Record<UsageFault, (v: Values) => string>,
    nearest: (names: string): string => `(perhaps you mean ${names})`,
    choices: (names: string): string => `You can choose ${names}`,
    /** What an option takes. `known`: the languages. */
    wanted: {
      seconds: () => 'Give whole seconds',
      number: () => 'Give a number above 0',
      format: () => 'Choose html, json or csv',
      form: () => 'Give a name that ends in .html or .csv',
      day: () => 'Give a day of the calendar as YYYY-MM-DD',
      language: (known) => `Choose one of these languages: ${known}`,
    } satisfies Record<WantedValue, (known: string) => string>,

    help: {
      summary:
        'Finds every Kaspersky product on a computer, removes it with its own uninstaller and proves that it is gone.',
      scan: 'Look at this computer, or at a saved scan. Changes nothing',
      plan: 'Show what would be removed, in order, and what to think of first. Changes nothing',
      remove: 'Remove what was found, then look again. Needs administrator rights',
      toolFile: 'the downloaded file',
      checkTool: 'Tell whether a downloaded removal tool is really Kaspersky’s. Windows only; starts nothing',
      resume: 'Go on with a run that was interrupted, or that waited for a restart',
      passwordStdin:
        'read passwords from standard input: one line, or PRODUCT-ID, a tab and the password a line',
      leftovers: 'then set aside what is left, in a quarantine that “undo” empties',
      undo: 'Put back what a run set aside',
      undoRun: 'the run',
      forget: 'Delete what this computer keeps of a run, with what it set aside',
      leaveNothing:
        'once it is removed and verified, keep nothing of the run on this computer; needs --out or --portable',
      portable: 'keep runs and reports beside this program, as on a stick',
      verify: 'Look again and compare with the first look of a run, or check a report file',
      report: 'Write the report of a run, of a saved scan or of a report file',
      schema: 'Print the JSON Schema of a file: snapshot, report, map or directive',
      map: 'Roll up many reports: where it is, where it is gone, and who has not reported',
      mapFolder: 'the folder with the reports (JSON), and those below it',
      directive: 'whose deadlines to count: bod-17-01, or a file of your own',
      startDate: 'the day on which the clock starts, as YYYY-MM-DD',
      assets: 'which computers there are: a table with a heading, or one name a line',
      mapFormat: 'json, csv or html; without it the ending of --out says',
      form: 'write the plan and status report to fill in; FILE ends in .html or .csv',
      save: 'write the scan to FILE',
      from: 'use a saved scan instead of looking at this computer',
      product: 'only this product; may be given more than once',
      accept: 'go on although this hazard is there; may be given more than once',
      yes: 'do not ask',
      dryRun: 'show the plan and stop',
      out: 'write the report as JSON and HTML into DIR too',
      lockWait: 'how long to wait for another program that is installing',
      run: 'the run to look at; without it, the latest one of this computer',
      checkReport: 'check whether FILE was altered',
      reportRun: 'the run; without it, the latest one',
      reportIn: 'render this report file again',
      format: 'html, json or csv',
      outFile: 'where to write it',
      raw: 'keep names of people and serial numbers in the files; without it they are replaced by marks',
      kind: 'which file',
      json: 'write one JSON document to standard output',
      assetTag: 'the asset tag of this computer, for the report',
      ticket: 'the ticket, for the report',
      operator: 'who does it, for the report',
      reason: 'the directive, the order or the wish that it follows, for the report',
      stateDir: 'where runs are kept',
      quiet: 'no progress and no notes',
      example: (names: string): string => `work on a recorded example instead of this computer: ${names}`,
      exampleSpeed: 'how many times as fast as it was recorded',
      lang: (known: string): string => `the language: ${known}`,
      version: 'print the version',
      help: 'show this help',
      usageHeading: 'Usage:',
      argumentsHeading: 'Arguments:',
      optionsHeading: 'Options:',
      globalOptionsHeading: 'Global options:',
      commandsHeading: 'Commands:',
      optionsWord: '[options]',
      commandWord: '[command]',
      byDefault: 'default',
      choices: 'choices',
      examples: 'Examples:',
      exitCodesHeading: 'Exit codes:',
      exitCodes: [
        '0   nothing of Kaspersky here, or removed and verified, or nothing to do',
        '10  a Kaspersky product is installed',
        '11  no product; leftovers or something of another vendor with its engine',
        '12  nothing found, but a required place could not be looked at',
        '20  a restart is needed        21  not finished',
        '22  stopped by a hazard        23  administrator rights are missing',
        '24  stopped by a person        64  wrong usage',
        '65  bad or missing file        70  a bug in this program',
      ],
    },
  },

  /** Sentences of the printed report. */
  report: {
    title: 'Kaspersky removal report',
    identification: 'Kaspersky identification report',
    computer: 'Computer',
    name: 'Name',
    system: 'System',
    rights: 'Looked at with administrator rights',
    yes: 'yes',
    no: 'no',
    assetTag: 'Asset tag',
    ticket: 'Ticket',
    operator: 'Done by',
    created: 'Written',
    lookedAt: 'Looked at',
    tool: 'Tool',
    products: 'Products and leftovers',
    productsBefore: 'What was found before the removal',
    productsAfter: 'What is there now',
    noProducts: 'None.',
    product: 'Product',
    version: 'Version',
    statusHeading: 'Status',
    sure: 'How sure',
    evidence: 'Evidence',
    unattributed: 'Kaspersky’s, but of no product we know',
    unchecked: 'What could not be looked at',
    everythingLooked: 'Every required place could be looked at.',
    required: 'Required for the verdict',
    hazards: 'What had to be thought of first',
    accepted: 'Accepted',
    actions: 'What was done',
    planned: 'What would be done',
    outcome: 'Outcome',
    exitCode: 'Exit code',
    places: 'Where we looked',
    place: 'Place',
    looked: 'Looked at',
    signsOf: 'Signs of Kaspersky',
    notApplicable: 'Not on this computer',
    couldNot: 'Could not look',
    setAside: 'Leftovers set aside',
    setAsideNote: (run: string): string =>
      `They are in the quarantine of run ${run}; “undo ${run}” puts them back.`,
    leftAlone: 'Leftovers left alone',
    leftAloneWhy: 'Why',
    what: 'What',
    entries: 'Files and folders',
    reason: 'Directive or reason',
    machine: 'Mark of this computer',
    run: 'Run',
    lookedBefore: 'First look',
    redactedNote:
      'Names of people and serial numbers were replaced by marks such as [user-1]. One person may have more than one mark.',
    rawNote: 'Names of people and serial numbers stand as they are on the computer.',
    glance: 'At a glance',
    productsHere: 'Kaspersky products here',
    leftoversHere: 'Leftovers here',
    placesLooked: 'Places looked at in full',
    otherAntivirus: 'Other antivirus',
    fromTo: (before: string, now: string): string => `${before} → ${now}`,
    someOf: (some: string, all: string): string => `${some} of ${all}`,
    account: (name: string): string => `account ${name}`,
    undoOf: (how: string): string => `To have it back: ${how}`,
    toBeRemoved: 'Would be removed',
    time: 'From and to',
    size: 'Size',
    signsBefore: 'Signs before',
    signsAfter: 'Signs now',
    withGaps: (looked: string, gaps: number): string =>
      `${looked} (${counted(gaps, 'part closed', 'parts closed')})`,
    protection: 'What protects this computer now',
    antivirus: 'Antivirus',
    protectionShort: { active: 'on', none: 'none', unknown: 'not known' },
    protectionStates: {
      active: 'Another antivirus is on.',
      none: 'No other antivirus is on.',
      unknown: 'Whether another antivirus is on could not be told.',
      'not-listed': 'This kind of system keeps no list of antivirus programs.',
    } satisfies Record<Protection['state'], string>,
    antivirusStates: { on: 'on', off: 'off', snoozed: 'paused', expired: 'expired' },
    proof: 'Proof that nothing was altered',
    howToCheck: 'Anybody can check the JSON file of this report:',
    digest: 'Digest (SHA-256)',
    digestNote:
      'The digest shows whether this report was altered. It proves no author and no date. The JSON file is the original.',
  },

  map,

  /** Words of the native parts around the page: menus, file dialogs, the question before closing. */
  shell: {
    edit: 'Edit',
    view: 'View',
    menu: {
      undo: 'Undo',
      redo: 'Redo',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      resetZoom: 'Actual size',
      zoomIn: 'Zoom in',
      zoomOut: 'Zoom out',
      about: (app: string): string => `About ${app}`,
      services: 'Services',
      hide: (app: string): string => `Hide ${app}`,
      hideOthers: 'Hide others',
      unhide: 'Show all',
      quit: (app: string): string => `Quit ${app}`,
    },
    elevated:
      'The window does not start with administrator rights. Start it as yourself, or use the command line for that: removal-assistant remove.',
    closing: {
      title: 'Removal is under way',
      message: 'Removal is under way. It goes on until the current uninstaller is done.',
      keepOpen: 'Keep open',
      stopAndClose: 'Stop after this one and close',
    },
    openSnapshot: { title: 'Open a saved scan', filter: 'Saved scans' },
    saveReport: { title: 'Save report', fileName: 'kaspersky-report' },
  },

  /** Words of the window, a group a step. */
  work,

  window: {
    title: (heading: string, step: number, steps: number): string => `${heading} – Step ${step} of ${steps}`,
    language: 'Language',
    skip: 'Skip to this step',
    steps: 'Steps',
    sideLabel: 'This computer and the steps',
    stepPlace: {
      done: (step: number, steps: number): string => `, step ${step} of ${steps}, done`,
      now: (step: number, steps: number): string => `, step ${step} of ${steps}, you are here`,
      later: (step: number, steps: number): string => `, step ${step} of ${steps}, to come`,
    },
    thisComputer: 'This computer',
    savedScan: 'Saved scan',
    systems: { windows: 'Windows', macos: 'macOS', linux: 'Linux' } satisfies Record<OperatingSystem, string>,
    back: 'Back',
    tryAgain: 'Try again',
    lookAgain: 'Look again',
    loading: 'Getting ready',
    version: (version: string): string => `Version ${version}`,
    signs: (n: number): string => `${count(n)} sign${s(n)}`,
    number: count,
    bytes,
    clock,
    clockWithSeconds,
    elapsed,

    evidence: {
      show: 'Evidence',
      of: (name: string): string => `Evidence: ${name}`,
      sign: 'Sign',
      saw: 'What we saw',
      why: 'Why it counts',
      none: 'No sign could be read.',
      more: (n: number): string => `Show all ${count(n)} signs`,
      moreOf: (n: number, name: string): string => `Show all ${count(n)} signs: ${name}`,
      process: (pid: number): string => `process ${pid}`,
    },

    unchecked: {
      heading: (n: number): string => `Could not look in ${count(n)} place${s(n)}`,
      notClean: 'Until we look there, we cannot call this computer clean.',
      stillOpen: 'The verdict does not depend on it.',
      required: 'Needed to call this computer clean',
      part: (place: string, source: string): string => `${place}: ${source}`,
      why: sentence,
      asAdministrator:
        'Looking with administrator rights may open them: type “removal-assistant scan” in a terminal that has them.',
    },

    start: {
      name: 'Start',
      heading: 'Find and remove Kaspersky from this computer',
      lead: 'First we look. Then you decide. Nothing changes until you say so.',
      who: 'Whose computer is this?',
      whoChoices: {
        own: { name: 'My computer', hint: 'I look after it myself.', note: 'My computer' },
        work: { name: 'My work computer', hint: 'My employer looks after it.', note: 'My work computer' },
        helping: {
          name: 'I’m helping someone',
          hint: 'I look after it for others.',
          note: 'Helping someone',
        },
      },
      forReport: 'For the report',
      mayStayEmpty: 'You can leave these empty',
      assetTag: 'Asset tag',
      ticket: 'Ticket',
      operator: 'Done by',
      reason: 'Directive or reason',
      does: 'What it does',
      doesPlaces: (n: number): string => `Looks in ${count(n)} place${s(n)} and shows each of them`,
      doesRisks: 'Checks for risks before anything changes',
      doesRemove: {
        linux: 'Removes with this computer’s package manager',
        windows: 'Removes with the products’ own uninstallers',
        macos: 'Removes with the products’ own uninstallers',
      } satisfies Record<OperatingSystem, string>,
      doesReport: 'Looks a second time and writes a report',
      doesNot: 'What it does not do',
      doesNotList: [
        'Guess or get around passwords',
        'Touch your own files',
        'Delete leftovers for good',
        'Send anything out of this computer',
      ],
      private: 'Nothing leaves this computer.',
      open: 'Open a saved scan',
      opening: 'Opening',
      openFailed: 'The saved scan could not be opened',
      look: 'Look for Kaspersky',
      describeFailed: 'We could not read what computer this is',
      warnings: {
        'stand-in': 'This window runs on an older stand-in runtime. Use it for tests only.',
        'elevated-window': 'This window runs with administrator rights. Close it when you are done.',
      },
      warningHeading: 'Good to know about this window',
    },

    example: {
      heading: 'Try it without Kaspersky',
      lead: 'See the whole way on a recorded example computer. Nothing on your own computer is read or changed.',
      opening: 'Opening',
      failed: 'The example could not be opened',
      leave: 'Leave the example',
    },

    identify: {
      name: 'Identify',
      lookingHeading: 'Looking for Kaspersky',
      lookingLead: 'We only read. Nothing changes, and you can keep working.',
      progress: (done: number, all: number): string => `${count(done)} of ${count(all)} places`,
      progressName: 'Places looked at',
      resultSoon: 'You will see the result here when all places are done.',
      stop: 'Stop looking',
      stopping: 'Stopping',
      waiting: 'Waiting',
      looking: 'Looking',
      lookedAt: (n: number): string => `${count(n)} looked at`,
      notHere: 'Not on this computer',
      couldNot: 'Could not look',
      couldNotWhy: (why: string): string => `Could not look. ${sentence(why)}`,
      gaps: (n: number): string => `${count(n)} part${s(n)} could not be looked at`,
      stoppedHeading: 'You stopped looking',
      stoppedText: 'Nothing was changed. Without a full look we cannot say what is on this computer.',
      failedHeading: 'We could not look',
      planFailed: 'We could not make the plan',

      foundHeading: (n: number): string =>
        `${count(n)} Kaspersky product${s(n)} ${n === 1 ? 'is' : 'are'} on this computer`,
      foundLead: 'Nothing has changed yet. Choose what should go.',
      foundLeadReport: 'Nothing has changed. There is nothing here that we can remove.',
      leftoversHeading: 'Something of Kaspersky is still on this computer',
      leftoversLead:
        'No Kaspersky product is installed. These things were left behind or came from elsewhere.',
      unknownHeading: (n: number): string =>
        `We found nothing, but ${count(n)} place${s(n)} stayed closed to us`,
      cleanHeading: 'Nothing of Kaspersky is on this computer',

      savedFoundHeading: (n: number): string =>
        `${count(n)} Kaspersky product${s(n)} ${n === 1 ? 'is' : 'are'} in this saved scan`,
      savedLeftoversHeading: 'Something of Kaspersky is in this saved scan',
      savedUnknownHeading: (n: number): string =>
        `Nothing is in this saved scan, but ${count(n)} place${s(n)} stayed closed`,
      savedCleanHeading: 'Nothing of Kaspersky is in this saved scan',
      savedVerdict: {
        leftovers: 'No Kaspersky product was installed. Something of Kaspersky was still there.',
        unknown: 'The scan could not look everywhere, so nobody can call that computer clean by it.',
        clean: 'Nothing of Kaspersky was there, and the scan looked everywhere it needs to.',
      },
      savedNotice: (name: string | undefined): string =>
        name === undefined ? 'This is a saved scan of another computer' : `This is a saved scan of ${name}`,
      savedWhy: 'We can only remove from the computer that we run on. Start this program there to remove.',
      ignoredNotice: 'Parts of the file were left out',
      ignored: (parts: string): string => `This version does not know them: ${parts}`,

      groups: {
        installed: 'Can be removed here',
        leftovers: 'Leftovers',
        'report-only': 'Server product: report only',
        'vendor-tool': 'Vendor tool left on disk',
        successor: 'Successor, not Kaspersky',
        oem: 'Other vendor, with Kaspersky’s engine',
      } satisfies Record<DetectionStatus, string>,
      installedSaved: 'Installed',
      groupNotes: {
        installed: '',
        leftovers: 'Left behind by a product. Nothing of it is touched unless you say so.',
        'report-only': 'Other computers rely on it, so we leave it alone.',
        'vendor-tool': 'We list it and leave it alone.',
        successor:
          'It came in place of Kaspersky and is not Kaspersky’s. We leave it alone unless you tick it.',
        oem: 'It belongs to another vendor. We leave it alone.',
      } satisfies Record<DetectionStatus, string>,
      unattributed: 'Kaspersky’s, but of no product we know',
      chosen: (n: number, all: number): string => `${count(n)} of ${count(all)} chosen`,
      choose: (name: string): string => `Remove ${name}`,
      places: 'Where we looked',
      placesSummary: (looked: number, notHere: number, closed: number): string =>
        [
          `${count(looked)} looked at`,
          ...(notHere === 0 ? [] : [`${count(notHere)} not on this computer`]),
          ...(closed === 0 ? [] : [`${count(closed)} could not look`]),
        ].join(' · '),
      noneMatch: 'none match',
      match: (n: number): string => `${count(n)} match`,
      prepare: (n: number): string =>
        n === 0 ? 'Prepare to remove' : `Prepare to remove ${count(n)} product${s(n)}`,
      preparing: 'Preparing',
      chooseFirst: 'Choose at least one product.',
      noteFound: (n: number): string => `${count(n)} product${s(n)} found`,
      noteNothing: 'Nothing found',
      noteLeftovers: 'Leftovers found',
    },

    prepare: {
      name: 'Prepare',
      heading: 'Before we remove anything',
      stops: (n: number): string => (n === 1 ? '1 thing stops us.' : `${count(n)} things stop us.`),
      left: (n: number): string =>
        n === 1 ? '1 thing is left for you to do.' : `${count(n)} things are left for you to do.`,
      ready: 'Nothing stands in the way.',
      noStop: 'Cannot be skipped',
      why: 'Why it matters',
      whatToDo: 'What to do',
      checkAgain: 'Check again',
      checkAgainOf: (title: string): string => `Check again: ${title}`,
      checking: 'Checking',
      checkingOf: (title: string): string => `Checking: ${title}`,
      checkEverything: 'Check everything again',
      toDo: 'To do',
      typed: 'You chose to go on',
      word: 'remove',
      wordLabel: (word: string): string => `To go on all the same, type “${word}”`,
      wordHint: 'Do these first. Type the word only when you know what follows.',
      read: 'I have read this',
      order: 'What will be removed, in this order',
      packageBefore: 'Package ',
      nothing: 'There is nothing here that we can remove safely.',
      noRights: 'Removing needs administrator rights',
      noRightsLead: 'The plan is ready, but we may not carry it out.',
      noRightsHow: 'Ask the person who looks after this computer. You can save the report now.',
      notGiven: 'Nothing was removed',
      changed: 'There is more than you agreed to',
      changedLead:
        'With administrator rights we looked again. Nothing was changed. Read the plan once more, then decide.',
      changedActions: (names: string): string => `Would also be removed: ${names}`,
      changedHazards: (titles: string): string => `Also to think of: ${titles}`,
      changedProducts: (names: string): string =>
        `Not here any more, or found to be another product: ${names}`,
      blockedNote: 'You can go on once nothing stops us.',
      noteType: (word: string): string => `Type “${word}” under “Do first” to go on.`,
      noteRead: 'Tick “I have read this” to go on.',
      noteReady: 'The next button starts removing.',
      noteAsks: 'The next button asks for administrator rights, then starts removing.',
      remove: (n: number): string => `Remove ${count(n)} product${s(n)}`,
      removeAsking: (n: number, os: OperatingSystem): string =>
        `Remove ${count(n)} product${s(n)} (asks for ${os === 'windows' ? 'administrator rights' : 'your administrator password'})`,
      failed: 'The check did not end well',
      note: 'Checks done',
    },

    remove: {
      name: 'Remove',
      heading: 'Removing Kaspersky',
      lead: (n: number, all: number): string =>
        `Part ${count(n)} of ${count(all)}. Keep the computer on. You can use other programs.`,
      starting: 'Starting. Keep the computer on. You can use other programs.',
      askingRights: 'Your computer asks for administrator rights now. Nothing changes before you agree.',
      lookingAgain: 'Looking again',
      lookingAgainLead: 'We look a second time to make sure. This takes a moment.',
      waiting: 'Waits for its turn',
      working: 'Working',
      workingLine: (line: string): string => `Working: ${line}`,
      quietFor: (seconds: number): string =>
        `Still working. It has said nothing for ${span(seconds)}; we go on waiting.`,
      held: (holder: string, seconds: number): string =>
        `Another program is installing (${holder}). We wait for it: ${span(seconds)} so far.`,
      leftAlone: (why: string): string => `Left alone. ${why}`,
      exitCode: (code: number): string => `Exit code ${code}`,
      details: (name: string): string => `Details: ${name}`,
      showDetails: 'Details',
      log: 'What is happening, line by line',
      logEmpty: 'No line yet.',
      logDropped: (n: number): string => `${count(n)} earlier line${s(n)} left out here.`,
      quiet: 'Nothing for you to do. It can be quiet for some minutes; that is normal.',
      stop: 'Stop after this one',
      stopping: 'Stopping after this one',
      stoppingNote: 'The uninstaller that is running now is left to finish.',
      nothingRemoved: 'Nothing was removed',
      endedEarly: 'The removal ended early',
      lostSight: 'We do not know how it ended.',
      stoppedHeading: 'You stopped the removal',
      afterFailure: 'Look again to see what is on this computer now.',
      note: (n: number, all: number): string => `${count(n)} of ${count(all)} removed`,
    },

    restart: {
      name: 'Restart',
      heading: 'Restart to continue',
      /** `names`: of the products that wait for it. */
      lead: (names: string): string => `Only a restart makes this go for good: ${names}.`,
      done: 'What can go without a restart is done',
      doneAt: (time: string): string => `Done at ${time}.`,
      restarts: 'The computer restarts',
      saveWork: 'Save your work first. This takes some minutes.',
      signIn: 'You sign in as usual',
      anyAccount: 'With the same account as now, or with another one.',
      opensItself: 'This assistant opens by itself',
      openYourself: 'You open this assistant yourself',
      looksAgain: 'It goes on from here, then looks everywhere a second time.',
      savedHeading: 'Your place is saved',
      savedText:
        'If this window does not open after the restart, start the assistant again. It continues from here.',
      mayClose: 'You can also close this window. Nothing is lost.',
      later: 'Restart later',
      now: 'Restart now',
      restarting: 'Restarting …',
      failedHeading: 'The computer could not be restarted',
      byHandHeading: 'This assistant cannot open by itself after the restart',
      goOnHeading: 'Going on',
      goOnLead:
        'The removal was not at its end. We do what is left of it, then look everywhere a second time.',
      goingOn: 'We do what is left of it, then look everywhere a second time.',
      began: 'The removal began',
      beganWith: 'What was agreed to then is kept in its record.',
      rights: 'Administrator rights',
      rightsAsked: 'Your computer asks for them before anything is done.',
      rest: 'What is left is removed',
      secondLook: 'We look everywhere a second time',
      secondLookShows: 'Then you see whether Kaspersky is gone, and you can save the report.',
      goOnNote: 'Nothing happens but what was agreed to at the beginning.',
      goOn: 'Go on',
      goOnAsking: 'Go on (asks for administrator rights)',
      goOnFailed: 'It could not go on',
      terminal: 'Or type this in a terminal with administrator rights:',
      openHeading: 'A removal on this computer is not at its end',
      openText: 'It was interrupted, or it waited for a restart.',
    },

    confirm: {
      name: 'Confirm',
      headings: {
        found: 'Kaspersky is still on this computer',
        leftovers: 'The products are gone. Leftovers remain',
        unknown: 'Nothing found, but we could not look everywhere',
        clean: 'Nothing of Kaspersky is on this computer',
        removed: 'Confirmed: Kaspersky is removed',
        'restart-needed': 'Restart to finish',
        incomplete: 'The removal is not finished',
      } satisfies Record<Verdict, string>,
      partHeading: 'What you chose is gone',
      unsavedHeading: 'The record of this removal was not written',
      unsavedText: 'Save the report now: it is the only proof of what was done.',
      /** What the second look says, then the way on. */
      sentences: {
        found: () => 'Look again, then choose what should go.',
        leftovers: (places) =>
          `We looked again in ${count(places)} place${s(places)}. No product is installed. What is left is listed below.`,
        unknown: () => 'Until we can look everywhere, we cannot call this computer clean.',
        clean: (places) =>
          `We looked again in ${count(places)} place${s(places)}. Nothing of Kaspersky is here.`,
        removed: (places) =>
          `We looked again in ${count(places)} place${s(places)}. Nothing of Kaspersky is installed or running.`,
        'restart-needed': () =>
          'Restart this computer. If this program does not open by itself then, start it again. It goes on from here.',
        incomplete: () =>
          'Something of Kaspersky is still here or could not be checked. See below what is left, then look again.',
      } satisfies Record<Verdict, (places: number) => string>,
      compare: 'Before and after',
      compareHint: 'Signs of Kaspersky in each place',
      place: 'Place',
      before: 'Before',
      after: 'After',
      result: 'Result',
      noNumber: '–',
      noNumberSpoken: 'not looked at',
      results: {
        gone: 'Gone',
        leftOver: (n: number): string => `${count(n)} left over`,
        stillThere: (n: number): string => `${count(n)} still there`,
        nothing: 'Nothing, as before',
        nothingNow: 'Nothing there',
        couldNot: 'Could not look',
        partly: 'Could not look everywhere',
        notHere: 'Not on this computer',
      },
      done: 'What was done',
      still: 'Still installed',
      leftovers: 'Leftovers',
      noLeftovers: 'The second look found no leftovers.',
      noLeftoversSeen: 'We found no leftovers where we could look.',
      signsHere: (n: number): string => `${count(n)} sign${s(n)} left`,
    },

    report: {
      format: 'Report format',
      formats: { pdf: 'PDF', html: 'HTML', json: 'JSON', csv: 'CSV' },
      for: (parts: readonly string[]): string => `For ${parts.join(', ')}`,
      assetTag: (value: string): string => value,
      ticket: (value: string): string => `ticket ${value}`,
      operator: (value: string): string => `done by ${value}`,
      raw: 'With names of people and serial numbers',
      rawNote: 'They stand as they are on this computer, in files and in the summary.',
      redactedNote: 'Marks such as [user-1] stand in their place, in files and in the summary.',
      save: 'Save report',
      saving: 'Saving',
      saved: (fileName: string, folder: string): string => `Saved ${fileName} in ${folder}`,
      savedWhere: (
        fileName: string,
        folder: string,
      ): { before: string; file: string; between: string; folder: string } => ({
        before: 'Saved ',
        file: fileName,
        between: ' in ',
        folder,
      }),
      saveFailed: 'The report was not saved',
      copy: 'Copy summary for the ticket',
      copying: 'Copying',
      copied: 'Copied. Paste it where you need it.',
      copyFailed: 'The summary was not copied',
    },

    status: {
      looking: (done: number, all: number): string => `Looking. ${count(done)} of ${count(all)} places done.`,
      removing: (ended: number, all: number): string =>
        `Removing. ${count(ended)} of ${count(all)} parts done.`,
      waitingForOther: 'Waiting for another program that is installing.',
      checkedAgain: 'Checked again.',
    },
  },
};

export type Texts = typeof en;

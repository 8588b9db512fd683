// Turns Node for Windows and a script into one Windows program of our own name. Pure: bytes in, bytes out.
// https://nodejs.org/docs/latest-v22.x/api/single-executable-applications.html
const { NtExecutable, NtExecutableResource, Data, Resource } = require('resedit');

// Node looks for its script only where this switch, which is in the binary exactly once, was thrown.
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';
const rawData = 10;
const versionInfo = 16;
const english = 1033;
const unicode = 1200;

/** Throws the switch in place. Another Node than the expected one has none, or several. */
function throwFuse(binary) {
  const off = Buffer.from(`${fuse}:0`);
  const at = binary.indexOf(off);
  if (at < 0 || binary.includes(off, at + 1)) {
    throw new Error('This node.exe cannot carry a program: its switch is not there exactly once.');
  }
  binary.write('1', at + off.length - 1, 'latin1');
}

/** The four numbers of a Windows version; what follows a hyphen has no place in them. */
function windowsVersion(version) {
  const match = /^(\d+)\.(\d+)\.(\d+)(?:[-+].*)?$/.exec(version);
  if (!match) throw new Error(`Not a version: ${version}`);
  return [...match.slice(1).map(Number), 0];
}

/**
 * In a single program `require` knows Node's own modules only. With this line before it the script finds the rest in
 * node_modules beside the program.
 */
function programScript(bundle) {
  return `require = require('node:module').createRequire(process.execPath);\n${bundle}`;
}

const bytes = (buffer) => buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength);

function name(resources, { version, strings }) {
  const numbers = windowsVersion(version);
  // Node's own entry says that the file is Node, and who made it.
  resources.entries = resources.entries.filter((entry) => entry.type !== versionInfo);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = english;
  // A program (VFT_APP) for Windows (VOS_NT_WINDOWS32).
  Object.assign(info.fixedInfo, { fileType: 1, fileOS: 0x4_0004, fileFlagsMask: 0x3f });
  info.setFileVersion(...numbers, english);
  info.setProductVersion(...numbers, english);
  info.setStringValues({ lang: english, codepage: unicode }, strings);
  info.outputToResourceEntries(resources.entries);
}

function giveIcon(resources, icon) {
  const [group] = Resource.IconGroupEntry.fromEntries(resources.entries);
  const images = Data.IconFile.from(bytes(icon)).icons.map((item) => item.data);
  Resource.IconGroupEntry.replaceIconsForResource(resources.entries, group?.id ?? 1, english, images);
}

/**
 * @param {{nodeExe: Buffer, blob: Buffer, icon: Buffer, version: string, strings: Record<string, string>}} parts
 * `blob`: what Node of the very same version made of the script. The signature of Node's makers is left out, because
 * it would no longer fit.
 */
function windowsProgram({ nodeExe, blob, icon, version, strings }) {
  const binary = Buffer.from(nodeExe);
  throwFuse(binary);
  const executable = NtExecutable.from(binary, { ignoreCert: true });
  const resources = NtExecutableResource.from(executable);
  name(resources, { version, strings });
  giveIcon(resources, icon);
  resources.entries.push({ type: rawData, id: 'NODE_SEA_BLOB', lang: 0, codepage: 0, bin: bytes(blob) });
  resources.outputResource(executable);
  return Buffer.from(executable.generate());
}

module.exports = { windowsProgram, programScript, windowsVersion, throwFuse };

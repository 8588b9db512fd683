/** Characters that nobody sees and that change how others are shown: control, direction, joining and break characters. */
const beyondAscii = '\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff';

export const hiddenBeyondAscii = new RegExp(`[${beyondAscii}]`, 'g');
const hidden = new RegExp(`[\\u0000-\\u001f${beyondAscii}]`, 'g');

const lookalikes: Readonly<Record<string, string>> = { '\u007f': '␡' };

export const escaped = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Makes control and direction characters from data visible, so that no file name can rewrite a terminal or a line. */
export const printable = (text: string): string =>
  text.replace(hidden, (character) => {
    const code = character.charCodeAt(0);
    return lookalikes[character] ?? (code < 0x20 ? String.fromCharCode(0x2400 + code) : escaped(character));
  });

// Draws the product's icon and writes it in every form the packages need: node build/icons/make-icons.cjs
// A magnifier with a tick in it: looked, and found in order. The output is committed; this runs only to change it.
const fs = require('node:fs');
const path = require('node:path');
const zlib = require('node:zlib');

const blueTop = [74, 127, 181];
const blueBottom = [36, 76, 122];
const white = [255, 255, 255];
const samples = 4;

// Shapes on a unit square, as distances: negative inside.
const length = Math.hypot;
const roundedSquare = (x, y) => {
  const half = 0.46;
  const corner = 0.2;
  const dx = Math.max(Math.abs(x - 0.5) - (half - corner), 0);
  const dy = Math.max(Math.abs(y - 0.5) - (half - corner), 0);
  return length(dx, dy) - corner;
};
const ring = (x, y) => Math.abs(length(x - 0.44, y - 0.44) - 0.215) - 0.034;
const stroke = (ax, ay, bx, by, width) => (x, y) => {
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2);
  const t = Math.min(1, Math.max(0, along));
  return length(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - width;
};
const foreground = [
  ring,
  stroke(0.615, 0.615, 0.77, 0.77, 0.048),
  stroke(0.345, 0.445, 0.415, 0.515, 0.03),
  stroke(0.415, 0.515, 0.54, 0.375, 0.03),
];

function colourAt(x, y) {
  if (roundedSquare(x, y) > 0) return undefined;
  if (foreground.some((shape) => shape(x, y) <= 0)) return white;
  return blueTop.map((top, i) => top + (blueBottom[i] - top) * y);
}

function draw(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let s = 0; s < samples * samples; s++) {
        const x = (px + ((s % samples) + 0.5) / samples) / size;
        const y = (py + (Math.floor(s / samples) + 0.5) / samples) / size;
        const colour = colourAt(x, y);
        if (!colour) continue;
        covered++;
        colour.forEach((value, i) => (sum[i] += value));
      }
      const at = py * (size * 4 + 1) + 1 + px * 4;
      if (covered > 0) sum.forEach((value, i) => (rows[at + i] = Math.round(value / covered)));
      rows[at + 3] = Math.round((covered / samples ** 2) * 255);
    }
  }
  return rows;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

// zlib.crc32 came with a later Node than this project asks for.
function crc32(data) {
  let crc = ~0;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function png(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8); // 8 bits, RGBA
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const pixels = zlib.deflateSync(draw(size), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Windows: a directory of images, each a whole PNG. */
function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach(({ size, data }, i) => {
    const at = 6 + 16 * i;
    head[at] = head[at + 1] = size % 256; // 0 stands for 256
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(data.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += data.length;
  });
  return Buffer.concat([head, ...images.map(({ data }) => data)]);
}

/** macOS: entries of a four-letter type (which stands for a size), a length and a whole PNG. */
function icns(entries) {
  const entry = (type, data) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(data.length + 8, 4);
    return Buffer.concat([head, data]);
  };
  return entry('icns', Buffer.concat(entries.map(([type, data]) => entry(type, data))));
}

const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const images = new Map(sizes.map((size) => [size, png(size)]));
const write = (name, data) => fs.writeFileSync(path.join(__dirname, name), data);

write('icon.png', images.get(512));
write('icon.ico', ico([16, 24, 32, 48, 64, 128, 256].map((size) => ({ size, data: images.get(size) }))));
const macTypes = { ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
write('icon.icns', icns(Object.entries(macTypes).map(([type, size]) => [type, images.get(size)])));
fs.mkdirSync(path.join(__dirname, 'linux'), { recursive: true });
for (const size of [16, 32, 48, 64, 128, 256, 512]) write(`linux/${size}x${size}.png`, images.get(size));

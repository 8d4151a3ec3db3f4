// A text of ASCII as a QR code (ISO/IEC 18004): bytes, correction M, mask 0, which every reader accepts.
// The drawing is a list of rows of dark and light, as apps/selfcheck/templatetags/qr.py draws them on the server.
const CORRECTION = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
const LEVEL_M_MASK_0 = 0b101010000010010;

/** How many bits a version holds. @type {(version: number) => number} */
function room(version) {
  const marks = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const all = (16 * version + 128) * version + 64 - (marks > 0 ? (25 * marks - 10) * marks - 55 : 0);
  return version > 6 ? all - 36 : all;
}

/** @type {(version: number) => number} */
const wordsOf = (version) => Math.floor(room(version) / 8) - CORRECTION[version] * BLOCKS[version];

/** Multiplies in the field of 256 elements. @type {(one: number, other: number) => number} */
function times(one, other) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((other >>> bit) & 1) * one);
  }
  return product;
}

/** @type {(words: number[], count: number) => number[]} */
function correction(words, count) {
  let divisor = [...Array(count - 1).fill(0), 1], root = 1;
  for (let at = 0; at < count; at += 1, root = times(root, 2)) {
    divisor = divisor.map((word, n) => times(word, root) ^ (n + 1 < count ? divisor[n + 1] : 0));
  }
  let rest = Array(count).fill(0);
  for (const word of words) {
    const factor = word ^ rest[0];
    rest = [...rest.slice(1), 0].map((one, n) => one ^ times(divisor[n], factor));
  }
  return rest;
}

/** The text as words, filled up to the version's end. @type {(text: string, version: number) => number[]} */
function wordsIn(text, version) {
  const long = version > 9 ? 16 : 8, bytes = [...text].map((sign) => sign.charCodeAt(0));
  /** @type {(number: number, length: number) => string} */
  const bits = (number, length) => number.toString(2).padStart(length, "0");
  const said = `0100${bits(bytes.length, long)}${bytes.map((byte) => bits(byte, 8)).join("")}0000`;
  const whole = said.padEnd(Math.ceil(said.length / 8) * 8, "0");
  const words = (whole.match(/.{8}/g) || []).map((word) => parseInt(word, 2));
  for (let pad = 0xec; words.length < wordsOf(version); pad ^= 0xec ^ 0x11) words.push(pad);
  return words.slice(0, wordsOf(version));
}

/** The words of all blocks, one of each in turn. @type {(words: number[], version: number) => number[]} */
function woven(words, version) {
  const blocks = BLOCKS[version], count = CORRECTION[version], short = Math.floor(words.length / blocks);
  const long = words.length % blocks, parts = [];
  for (let at = 0, n = 0; n < blocks; n += 1) {
    const end = at + short + (n >= blocks - long ? 1 : 0);
    parts.push(words.slice(at, end));
    at = end;
  }
  /** @type {(rows: number[][]) => number[]} */
  const inTurn = (rows) => [...Array(Math.max(...rows.map((row) => row.length))).keys()]
    .flatMap((at) => rows.filter((row) => at < row.length).map((row) => row[at]));
  return [...inTurn(parts), ...inTurn(parts.map((part) => correction(part, count)))];
}

/** @type {(version: number, size: number) => number[]} */
function marksOf(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2, step = Math.ceil((size - 13) / (count * 2 - 2)) * 2;
  return [6, ...[...Array(count - 1).keys()].map((at) => size - 7 - at * step).reverse()];
}

/** @type {(version: number) => number} */
function versionBits(version) {
  let rest = version;
  for (let n = 0; n < 12; n += 1) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25);
  return (version << 12) | rest;
}

/**
 * What stands in every code of a version; undefined where data go.
 * @type {(version: number) => (boolean | undefined)[][]}
 */
function frame(version) {
  const size = version * 4 + 17;
  /** @type {(boolean | undefined)[][]} */
  const rows = [...Array(size)].map(() => Array(size).fill(undefined));
  /** @type {(x: number, y: number, dark: boolean) => void} */
  const put = (x, y, dark) => { if (rows[y] && x >= 0 && x < size) rows[y][x] = dark; };
  for (let at = 0; at < size; at += 1) { put(6, at, at % 2 === 0); put(at, 6, at % 2 === 0); }
  /** @type {(x: number, y: number, around: number, light: number[]) => void} */
  const rings = (x, y, around, light) => {
    for (let dy = -around; dy <= around; dy += 1) {
      for (let dx = -around; dx <= around; dx += 1) {
        put(x + dx, y + dy, !light.includes(Math.max(Math.abs(dx), Math.abs(dy))));
      }
    }
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) rings(x, y, 4, [2, 4]);
  const marks = marksOf(version, size), last = marks.length - 1;
  for (const [i, x] of marks.entries()) {
    for (const [j, y] of marks.entries()) {
      if (!((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0))) rings(x, y, 2, [1]);
    }
  }
  /** @type {(n: number) => boolean} */
  const bit = (n) => ((LEVEL_M_MASK_0 >>> n) & 1) === 1;
  for (let n = 0; n < 15; n += 1) {
    const along = n < 6 ? n : n < 8 ? n + 1 : size - 15 + n, across = n < 8 ? size - 1 - n : n === 8 ? 7 : 14 - n;
    put(8, along, bit(n));
    put(across, 8, bit(n));
  }
  put(8, size - 8, true);
  for (let n = 0; version > 6 && n < 18; n += 1) {
    const dark = ((versionBits(version) >>> n) & 1) === 1, near = Math.floor(n / 3), far = size - 11 + (n % 3);
    put(far, near, dark);
    put(near, far, dark);
  }
  return rows;
}

/** @type {(text: string) => boolean[][]} */
export function qrCode(text) {
  const version = BLOCKS.findIndex((_, at) => at > 0 && wordsOf(at) >= text.length + (at > 9 ? 3 : 2));
  const rows = frame(version), size = rows.length, words = woven(wordsIn(text, version), version);
  let at = 0;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      const upward = ((right + 1) & 2) === 0, y = upward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (rows[y][x] !== undefined) continue;
        const dark = at < words.length * 8 && ((words[at >>> 3] >>> (7 - (at & 7))) & 1) === 1;
        rows[y][x] = dark !== ((x + y) % 2 === 0);
        at += 1;
      }
    }
  }
  return rows.map((row) => row.map(Boolean));
}

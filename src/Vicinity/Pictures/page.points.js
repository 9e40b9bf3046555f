
"use strict";

// ---- The data: positions are whole numbers 0 ... 65535 in a square, y downwards; every point has the number of its name. ----

const data = JSON.parse(document.getElementById("data").textContent);
const count = data.points;
const positions = new Uint16Array(decode(data.positions).buffer);
const codes = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array }[data.codeBytes];
const names = data.names.length > 0 ? new codes(decode(data.codes).buffer) : null;
const order = shuffled(count);
const cells = grid();
const extent = bounds();

function decode(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < bytes.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}

// No class covers all others, and the first points are a fair sample of all.
function shuffled(length) {
  const result = Uint32Array.from({ length }, (_, k) => k);
  let state = 1;
  for (let k = length - 1; k > 0; k--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor(state / 4294967296 * (k + 1));
    [result[k], result[other]] = [result[other], result[k]];
  }
  return result;
}

// The points of each of 256 x 256 cells, one after the other.
function grid() {
  const starts = new Uint32Array(65537);
  for (let i = 0; i < count; i++) starts[cellOf(i) + 1]++;
  for (let c = 0; c < 65536; c++) starts[c + 1] += starts[c];
  const next = starts.slice();
  const points = new Uint32Array(count);
  for (let i = 0; i < count; i++) points[next[cellOf(i)]++] = i;
  return { starts, points };
}

function cellOf(i) {
  return (positions[2 * i + 1] & 0xff00) | (positions[2 * i] >> 8);
}

function bounds() {
  const box = { left: 65535, top: 65535, right: 0, bottom: 0 };
  for (let i = 0; i < count; i++) {
    box.left = Math.min(box.left, positions[2 * i]);
    box.right = Math.max(box.right, positions[2 * i]);
    box.top = Math.min(box.top, positions[2 * i + 1]);
    box.bottom = Math.max(box.bottom, positions[2 * i + 1]);
  }
  return count > 0 ? box : { left: 0, top: 0, right: 65535, bottom: 65535 };
}

function classOf(i) {
  return names === null ? 0 : data.classOfName[names[i]];
}

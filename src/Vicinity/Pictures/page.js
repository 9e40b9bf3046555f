
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

// ---- The view ----

const stage = document.getElementById("stage");
const canvas = document.getElementById("points");
const context = canvas.getContext("2d", { alpha: false });
const marks = document.getElementById("marks").getContext("2d");
const card = document.getElementById("card");
const dark = matchMedia("(prefers-color-scheme: dark)");
const shown = data.classes.map(() => true);
const sampleWhileMoving = 150000;
const view = { scale: 1, x: 0, y: 0, fitted: 1, width: 1, height: 1, dots: 1 };
let image = null;
let pixels = null;
let colors = [];
let hovered = -1;
let moving = false;
let settle = 0;
let pending = false;

function resize() {
  const wasFitted = view.scale === view.fitted || image === null;
  view.dots = devicePixelRatio || 1;
  view.width = Math.max(1, stage.clientWidth);
  view.height = Math.max(1, stage.clientHeight);
  for (const target of [canvas, marks.canvas]) {
    target.width = Math.round(view.width * view.dots);
    target.height = Math.round(view.height * view.dots);
  }
  image = context.createImageData(canvas.width, canvas.height);
  pixels = new Uint32Array(image.data.buffer);
  view.fitted = fittedScale();
  if (wasFitted) fit();
  paint();
}

function fittedScale() {
  const margin = 24;
  const width = Math.max(1, extent.right - extent.left);
  const height = Math.max(1, extent.bottom - extent.top);
  return Math.min(Math.max(1, view.width - 2 * margin) / width, Math.max(1, view.height - 2 * margin) / height);
}

function fit() {
  view.scale = view.fitted;
  view.x = view.width / 2 - (extent.left + extent.right) / 2 * view.scale;
  view.y = view.height / 2 - (extent.top + extent.bottom) / 2 * view.scale;
}

function zoom(factor, x, y) {
  const scale = Math.min(Math.max(view.scale * factor, view.fitted / 4), view.fitted * 400);
  view.x = x - (x - view.x) * scale / view.scale;
  view.y = y - (y - view.y) * scale / view.scale;
  view.scale = scale;
  move();
}

// ---- Drawing: discs as stamps of whole-number coverage, the same arithmetic as in the written pictures. ----

function pointStyle() {
  const side = Math.sqrt(view.width * view.height) * view.dots;
  const zoomed = Math.max(1, view.scale / view.fitted);
  const wished = 0.033 * side * Math.sqrt(zoomed) / Math.sqrt(Math.sqrt(Math.max(1, count)));
  const radius = Math.min(Math.max(wished, 0.75), Math.max(0.75, 0.0095 * side));
  const ink = count * Math.PI * radius * radius / (side * side * zoomed * zoomed);
  return { radius, opacity: Math.floor(256 * Math.min(Math.max(0.62 / Math.sqrt(ink), 0.1), 0.85)) };
}

// Sixteen stamps, one for each quarter pixel in both directions; each a list of column, row and coverage 1 ... 256.
function stamps(radius, opacity) {
  const reach = Math.ceil(radius);
  const list = [];
  for (let phase = 0; phase < 16; phase++) {
    const centerX = reach + ((phase & 3) + 0.5) / 4;
    const centerY = reach + ((phase >> 2) + 0.5) / 4;
    const stamp = [];
    for (let row = 0; row <= 2 * reach; row++) {
      for (let column = 0; column <= 2 * reach; column++) {
        const coverage = (inside(column - centerX, row - centerY, radius * radius) * opacity) >> 6;
        if (coverage > 0) stamp.push(column - reach, row - reach, coverage);
      }
    }
    list.push(Int32Array.from(stamp));
  }
  return { list, reach };
}

function inside(left, top, squaredRadius) {
  let samples = 0;
  for (let s = 0; s < 64; s++) {
    const x = left + ((s & 7) + 0.5) / 8;
    const y = top + ((s >> 3) + 0.5) / 8;
    if (x * x + y * y <= squaredRadius) samples++;
  }
  return samples;
}

// Presses one stamp per point; red and blue are blended in one number. Returns how many points lie in the picture.
function splat(target, width, height, stampSet, points, place) {
  const { list, reach } = stampSet;
  let drawn = 0;
  for (const i of points) {
    const color = place.color(i);
    const x = place.x(i);
    const y = place.y(i);
    if (color < 0 || !(x > -reach && y > -reach && x < width + reach && y < height + reach)) continue;
    drawn++;
    const column = Math.floor(x * 4);
    const row = Math.floor(y * 4);
    const stamp = list[(row & 3) * 4 + (column & 3)];
    const redBlue = color & 0xff00ff;
    const green = color & 0xff00;
    for (let k = 0; k < stamp.length; k += 3) {
      const px = (column >> 2) + stamp[k];
      const py = (row >> 2) + stamp[k + 1];
      if (px < 0 || py < 0 || px >= width || py >= height) continue;
      const ground = target[py * width + px];
      const cover = stamp[k + 2];
      const rest = 256 - cover;
      const rb = ((Math.imul(ground & 0xff00ff, rest) + Math.imul(redBlue, cover)) >>> 8) & 0xff00ff;
      const g = ((ground & 0xff00) * rest + green * cover >>> 8) & 0xff00;
      target[py * width + px] = (0xff000000 | rb | g) >>> 0;
    }
  }
  return drawn;
}

function paint() {
  const { radius, opacity } = pointStyle();
  const { scale, x, y, dots } = view;
  const drawnNow = moving && count > sampleWhileMoving ? order.subarray(0, sampleWhileMoving) : order;
  pixels.fill(dark.matches ? 0xff1c1815 : 0xffffffff);
  const drawn = splat(pixels, canvas.width, canvas.height, stamps(radius, opacity), drawnNow, {
    x: i => (positions[2 * i] * scale + x) * dots,
    y: i => (positions[2 * i + 1] * scale + y) * dots,
    color: i => shown[classOf(i)] ? colors[classOf(i)] : -1,
  });
  context.putImageData(image, 0, 0);
  paintMarks();
  if (drawnNow === order) document.documentElement.dataset.drawn = drawn;
}

function paintMarks() {
  marks.setTransform(view.dots, 0, 0, view.dots, 0, 0);
  marks.clearRect(0, 0, view.width, view.height);
  marks.lineJoin = "round";
  if (data.labelled) paintLabels();
  if (hovered >= 0) {
    marks.beginPath();
    marks.arc(screenX(hovered), screenY(hovered), 3 + pointStyle().radius / view.dots, 0, 2 * Math.PI);
    marks.lineWidth = 2;
    marks.strokeStyle = getComputedStyle(document.body).color;
    marks.stroke();
  }
}

// Names on their islands, the largest class first, as far as they do not touch.
function paintLabels() {
  const taken = [];
  marks.textAlign = "center";
  marks.textBaseline = "middle";
  marks.lineWidth = 4;
  marks.strokeStyle = dark.matches ? "#15181c" : "#ffffff";
  marks.fillStyle = getComputedStyle(document.body).color;
  for (const { name, x, y, number } of data.classes.map((line, number) => ({ ...line, number })).sort((a, b) => b.count - a.count)) {
    marks.font = `600 ${name.length > 3 ? 13 : 17}px system-ui, sans-serif`;
    const text = name.length > 24 ? name.slice(0, 23) + "…" : name;
    const half = marks.measureText(text).width / 2 + 4;
    const box = [x * view.scale + view.x - half, y * view.scale + view.y - 11, x * view.scale + view.x + half, y * view.scale + view.y + 11];
    if (!shown[number] || taken.some(b => b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3])) continue;
    taken.push(box);
    marks.strokeText(text, box[0] + half, box[1] + 11);
    marks.fillText(text, box[0] + half, box[1] + 11);
  }
}

function screenX(i) {
  return positions[2 * i] * view.scale + view.x;
}

function screenY(i) {
  return positions[2 * i + 1] * view.scale + view.y;
}

function later() {
  if (pending) return;
  pending = true;
  requestAnimationFrame(() => { pending = false; paint(); });
}

// A map in motion is drawn from a sample if it is large; once it rests, in full.
function move() {
  moving = true;
  clearTimeout(settle);
  settle = setTimeout(() => { moving = false; later(); }, 120);
  later();
}

// ---- Pointing ----

function nearest(x, y) {
  const reach = 14 / view.scale;
  const atX = (x - view.x) / view.scale;
  const atY = (y - view.y) / view.scale;
  const cell = value => Math.min(255, Math.max(0, Math.floor(value / 256)));
  let best = -1;
  let least = reach * reach;
  for (let row = cell(atY - reach); row <= cell(atY + reach); row++) {
    const end = cells.starts[row * 256 + cell(atX + reach) + 1];
    for (let k = cells.starts[row * 256 + cell(atX - reach)]; k < end; k++) {
      const i = cells.points[k];
      const distance = (positions[2 * i] - atX) ** 2 + (positions[2 * i + 1] - atY) ** 2;
      if (distance < least && shown[classOf(i)]) [best, least] = [i, distance];
    }
  }
  return best;
}

function hover(point) {
  if (point === hovered) return;
  hovered = point;
  card.hidden = point < 0;
  if (point >= 0) {
    document.getElementById("card-id").textContent = data.ids ? data.ids[point] : `point ${point}`;
    const label = document.getElementById("card-label");
    label.textContent = names === null ? "" : data.names[names[point]];
    label.style.borderColor = cssColor(colors[classOf(point)]);
    document.getElementById("card-details").textContent = data.details ? data.details[point] : "";
    const left = screenX(point) + 14;
    const top = screenY(point) + 14;
    card.style.left = `${Math.max(0, left + card.offsetWidth > view.width ? left - card.offsetWidth - 28 : left)}px`;
    card.style.top = `${Math.max(0, top + card.offsetHeight > view.height ? top - card.offsetHeight - 28 : top)}px`;
  }
  paintMarks();
}

canvas.addEventListener("pointerdown", event => { canvas.setPointerCapture(event.pointerId); canvas.classList.add("moving"); hover(-1); });
canvas.addEventListener("pointerup", () => canvas.classList.remove("moving"));
canvas.addEventListener("pointercancel", () => canvas.classList.remove("moving"));
canvas.addEventListener("pointerleave", () => hover(-1));
canvas.addEventListener("pointermove", event => {
  if (canvas.classList.contains("moving")) {
    view.x += event.movementX;
    view.y += event.movementY;
    move();
  } else {
    hover(nearest(event.offsetX, event.offsetY));
  }
});
canvas.addEventListener("wheel", event => {
  event.preventDefault();
  hover(-1);
  zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), event.offsetX, event.offsetY);
}, { passive: false });
canvas.addEventListener("dblclick", () => { fit(); later(); });
addEventListener("keydown", event => {
  const step = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] }[event.key];
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "0") { fit(); later(); }
  if (event.key === "+" || event.key === "-") zoom(event.key === "+" ? 1.3 : 1 / 1.3, view.width / 2, view.height / 2);
  if (step && document.activeElement === canvas) { view.x += step[0]; view.y += step[1]; move(); }
});

// ---- Colours and legend ----

// In dark pages dark colours are mixed with white, so that they stay visible. Numbers are 0xBBGGRR, as pixels are.
function prepareColors() {
  colors = data.classes.map(({ color }) => {
    let parts = [1, 3, 5].map(k => parseInt(color.slice(k, k + 2), 16));
    const light = (0.2126 * parts[0] ** 2 + 0.7152 * parts[1] ** 2 + 0.0722 * parts[2] ** 2) / 65025;
    if (dark.matches && light < 0.16) parts = parts.map(part => Math.round(part * 0.6 + 255 * 0.4));
    return parts[0] | parts[1] << 8 | parts[2] << 16;
  });
}

function cssColor(color) {
  return `rgb(${color & 255}, ${color >> 8 & 255}, ${color >> 16 & 255})`;
}

function buildLegend() {
  const legend = document.getElementById("legend");
  legend.replaceChildren();
  if (names === null) return;
  data.classes.forEach((line, number) => {
    const button = document.createElement("button");
    const [dot, name, size] = ["i", "span", "small"].map(tag => button.appendChild(document.createElement(tag)));
    dot.style.background = cssColor(colors[number]);
    name.textContent = line.name;
    size.textContent = line.count.toLocaleString("en-US");
    button.title = "click: hide or show; alt-click: show only this one";
    button.addEventListener("click", event => choose(number, event.altKey));
    legend.appendChild(document.createElement("li")).appendChild(button);
  });
  markLegend();
}

function choose(number, alone) {
  shown.forEach((_, k) => { shown[k] = alone ? k === number : shown[k] !== (k === number); });
  hover(-1);
  markLegend();
  later();
}

function markLegend() {
  document.querySelectorAll("#legend button").forEach((button, k) => button.setAttribute("aria-pressed", shown[k]));
}

function restyle() {
  prepareColors();
  buildLegend();
  resize();
}

dark.addEventListener("change", restyle);
restyle();
new ResizeObserver(resize).observe(stage);

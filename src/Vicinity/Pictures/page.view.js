
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

// ---- Drawing ----

function pointStyle() {
  const side = Math.sqrt(view.width * view.height) * view.dots;
  const zoomed = Math.max(1, view.scale / view.fitted);
  const wished = 0.03 * side * Math.sqrt(zoomed) / Math.sqrt(Math.sqrt(Math.max(1, count)));
  const radius = Math.min(Math.max(wished, 0.75), Math.max(0.75, 0.0095 * side));
  const ink = count * Math.PI * radius * radius / (side * side * zoomed * zoomed);
  return { radius, opacity: Math.floor(256 * Math.min(Math.max(0.62 / Math.sqrt(ink), 0.1), 0.85)) };
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
  const islands = data.classes.map((line, number) => ({ ...line, number })).filter(line => line.count > 0);
  for (const { name, x, y, number } of islands.sort((a, b) => b.count - a.count)) {
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

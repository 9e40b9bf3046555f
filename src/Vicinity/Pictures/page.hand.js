
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

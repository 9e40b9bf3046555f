
// ---- Discs as stamps of whole-number coverage: the same arithmetic, and so the same pixels, as in the written pictures. ----

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

// Where the golden number of DiscStampTests comes from: its scene, drawn by the page's own script, in JavaScript.
// Run: node DiscStampGolden.mjs (Node.js 20.20). The scene is a 64-bit linear congruential sequence (Knuth's MMIX constants), high bits.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const page = readFileSync(new URL("../../../src/Vicinity/Pictures/page.splat.js", import.meta.url), "utf8");
const { stamps, splat } = new Function(`${page}\nreturn { stamps, splat };`)();
const width = 120;
const height = 90;
const target = new Uint32Array(width * height).fill(0xffffffff);
let state = 1n;

function next(limit) {
  state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number((state >> 33n) % BigInt(limit));
}

for (const [radius, opacity] of [[0.75, 40], [2, 128], [3.5, 217], [5, 256]]) {
  const points = Array.from({ length: 200 }, () => [next(width * 128) / 64 - width / 2, next(height * 128) / 64 - height / 2, next(0x1000000)]);
  splat(target, width, height, stamps(radius, opacity), points.keys(), {
    x: i => points[i][0],
    y: i => points[i][1],
    color: i => ((points[i][2] & 0xff) << 16) | (points[i][2] & 0xff00) | (points[i][2] >> 16),
  });
}

const bytes = Buffer.from([...target].flatMap(pixel => [pixel & 0xff, pixel >> 8 & 0xff, pixel >> 16 & 0xff]));
console.log(createHash("sha256").update(bytes).digest("hex"));

/**
 * The outline of land and the borders of countries, from Natural Earth by way of world-atlas, as a small
 * file that the edition's maps are drawn from: node land.mjs (npm run land).
 *
 * Lines are lists of whole numbers, hundredths of a degree: longitude and latitude of the first point,
 * then the steps to each next one. The file is committed, so that nobody needs Node to print a map.
 */
import { readFileSync, writeFileSync } from "node:fs";

const SCALE = 100; // steps in a degree: about a kilometre, finer than the 1:50 million outline itself
const WORLD = 360 * SCALE;
const LEAST_RING = 4; // points of a ring that still has an area
const OUT = new URL("../src/variorum/edition/assets/land.json", import.meta.url);
const atlas = JSON.parse(
  readFileSync(new URL("node_modules/world-atlas/countries-50m.json", import.meta.url), "utf8"),
);

/** TopoJSON's arcs (quantised and delta-encoded) as points on our grid. */
const { scale, translate } = atlas.transform;
const arcs = atlas.arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]].map((d) => Math.round(d * SCALE));
  });
});

/** A ring or line of arcs; a negative number ~n is arc n backwards. Arcs share their end points. */
const joined = (numbers) =>
  numbers.flatMap((n, i) => {
    const points = n < 0 ? [...arcs[~n]].reverse() : arcs[n];
    return i ? points.slice(1) : points;
  });

/** Steps from point to point, without those that do not move; across the antimeridian they go on. */
const steps = (points) => {
  const out = [...points[0]];
  let [x, y] = points[0];
  for (const [a, b] of points.slice(1)) {
    const east = a - x - WORLD * Math.round((a - x) / WORLD);
    if (east || b !== y) out.push(east, b - y);
    [x, y] = [a, b];
  }
  return out;
};

/** A ring's steps; one that goes around the earth (Antarctica) is closed by way of its pole. */
const ring = (points) => {
  const out = steps(points);
  const around = out.reduce((sum, step, i) => (i > 1 && i % 2 === 0 ? sum + step : sum), 0);
  const down = -90 * SCALE - points.at(-1)[1];
  if (around) out.push(0, down, -around, 0);
  return out;
};

const polygons = (geometry) =>
  geometry.type === "Polygon" ? [geometry.arcs]
  : geometry.type === "MultiPolygon" ? geometry.arcs
  : (geometry.geometries ?? []).flatMap(polygons);

const land = polygons(atlas.objects.land)
  .flat()
  .map((arcsOfRing) => ring(joined(arcsOfRing)))
  .filter((outline) => outline.length >= 2 * LEAST_RING);

const uses = new Map();
for (const country of atlas.objects.countries.geometries) {
  const own = new Set(polygons(country).flat(2).map((n) => (n < 0 ? ~n : n)));
  for (const n of own) uses.set(n, (uses.get(n) ?? 0) + 1);
}
const borders = [...uses.keys()]
  .filter((n) => uses.get(n) > 1)
  .sort((a, b) => a - b)
  .map((n) => steps(arcs[n]))
  .filter((line) => line.length > 2);

/** One outline a line, so that a change can be read. */
const lines = (paths) => paths.map((path) => JSON.stringify(path)).join(",\n");
writeFileSync(OUT, `{"scale":${SCALE},"land":[\n${lines(land)}\n],"borders":[\n${lines(borders)}\n]}\n`);

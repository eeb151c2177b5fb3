import { type FaceConfig, faceToSvgString, svgsIndex } from "facesjs";
import type { Identity } from "./sample_identities.ts";
import type { Random } from "./random.ts";

/**
 * Makes a portrait of an identity as SVG, with random expression, clothes, pose, crop, background, and
 * light.
 *
 * @param identity what stays the same
 * @param size side of the image in pixels
 * @param random source of the random numbers
 */
export function portraitSvg(identity: Identity, size: number, random: Random): string {
  const document = faceToSvgString(sampleFace(identity, random));
  // facesjs gives a whole document; only its content goes into this one.
  const face = document.slice(document.indexOf(">") + 1, document.lastIndexOf("</svg>"));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="${size}" height="${size}">
${background(random)}
<g transform="${pose(random)}">${face}</g>
${obstacle(random)}
${light(random)}
</svg>`;
}

function sampleFace(identity: Identity, random: Random): FaceConfig {
  const { flip, hairColor, skin } = identity;
  const sometimes = (probability: number, ids: readonly string[]) =>
    random.chance(probability) ? random.pick(ids) : "none";
  return {
    fatness: identity.fatness,
    head: { id: identity.head, shave: "none" },
    hair: { id: identity.hair, color: hairColor, flip },
    hairBg: { id: identity.hairBehind },
    nose: { id: identity.nose, size: identity.noseSize, flip },
    ear: { id: identity.ear, size: identity.earSize },
    facialHair: { id: identity.facialHair },
    eyeLine: { id: identity.wrinkles },
    miscLine: { id: identity.marks },
    eye: { id: identity.eye, angle: random.between(-8, 12) },
    eyebrow: { id: identity.eyebrow, angle: random.between(-15, 20) },
    mouth: { id: random.pick(svgsIndex.mouth), flip: random.chance(0.5) },
    smileLine: { id: sometimes(0.5, svgsIndex.smileLine), size: random.between(0.5, 2) },
    body: { id: random.pick(svgsIndex.body), color: skin, size: random.between(0.85, 1.05) },
    jersey: { id: random.pick(svgsIndex.jersey) },
    teamColors: [color(random), color(random), color(random)],
    glasses: { id: sometimes(0.06, ["glasses1-primary", "glasses2-black", "glasses2-secondary"]) },
    accessories: { id: sometimes(0.03, ["headband", "headband-high", "hat", "hat2"]) },
  };
}

/** The head turned, tilted, nearer or farther, and not quite in the center. */
function pose(random: Random): string {
  const scale = random.between(0.94, 1.12);
  const squeeze = random.between(0.92, 1.04);
  const x = 200 + random.between(-14, 14);
  const y = 190 + random.between(-14, 14);
  return `translate(${x} ${y}) rotate(${random.between(-10, 10)}) skewX(${
    random.between(-5, 5)
  }) ` +
    `scale(${scale * squeeze} ${scale}) translate(-200 -330)`;
}

function background(random: Random): string {
  const spots = Array.from({ length: 2 }, () => {
    const [x, y] = [random.between(0, 400), random.between(0, 400)];
    const [rx, ry] = [random.between(20, 160), random.between(20, 160)];
    return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${color(random)}"/>`;
  });
  return `<rect width="400" height="400" fill="${color(random)}"/>${spots.join("")}`;
}

/** Sometimes something is in front of the face. */
function obstacle(random: Random): string {
  if (!random.chance(0.05)) return "";
  const [x, y] = [random.between(0, 400), random.between(80, 400)];
  const [width, height] = [random.between(40, 130), random.between(40, 130)];
  const turn = `rotate(${random.between(0, 180)} ${x} ${y})`;
  return `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" ` +
    `transform="${turn}" fill="${color(random)}"/>`;
}

/** Light from one side, and shade on the other. */
function light(random: Random): string {
  const turn = `rotate(${random.between(0, 360)} 0.5 0.5)`;
  const [bright, dark] = [random.between(0, 0.25), random.between(0, 0.45)];
  return `<linearGradient id="light" gradientTransform="${turn}">
<stop offset="0" stop-color="#fff" stop-opacity="${bright}"/>
<stop offset="0.5" stop-color="#888" stop-opacity="0"/>
<stop offset="1" stop-color="#000" stop-opacity="${dark}"/>
</linearGradient><rect width="400" height="400" fill="url(#light)"/>`;
}

function color(random: Random): string {
  const channel = () => Math.floor(random.between(0, 256));
  return `rgb(${channel()},${channel()},${channel()})`;
}

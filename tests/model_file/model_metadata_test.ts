import assert from "node:assert/strict";
import { UserError } from "../../lib/language/mod.ts";
import {
  fits,
  type ModelMetadata,
  modelMetadataToStrings,
  parseModelMetadata,
  programVersion,
} from "../../lib/model_file/mod.ts";

const metadata: ModelMetadata = {
  version: programVersion,
  backbone: "tiny",
  imageSize: 64,
  mean: [0.5, 0.4, 0.3],
  std: [0.2, 0.25, 0.3],
  embeddingSize: 128,
  distance: "cosine",
  catalogHash: "0".repeat(64),
  calibration: {
    threshold: 0.61,
    thresholdInterval: [0.58, 0.65],
    targetFar: 0.01,
    far: 0.009,
    frr: 0.12,
    farInterval: [0.004, 0.02],
    frrInterval: [0.08, 0.17],
    positivePairs: 455,
    negativePairs: 8000,
    smallestFar: 3 / 8000,
    chosenBy: { validationIdentities: 15, trainingIdentities: 70, negativePairs: 166_320 },
    operatingPoints: [{ threshold: -1, validationFar: 1, far: 1, frr: 0 }],
  },
  heldOut: {
    identities: 10,
    images: 100,
    auc: 0.97,
    eer: 0.08,
    averagePrecision: 0.88,
    accuracy: 0.93,
    balancedAccuracy: 0.94,
    tarAtFar: { "0.1": 0.95, "0.01": 0.7, "0.001": null },
    intervals: {
      auc: [0.95, 0.98],
      eer: [0.05, 0.1],
      averagePrecision: [0.8, 0.9],
      accuracy: [0.9, 0.95],
      balancedAccuracy: null,
      tarAtFar: { "0.1": [0.9, 1], "0.01": [0.6, 0.8], "0.001": null },
    },
  },
};

Deno.test("metadata comes back as it went in, texts as they are and the rest as JSON", () => {
  const strings = modelMetadataToStrings(metadata);
  assert.equal(strings.backbone, "tiny");
  assert.equal(strings.imageSize, "64");
  assert.equal(strings.mean, "[0.5,0.4,0.3]");
  assert.deepEqual(parseModelMetadata(strings, "m"), metadata);
  assert.deepEqual(parseModelMetadata({ ...strings, later: "key" }, "m"), metadata);
});

Deno.test("named thresholds come back as they went in, and none has the name of another", () => {
  const office = {
    ...{ ...metadata.calibration, name: "office", folder: "people", catalogHash: "ab" },
    ...{ identities: 9, images: 90, date: "2026-12-01T01:02:03.000Z" },
  };
  const strings = modelMetadataToStrings({ ...metadata, thresholds: [office] });
  assert.deepEqual(parseModelMetadata(strings, "m").thresholds, [office]);
  for (
    const thresholds of [
      [office, office],
      [{ ...office, name: "a\nb" }],
      [{ ...office, threshold: 2 }],
      [{ ...office, date: "yesterday" }],
      Array.from({ length: 17 }, (_, index) => ({ ...office, name: `${index}` })),
      {},
    ]
  ) {
    assert.throws(
      () => parseModelMetadata({ ...strings, thresholds: JSON.stringify(thresholds) }, "m"),
      /"thresholds" in its metadata is missing or damaged/,
    );
  }
});

Deno.test("a model of an early version, without intervals, is taken as it is", () => {
  const { thresholdInterval: _, farInterval: __, frrInterval: ___, ...calibration } =
    metadata.calibration;
  const { intervals: _1, accuracy: _2, averagePrecision: _3, balancedAccuracy: _4, ...heldOut } =
    metadata.heldOut;
  const strings = {
    ...modelMetadataToStrings(metadata),
    calibration: JSON.stringify(calibration),
    heldOut: JSON.stringify(heldOut),
  };
  assert.deepEqual(parseModelMetadata(strings, "m"), {
    ...metadata,
    calibration: {
      ...calibration,
      thresholdInterval: null,
      farInterval: null,
      frrInterval: null,
    },
    heldOut: { ...heldOut, intervals: null },
  });
});

Deno.test("metadata that could not be read back is not written", () => {
  const { heldOut, calibration } = metadata;
  for (
    const wrong of [
      { heldOut: { ...heldOut, auc: NaN } },
      { calibration: { ...calibration, threshold: Infinity } },
      { imageSize: 0 },
    ]
  ) {
    assert.throws(() => modelMetadataToStrings({ ...metadata, ...wrong }));
  }
});

Deno.test("a fit comes back, and models without one stretch", () => {
  assert.equal(parseModelMetadata(modelMetadataToStrings(metadata), "m").fit, undefined);
  for (const fit of fits) {
    assert.equal(parseModelMetadata(modelMetadataToStrings({ ...metadata, fit }), "m").fit, fit);
  }
});

Deno.test("each missing or damaged value is named in one line", () => {
  const strings = modelMetadataToStrings(metadata);
  const others = ["version", "formatVersion"];
  for (const key of Object.keys(strings).filter((key) => !others.includes(key))) {
    const { [key]: value, ...rest } = strings;
    refused(rest, key);
    // A catalog hash or a backbone may be any text; the rest has a form that half of it lacks.
    if (!["backbone", "catalogHash"].includes(key)) {
      refused({ ...strings, [key]: `${value}]\n` }, key);
    }
  }
  const twoPoints = [0.1, 0.2].map((threshold) => ({
    threshold,
    validationFar: 0,
    far: 0,
    frr: 0,
  }));
  const damages: [string, unknown][] = [
    ["imageSize", 1e12],
    ["imageSize", 64.5],
    ["imageSize", 1025],
    ["fit", "zoom"],
    ["embeddingSize", 1],
    ["embeddingSize", 4097],
    ["mean", [0, 0]],
    ["mean", [0, 0, 1e308]],
    ["std", [1, 1, 1e-300]],
    ["calibration", { ...metadata.calibration, threshold: 1e308 }],
    ["calibration", { ...metadata.calibration, thresholdInterval: [0.5, 0.4] }],
    ["calibration", { ...metadata.calibration, operatingPoints: twoPoints.toReversed() }],
    ["std", [1, 1, 0]],
    ["calibration", { ...metadata.calibration, far: 2 }],
    ["calibration", { ...metadata.calibration, operatingPoints: [{}] }],
    ["heldOut", { ...metadata.heldOut, tarAtFar: { "0.1": "high" } }],
    ["heldOut", null],
    ["heldOut", { ...metadata.heldOut, intervals: { auc: [0, 1] } }],
    ["calibration", { ...metadata.calibration, thresholdInterval: [0.5] }],
  ];
  for (const [key, value] of damages) refused({ ...strings, [key]: JSON.stringify(value) }, key);
});

Deno.test("a file of someone else's, or of another major version, says so in one line", () => {
  const strings = modelMetadataToStrings(metadata);
  for (const version of ["", "latest", "1", "1.2.3\nx"]) {
    refused({ ...strings, version }, "without its metadata");
  }
  refused({ format: "pt" }, "without its metadata");
  refused({ ...strings, version: "999.0.0" }, "got one of version 999.0.0");
});

function refused(strings: Record<string, string>, what: string): void {
  assert.throws(() => parseModelMetadata(strings, "x.safetensors"), (error) => {
    assert(error instanceof UserError, String(error));
    assert.match(error.message, /^cannot use x\.safetensors: [^\n]*$/);
    assert(error.message.includes(what), `${error.message} lacks ${what}`);
    return true;
  });
}

/** All that a report says, in English; other languages have the same keys. */
export const wordsEn = {
  locale: "en",
  /** Between the ends of an interval. */
  percent: (figure: string) => `${figure} %`,
  interval: (from: string, to: string) => `95 % interval ${from} to ${to}`,
  noInterval: "too few identities for an interval",
  title: (run: string) => `Report on ${run}`,
  kind: "Training report",
  contents: "Contents",
  more: (count: string) => `${count} more`,
  unsupported: "too few negative pairs",
  tooFew: "too few pairs",
  seconds: (count: string) => `${count} s`,
  lead: (
    { backbone, identities, images, epochs, seconds, backend }: Record<
      "backbone" | "identities" | "images" | "epochs" | "seconds" | "backend",
      string
    >,
  ) =>
    `${identities} identities, ${images} images; ${backbone}; epochs: ${epochs}; ${seconds} s on ${backend}`,

  verdict: {
    heading: "What came out",
    recognises: (accepted: string, of: string, threshold: string) =>
      `At its threshold of ${threshold}, this model recognises ${accepted} of ${of} pairs of the same identity`,
    mistakes: (mistaken: string, of: string) =>
      ` and takes ${mistaken} of ${of} pairs of different identities for the same one.`,
    noMistakes: (pairs: string, bound: string) =>
      ` and took none of ${pairs} pairs of different identities for the same one, which makes a rate below ${bound} likely.`,
    measuredOn: (identities: string, images: string, positives: string, negatives: string) =>
      `Measured on ${identities} identities (${images} images; ${positives} pairs of the same and ` +
      `${negatives} of different ones) that took part neither in training nor in the choice of ` +
      "epoch and threshold.",
    intervals: (identities: string, replicates: string) =>
      `The intervals hold 95 % of ${replicates} repetitions with identities drawn anew from these ` +
      `${identities}: on other identities, expect figures within them.`,
    auc: "AUC",
    aucSays: "the chance that a pair of the same is more alike than a pair of different ones",
    eer: "Equal error rate",
    eerSays: "where as many are accepted falsely as rejected falsely",
    tar: (far: string) => `TAR at FAR ${far}`,
    tarSays: "recognised, where so few are accepted falsely",
    far: "Accepted falsely",
    farSays: (target: string) => `at the threshold, chosen for ${target} on validation`,
    frr: "Rejected falsely",
    frrSays: "at the same threshold",
    threshold: "Threshold",
    thresholdSays: "cosine similarity from which two pictures are the same",
  },
  cautions: {
    heading: "To keep in mind",
    interrupted: "Training was stopped before its end; --resume goes on.",
    targetFar: (asked: string, taken: string, negatives: string) =>
      `The threshold is for a false accept rate of ${taken}, not ${asked}: validation has too few ` +
      `negative pairs; ${asked} takes ${negatives}.`,
    fewIdentities: (identities: string) =>
      `${identities} test identities are few: the figures depend much on who they are. Hold out ` +
      "more with --test.",
    conflicts: (groups: string) =>
      `The same picture stands in two identities (${groups} times): at least one of them is labelled wrongly.`,
    copies: (pictures: string) =>
      `Held-out pictures of which training or validation has a copy, or nearly: ${pictures}. They ` +
      "flatter the figures; duplicates.json lists them.",
    skipped: (pictures: string) =>
      `Pictures that could not be decoded and were passed over: ${pictures}.`,
  },
  data: {
    heading: "What was trained on what",
    folder: "Folder",
    part: "part",
    parts: { train: "training", validation: "validation", test: "test" },
    purpose: {
      train: "learnt from",
      validation: "chose the epoch and the threshold",
      test: "gave every figure here",
    },
    ownFolder: (folder: string) => `from ${folder}`,
    identities: "identities",
    images: "images",
    positivePairs: "positive pairs",
    negativePairs: "negative pairs",
    apart: "Identities are kept apart: none is in two parts.",
    leftOut: "Left out of the folder",
    skipped: "Not decoded",
    duplicates: "The same picture twice in an identity",
    conflicts: "The same picture in two identities",
    path: "path",
    reason: "reason",
  },
  /** Of a report on a verified folder, where it says otherwise than one on a run. */
  verified: {
    title: (folder: string) => `Verification of ${folder}`,
    kind: "Verification report",
    lead: (identities: string, images: string, run: string) =>
      `${identities} identities, ${images} images, as the model of ${run} sees them`,
    measuredOn: (identities: string, images: string, positives: string, negatives: string) =>
      `Measured on ${identities} identities (${images} images; ${positives} pairs of the same and ` +
      `${negatives} of different ones) of this folder.`,
    farAsked: "at the threshold that was asked for",
    mapSays: (pictures: string, identities: string) =>
      `Embeddings of ${pictures} pictures of ${identities} identities in two dimensions (UMAP): ` +
      "what the model finds alike lies together. Pictures are moved a little so that none hides " +
      "another. How far groups are apart means little; a picture among those of another identity " +
      "means much.",
    hardestSays:
      "Mislabelled pictures show up here first. No picture is shown in more than two pairs.",
    fewIdentities: (identities: string) =>
      `${identities} identities are few: the figures depend much on who they are.`,
    heading: "What was measured",
    run: "run of the model",
    missingPairs: "listed pairs left out",
    folds: "accuracy by folds",
    foldsValue: (mean: string, error: string, folds: string) =>
      `${mean}, standard error ${error}, ${folds} folds`,
    openSet: "open set",
    openSetValue: (known: string, probes: string, strangers: string) =>
      `${known} identities known; ${probes} pictures of them and ${strangers} of strangers to tell`,
    rankOne: "recognised at rank 1 among the known",
    dir: (far: string) => `recognised where ${far} of strangers are taken for somebody`,
    seenUnknown:
      "The run does not tell which pictures training saw. Where it saw some of these, they flatter the figures.",
    seenLeftOut: (images: string, identities: string, all: string) =>
      `Training saw ${images} of these pictures. The identities that they are of (${identities}, with ` +
      `${all} pictures) are left out.`,
    seenIncluded: (images: string, identities: string) =>
      `Training saw ${images} of these pictures, of ${identities} identities, which flatters the figures.`,
  },
  training: {
    heading: "How training went",
    says: (epoch: string, epochs: string, auc: string) =>
      `The weights of epoch ${epoch} of ${epochs} were kept, for their AUC on validation identities: ${auc}.`,
    loss: "Loss",
    auc: "AUC on validation",
    eer: "Equal error rate on validation",
    distances: "Mean distances in training",
    table: "All epochs as a table",
    epoch: "epoch",
    rate: "learning rate",
    miner: "miner",
    active: "active",
    speed: "images/s",
  },
  test: {
    heading: "How well it tells identities apart",
    roc: "ROC",
    rocSays: (auc: string) =>
      `How many of the same are recognised for each rate of false accepts; AUC ${auc}. Further up and to the left is better.`,
    pr: "Precision and recall",
    prSays: (ap: string) =>
      `How many of the accepted pairs are right, as more of the right ones are accepted; average precision ${ap}.`,
    det: "DET",
    detSays: (eer: string) =>
      `The two errors against each other; they are equal at ${eer}. Further down and to the left is better.`,
    histogram: "Similarities",
    histogramSays:
      "How alike pairs are: of the same identity, and of different ones. Where the two overlap, no threshold is right.",
    tarTable: "Recognised at a given false accept rate",
    far: "FAR",
    tar: "TAR",
    interval: "95 % interval",
    thresholdTable: "Which threshold?",
    thresholdSays:
      "Chosen on validation for the rate in the first column; the rates beside it are what came of it on test.",
    wanted: "FAR wanted",
    threshold: "threshold",
    farMeasured: "FAR",
    frrMeasured: "FRR",
    chosen: "in the model",
    precisionAt1: "Precision at 1",
    rPrecision: "R-precision",
    mapAtR: "MAP@R",
    mrr: "Mean reciprocal rank",
    averagePrecision: "Average precision",
    accuracy: "Best accuracy",
    balancedAccuracy: "Best balanced accuracy",
    otherFigures: "Other figures",
    figure: "figure",
    value: "value",
  },
  map: {
    heading: "How the model sees them",
    says: (pictures: string, identities: string) =>
      `Embeddings of ${pictures} test pictures of ${identities} identities in two dimensions ` +
      "(UMAP): what the model finds alike lies together. Pictures are moved a little so that none " +
      "hides another. How far groups are apart means little; a picture among those of another " +
      "identity means much.",
    label: "Map of embeddings with pictures, framed in a colour for each identity",
  },
  hardest: {
    heading: "Where it goes wrong",
    says:
      "Mislabelled pictures show up here first: look at these pairs before you train again. No picture " +
      "is shown in more than two pairs.",
    positives: "The same identity, least alike",
    negatives: "Different identities, most alike",
    wrong: (similarity: string) => `similarity ${similarity}, decided wrongly`,
    right: (similarity: string) => `similarity ${similarity}, decided rightly`,
    picture: (identity: string) => `Picture of ${identity}`,
  },
  identities: {
    heading: "Identity by identity, the worst first",
    identity: "identity",
    images: "images",
    auc: "AUC",
    frr: "FRR",
    far: "FAR",
    similarity: "mean similarity of its pairs",
    rest: (count: string) => `The other ${count}`,
  },
  estimate: {
    heading: "What the folder offers",
    says: "As estimate-pairs counts it, over all parts.",
    perIdentity: "images an identity",
    spread: (min: string, median: string, max: string) =>
      `${min} least, ${median} median, ${max} most`,
    imbalance: "imbalance, most over least",
    singletons: "identities with one image",
    triplets: "triplets",
    perBatch: (what: string) => `${what} a batch`,
    batches: "batches that show every image",
    scope: "scope by identities",
    scopes: { small: "small", medium: "medium", large: "large" },
    missing: (scope: string, count: string, next: string) =>
      `${scope}; ${count} missing to ${next}`,
    twiceImages: "positive pairs with twice the images",
    twiceIdentities: "positive pairs with twice the identities",
    smallestFar: "smallest false accept rate that the test part supports",
  },
  settings: {
    heading: "Every setting",
    says: (changed: string) => `Other than by default: ${changed}, in bold.`,
    name: "setting",
    value: "value",
    usual: "default",
    changed: "changed",
  },
  repeat: {
    heading: "To do it again",
    says: "The same seed, version and backend repeat a run without a time limit to the bit.",
    run: "run",
    finished: "finished",
    version: "Futago",
    backend: "backend",
    system: "system",
    catalog: "hash of the pictures",
    trained: "trained",
    speed: "images a second",
    seed: "seed",
    files: "Charts are beside this page in charts/, as SVG and PNG.",
  },
  charts: {
    far: "false accept rate",
    tar: "true accept rate",
    frr: "false reject rate",
    precision: "precision",
    recall: "recall",
    similarity: "cosine similarity",
    shareOfPairs: "share of pairs",
    epoch: "epoch",
    loss: "loss",
    auc: "AUC",
    eer: "EER",
    distance: "distance",
    model: "this model",
    chance: "chance",
    interval: "95 % interval",
    equalErrors: "equal errors",
    positivePairs: "same identity",
    negativePairs: "different identities",
    threshold: (threshold: number) => `threshold ${threshold.toFixed(3)}`,
    keptEpoch: (epoch: number) => `epoch ${epoch}, kept`,
    rocTitle: (auc: number) => `ROC curve, AUC ${auc.toFixed(4)}`,
    precisionRecallTitle: (ap: number) => `Precision and recall, AP ${ap.toFixed(4)}`,
    detTitle: (eer: number) => `DET curve, EER ${(100 * eer).toFixed(2)} %`,
    histogramTitle: "Similarities of pairs",
    lossTitle: "Loss",
    aucTitle: "AUC on validation",
    eerTitle: "Equal error rate on validation",
    distancesTitle: "Mean distances in training",
    mapTitle: "Embeddings in two dimensions",
  },
};

/** What a report says. */
export type Words = typeof wordsEn;

/** What its charts say. */
export type ChartWords = Words["charts"];

"""Writes tests/evaluation/scikit_learn.json: what scikit-learn makes of small sets of scores.

    pip install scikit-learn==1.9.1 numpy==2.4.6
    python tests/reference/evaluation.py
"""

import json
from pathlib import Path

import numpy as np
from scipy.interpolate import interp1d
from scipy.optimize import brentq
from sklearn.metrics import average_precision_score, roc_auc_score, roc_curve


def figures(name, positives, negatives):
    positives = np.asarray(positives, np.float32)
    negatives = np.asarray(negatives, np.float32)
    truth = np.r_[np.ones(len(positives)), np.zeros(len(negatives))]
    scores = np.r_[positives, negatives].astype(np.float64)
    far, tar, thresholds = roc_curve(truth, scores, drop_intermediate=False)
    # The usual recipe for the equal error rate: where the curve meets the falling diagonal.
    eer = brentq(lambda x: 1 - x - interp1d(far, tar)(x), 0, 1, xtol=1e-15)
    right = tar * len(positives) + (1 - far) * len(negatives)
    return {
        "name": name,
        "positives": positives.astype(float).tolist(),
        "negatives": negatives.astype(float).tolist(),
        "far": far.tolist(),
        "tar": tar.tolist(),
        "thresholds": thresholds[1:].tolist(),  # the first is infinity, which JSON has not
        "auc": roc_auc_score(truth, scores),
        "averagePrecision": average_precision_score(truth, scores),
        "eer": eer,
        "accuracy": right.max() / len(truth),
        "balancedAccuracy": (tar + 1 - far).max() / 2,
        "tarAtFar": {str(x): tar[far <= x].max() for x in (0.1, 0.01)},
    }


random = np.random.default_rng(0)
cases = [
    figures("apart", [0.9, 0.8, 0.7], [0.1, 0.2, 0.3, 0.4]),
    figures("reversed", [0.1, 0.2], [0.7, 0.8, 0.9]),
    figures("mixed", [0.9, 0.4, 0.6], [0.5, 0.3, 0.7, -0.2]),
    figures("all tied", [0.5, 0.5], [0.5, 0.5, 0.5]),
    figures("one of each", [0.2], [0.1]),
    figures("bunches", np.round(random.normal(0.5, 0.3, 40), 1), np.round(random.normal(0, 0.3, 90), 1)),
    figures("many", random.normal(0.6, 0.25, 60), random.normal(0, 0.25, 340)),
]
target = Path(__file__).parent.parent / "evaluation" / "scikit_learn.json"
target.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")

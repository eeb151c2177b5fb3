"""Writes what other libraries make of small sets of scores and embeddings into tests/evaluation/metrics/:
scikit_learn.json of scores, metric_learning.json of embeddings.

    pip install scikit-learn==1.9.1 numpy==2.4.6 pytorch-metric-learning==2.9.0
    python tests/reference/evaluation.py
"""

import json
from pathlib import Path

import numpy as np
import torch
from pytorch_metric_learning.distances import CosineSimilarity
from pytorch_metric_learning.utils.accuracy_calculator import AccuracyCalculator
from pytorch_metric_learning.utils.inference import CustomKNN
from scipy.interpolate import interp1d
from scipy.optimize import brentq
from sklearn.metrics import (
    average_precision_score,
    det_curve,
    precision_recall_curve,
    roc_auc_score,
    roc_curve,
)


def figures(name, positives, negatives):
    positives = np.asarray(positives, np.float32)
    negatives = np.asarray(negatives, np.float32)
    truth = np.r_[np.ones(len(positives)), np.zeros(len(negatives))]
    scores = np.r_[positives, negatives].astype(np.float64)
    far, tar, thresholds = roc_curve(truth, scores, drop_intermediate=False)
    # The usual recipe for the equal error rate: where the curve meets the falling diagonal.
    eer = brentq(lambda x: 1 - x - interp1d(far, tar)(x), 0, 1, xtol=1e-15)
    precision, recall, _ = precision_recall_curve(truth, scores)
    det_far, det_frr, det_thresholds = det_curve(truth, scores, drop_intermediate=False)
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
        "tarAtFar": {str(x): tar_at_far(far, tar, x) for x in (0.3, 0.1, 0.05, 0.02, 0.01)},
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "det": {
            "far": det_far.tolist(),
            "frr": det_frr.tolist(),
            # Where scikit-learn's list ends at infinity, JSON has null.
            "thresholds": [x if np.isfinite(x) else None for x in det_thresholds],
        },
    }


def tar_at_far(far, tar, wanted):
    """Log-linear between points; below the first FAR that is not zero, TAR at FAR zero."""
    some = far > 0
    left = tar[~some].max()
    return float(np.interp(np.log10(wanted), np.log10(far[some]), tar[some], left=left))


def retrieval(name, labels, dimension):
    labels = np.asarray(labels)
    centres = random.normal(size=(labels.max() + 1, dimension))
    values = centres[labels] + random.normal(size=(len(labels), dimension))
    values = (values / np.linalg.norm(values, axis=1, keepdims=True)).astype(np.float32)
    calculator = AccuracyCalculator(
        include=("precision_at_1", "r_precision", "mean_average_precision_at_r", "mean_reciprocal_rank"),
        device=torch.device("cpu"),
        knn_func=CustomKNN(CosineSimilarity()),
    )
    found = calculator.get_accuracy(torch.tensor(values).double(), torch.tensor(labels))
    return {
        "name": name,
        "labels": labels.tolist(),
        "dimension": dimension,
        "values": [float(f"{value:.9g}") for value in values.ravel()],
        "precisionAt1": found["precision_at_1"],
        "rPrecision": found["r_precision"],
        "mapAtR": found["mean_average_precision_at_r"],
        "meanReciprocalRank": found["mean_reciprocal_rank"],
    }


def write(name, cases):
    target = Path(__file__).parent.parent / "evaluation" / "metrics" / name
    target.write_text("[\n" + ",\n".join(json.dumps(case) for case in cases) + "\n]\n")


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
write("scikit_learn.json", cases)
write(
    "metric_learning.json",
    [
        retrieval("as many of each", np.arange(48) % 8, 4),
        retrieval("few and many", np.repeat(np.arange(9), [1, 2, 3, 9, 1, 14, 5, 2, 7]), 5),
        retrieval("two identities", np.arange(11) % 2, 2),
    ],
)

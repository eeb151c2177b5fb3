"""Writes tests/losses/metric_learning.json and tests/miners/metric_learning.json: what PyTorch Metric
Learning makes of the batches in tests/losses/batches.json, in double precision.

    pip install torch==2.15.0 pytorch-metric-learning==2.9.0
    python tests/reference/metric_learning.py && deno fmt tests/losses tests/miners

A loss or a miner is written `()` with the library's defaults; `cos` is its cosine similarity, `L2` its
distance, `sqL2` that squared. `A+B` is a loss B of what a miner A selects.
"""

import json
from pathlib import Path

import torch
from pytorch_metric_learning import losses, miners
from pytorch_metric_learning.distances import CosineSimilarity, LpDistance
from pytorch_metric_learning.reducers import MeanReducer

torch.set_default_dtype(torch.float64)
tests = Path(__file__).parent.parent
batches = json.loads((tests / "losses" / "batches.json").read_text())
names = ["even", "uneven"]
classes, dimension = 5, 6


def cos():
    return CosineSimilarity()


def L2():
    return LpDistance()


def rounded(tensor):
    """Numbers to nine digits, which tell all of single precision apart."""
    if tensor.ndim > 0:
        return [rounded(row) for row in tensor]
    return float(f"{tensor.item():.9g}")


def embeddings_and_labels(name):
    batch = batches[name]
    return torch.tensor(batch["emb"]), torch.tensor(batch["labels"])


def measured(name, apply):
    """The loss of a batch, and its gradient with respect to embeddings as they are given."""
    embeddings, labels = embeddings_and_labels(name)
    embeddings.requires_grad_()
    loss = apply(embeddings, labels)
    loss.backward()
    return {"loss": rounded(loss), "grad": rounded(embeddings.grad)}


def of_each(make, mine=None):
    """A loss of the batches, each of them the first that it is given."""
    found = {}
    for name in names:
        loss = make()
        found[name] = measured(name, lambda x, y: loss(x, y, mine(x, y) if mine else None))
    return found


def with_weights(make, parameter, start):
    """A loss with a vector for each class, and its gradient with respect to those as well."""
    found = {}
    for name in names:
        loss = make(classes, dimension)
        weights = getattr(loss, parameter)
        weights.data = torch.tensor(batches[start])
        found[name] = measured(name, loss)
        found[name][f"grad_{parameter}"] = rounded(weights.grad)
    return found


def with_references():
    """Embeddings that are compared with others than the batch's own."""
    loss = losses.TripletMarginLoss(margin=0.1, distance=cos())
    others, theirs = embeddings_and_labels("reference")
    return {
        name: measured(name, lambda x, y: loss(x, y, ref_emb=others, ref_labels=theirs))
        for name in names
    }


def remembered():
    """A memory of 20 rows, which three batches of 12 run over."""
    inner = losses.ContrastiveLoss(pos_margin=1, neg_margin=0.5, distance=cos())
    loss = losses.CrossBatchMemory(inner, embedding_size=dimension, memory_size=20)
    return [{"batch": name, **measured(name, loss)} for name in ["even", "uneven", "even"]]


def triplet(**options):
    return of_each(lambda: losses.TripletMarginLoss(**options))


of_losses = {
    "TripletMargin()": triplet(),
    "TripletMargin(author: cos m=.1)": triplet(margin=0.1, distance=cos()),
    "TripletMargin(cos m=.1 swap)": triplet(margin=0.1, distance=cos(), swap=True),
    "TripletMargin(cos m=.1 smooth)": triplet(margin=0.1, distance=cos(), smooth_loss=True),
    "TripletMargin(cos m=.1 MeanReducer)": triplet(
        margin=0.1, distance=cos(), reducer=MeanReducer()
    ),
    "TripletMargin(L2 m=.2 swap)": triplet(margin=0.2, distance=L2(), swap=True),
    "TripletMargin(sqL2 m=.2)": triplet(margin=0.2, distance=LpDistance(power=2)),
    "Contrastive()": of_each(losses.ContrastiveLoss),
    "Contrastive(cos pos1 neg.0)": of_each(
        lambda: losses.ContrastiveLoss(pos_margin=1, neg_margin=0, distance=cos())
    ),
    "NTXent()": of_each(losses.NTXentLoss),
    "NTXent(T=.5)": of_each(lambda: losses.NTXentLoss(temperature=0.5)),
    "SupCon()": of_each(losses.SupConLoss),
    "MultiSimilarity()": of_each(losses.MultiSimilarityLoss),
    "ArcFace()": with_weights(losses.ArcFaceLoss, "W", "weights"),
    "CosFace()": with_weights(losses.CosFaceLoss, "W", "weights"),
    "NormalizedSoftmax()": with_weights(losses.NormalizedSoftmaxLoss, "W", "weights"),
    "ProxyAnchor()": with_weights(losses.ProxyAnchorLoss, "proxies", "proxies"),
    "Circle()": of_each(losses.CircleLoss),
    "BatchHard(cos)+TripletMargin(cos .1)": of_each(
        lambda: losses.TripletMarginLoss(margin=0.1, distance=cos()),
        miners.BatchHardMiner(distance=cos()),
    ),
    "MSMiner+MultiSimilarity": of_each(losses.MultiSimilarityLoss, miners.MultiSimilarityMiner()),
    "TripletMargin(cos .1, ref_emb)": with_references(),
}


def mined(miner):
    """Triplets (anchor, positive, negative) in order; or positive pairs, and negative pairs."""
    found = {}
    for name in names:
        columns = [column.tolist() for column in miner(*embeddings_and_labels(name))]
        lists = [columns] if len(columns) == 3 else [columns[:2], columns[2:]]
        found[name] = [sorted(zip(*columns)) for columns in lists]
    return found


of_miners = {}
for short, distance in [("L2", L2), ("cos", cos)]:
    for type_of_triplets in ["hard", "semihard", "easy"]:
        of_miners[f"TripletMargin(m=.2,{type_of_triplets},{short})"] = mined(
            miners.TripletMarginMiner(0.2, type_of_triplets, distance=distance())
        )
    of_miners[f"BatchHard({short})"] = mined(miners.BatchHardMiner(distance=distance()))
    for positive in ["easy", "hard", "semihard", "all"]:
        for negative in ["easy", "hard", "semihard", "all"]:
            # A semi-hard one is measured from the one that the other side picks.
            sides = {positive, negative}
            if sides <= {"semihard", "all"} and sides != {"all"}:
                continue
            of_miners[f"BatchEasyHard({positive},{negative},{short})"] = mined(
                miners.BatchEasyHardMiner(
                    pos_strategy=positive, neg_strategy=negative, distance=distance()
                )
            )
of_miners |= {
    "PairMargin(L2)": mined(miners.PairMarginMiner()),
    "PairMargin(cos .8/.2)": mined(
        miners.PairMarginMiner(pos_margin=0.8, neg_margin=0.2, distance=cos())
    ),
    "MultiSimilarity(cos)": mined(miners.MultiSimilarityMiner()),
}


def write(folder, found):
    (tests / folder / "metric_learning.json").write_text(json.dumps(found) + "\n")


write("losses", {"losses": of_losses, "remembered": remembered()})
write("miners", of_miners)

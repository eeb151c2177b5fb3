"""PyTorch's side of `deno task bench peers`: it does what each line on stdin asks for.

A line is a JSON object. One that prepares a job names it ("job") and says what it is; one that runs it
says how many times ("times"). Each is answered by a line of JSON; the first line, unasked, says which
PyTorch this is.

    python3 torch_peer.py
"""
import json
import sys

import torch
from torch import nn
from torch.nn import functional

try:
    import timm
except ImportError:
    timm = None


class Unit(nn.Sequential):
    """A convolution of 3 x 3, BatchNorm and ReLU."""

    def __init__(self, inputs, outputs, stride):
        super().__init__(
            nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(),
        )


class Tiny(nn.Module):
    """Futago's `tiny` (lib/model/backbones/tiny.ts) and its head."""

    def __init__(self, side, embedding):
        super().__init__()
        self.stem = Unit(3, 16, 2)
        self.downs = nn.ModuleList([Unit(16, 32, 2), Unit(32, 64, 2)])
        self.residuals = nn.ModuleList([Unit(32, 32, 1), Unit(64, 64, 1)])
        self.head = nn.Linear((side // 8) ** 2 * 64, embedding)

    def forward(self, x):
        x = self.stem(x)
        for down, residual in zip(self.downs, self.residuals):
            x = down(x)
            x = x + residual(x)
        return self.head(x.flatten(1))


def network_of(name, side, embedding):
    if name == "tiny":
        return Tiny(side, embedding)
    backbone = timm.create_model(name, pretrained=False, num_classes=0)
    return nn.Sequential(backbone, nn.Linear(backbone.num_features, embedding))


def triplet_loss(embeddings, labels, margin):
    """All valid triplets, cosine, mean over those that violate the margin."""
    rows = functional.normalize(embeddings)
    similarities = rows @ rows.T
    same = labels[:, None] == labels[None]
    positive = same & ~torch.eye(len(labels), dtype=torch.bool)
    violations = similarities[:, None, :] - similarities[:, :, None] + margin
    violations = torch.relu(violations[positive[:, :, None] & ~same[:, None, :]])
    return violations.sum() / (violations > 0).sum().clamp(min=1)


def prepare_training(network, batch, side, embedding, margin, rate, decay, channelsLast):
    torch.manual_seed(0)
    model = network_of(network, side, embedding)
    images = torch.randn(batch, 3, side, side)
    if channelsLast:
        model = model.to(memory_format=torch.channels_last)
        images = images.to(memory_format=torch.channels_last)
    labels = torch.arange(batch) // 4
    optimiser = torch.optim.AdamW(model.parameters(), rate, weight_decay=decay)

    def step():
        optimiser.zero_grad()
        loss = triplet_loss(model(images), labels, margin)
        loss.backward()
        optimiser.step()
        return loss.item()

    return step, {"parameters": sum(p.numel() for p in model.parameters())}


def prepare_mining(rows, dimension):
    """The hardest positive and negative of each row: all distances, and masks over them."""
    places = torch.arange(rows * dimension, dtype=torch.float64)
    embeddings = functional.normalize(torch.sin(places**2 % 1_000_003).float().view(rows, dimension))
    labels = torch.arange(rows) // 4

    def mine():
        distances = torch.cdist(embeddings, embeddings)
        same = labels[:, None] == labels[None]
        positives = distances.masked_fill(~same, -1).max(1)
        negatives = distances.masked_fill(same, torch.inf).min(1)
        return positives, negatives

    positives, negatives = mine()
    return mine, {
        "meanPositive": positives.values.mean().item(),
        "meanNegative": negatives.values.mean().item(),
    }


def main():
    answer({"torch": torch.__version__, "timm": timm and timm.__version__})
    kinds = {"training": prepare_training, "mining": prepare_mining}
    jobs = {}
    for line in sys.stdin:
        request = json.loads(line)
        job = request.pop("job")
        if "times" in request:
            threads, run = jobs[job]
            torch.set_num_threads(threads)
            for _ in range(request["times"]):
                run()
            answer({})
        else:
            threads = request.pop("threads")
            run, facts = kinds[request.pop("kind")](**request)
            jobs[job] = threads, run
            answer(facts)


def answer(facts):
    print(json.dumps(facts), flush=True)


main()

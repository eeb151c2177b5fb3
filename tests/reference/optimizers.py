"""Writes torch.json, torch_groups.json and schedule_free.json into tests/optimizers/, and
tests/schedules/torch.json: what PyTorch's and schedule-free optimizers and PyTorch's schedules do.

    pip install torch==2.15.0 schedulefree==1.4.1
    python tests/reference/optimizers.py && deno fmt tests/optimizers tests/schedules
"""

import json
from pathlib import Path

import torch
from schedulefree import AdamWScheduleFree, RAdamScheduleFree, SGDScheduleFree

torch.set_default_dtype(torch.float64)
tests = Path(__file__).parent.parent
places = [1, 2, 4, 5, 6, 7, 10, 12, 50, 100]


class Lookahead:
    """Lookahead as its paper's algorithm 1 has it (Zhang et al., 2019, arXiv:1907.08610)."""

    def __init__(self, fast, values, steps=6, pull=0.5):
        self.fast, self.values, self.steps, self.pull = fast, values, steps, pull
        self.slow = values.detach().clone()
        self.done = 0

    def step(self):
        self.fast.step()
        self.done += 1
        if self.done % self.steps == 0:
            self.slow += self.pull * (self.values.detach() - self.slow)
            self.values.data.copy_(self.slow)


def path(make, rate, clip=None, accumulate=1, steps=100):
    """Values along the slope a (w - t) - 3 sin 3w, after some of the steps: y in training, and x in
    evaluation where an optimizer averages."""
    slope, target = torch.tensor([1, 10, 0.1, 3]), torch.tensor([0.5, -0.3, 2, 0])
    values = torch.tensor([1, 1, -1, 0.25], requires_grad=True)
    optimizer = make(values)
    averages = hasattr(optimizer, "eval")
    found = []
    for step in range(1, steps + 1):
        if averages:
            optimizer.train()
        values.grad = torch.zeros(4)
        for batch in range(accumulate):
            gradient = slope * (values - target) - 3 * torch.sin(3 * values)
            values.grad += (gradient * (1 + batch)).detach() / accumulate
        if clip:
            torch.nn.utils.clip_grad_norm_([values], clip)
        optimizer.step()
        if step in places:
            found.append({"k": step, "y": values.tolist()})
            if averages:
                optimizer.eval()
                found[-1]["x"] = values.tolist()
    return {"rate": rate, "path": found}


def ranger(values, **options):
    fast = torch.optim.RAdam([values], decoupled_weight_decay=True, **options)
    return Lookahead(fast, values)


optim = torch.optim
optimizers = {
    "adam": path(lambda w: optim.Adam([w], lr=0.01, weight_decay=0.1), 0.01),
    "adamw": path(lambda w: optim.AdamW([w], lr=0.01, weight_decay=0.1), 0.01),
    "sgd": path(lambda w: optim.SGD([w], lr=0.002, momentum=0.9, weight_decay=0.1), 0.002),
    "ranger": path(lambda w: ranger(w, lr=0.01, weight_decay=0.1), 0.01),
    "clipped": path(lambda w: optim.SGD([w], lr=0.01, momentum=0.9, weight_decay=0.1), 0.01, clip=2),
    "accumulated": path(
        lambda w: optim.AdamW([w], lr=0.01, weight_decay=0.1), 0.01, clip=5, accumulate=3, steps=12
    ),
}

schedule_free = {
    "AdamWSF(lr.01,wd.1,warmup10)": path(
        lambda w: AdamWScheduleFree([w], lr=0.01, weight_decay=0.1, warmup_steps=10), 0.01
    ),
    "AdamWSF(lr.01,r1,beta.95)": path(
        lambda w: AdamWScheduleFree([w], lr=0.01, r=1, betas=(0.95, 0.999)), 0.01
    ),
    # Its defaults: nothing moves in the first four steps.
    "RAdamSF()": path(lambda w: RAdamScheduleFree([w]), 0.0025),
    "RAdamSF(lr.01,wd.1,silent=False)": path(
        lambda w: RAdamScheduleFree([w], lr=0.01, weight_decay=0.1, silent_sgd_phase=False), 0.01
    ),
    "RAdamSF(lr.01,b2=.99)": path(lambda w: RAdamScheduleFree([w], lr=0.01, betas=(0.9, 0.99)), 0.01),
    "SGDSF(lr.01,wd.01,warmup5)": path(
        lambda w: SGDScheduleFree([w], lr=0.01, weight_decay=0.01, warmup_steps=5), 0.01
    ),
    "AdamW(torch,lr1e-4,wd1e-5)": path(lambda w: optim.AdamW([w], lr=1e-4, weight_decay=1e-5), 1e-4),
}


def grouped_path(make, rate, resting=0, add_group=False, steps=50):
    """The same in two groups, the first of which learns at a tenth of the rate, and only after some
    steps: it has no gradient before, or is no group yet."""
    slope, target = torch.tensor([1, 10, 0.1, 3]), torch.tensor([0.5, -0.3, 2, 0])
    start = torch.tensor([1, 1, -1, 0.25])
    first, second = start[:2].clone().requires_grad_(), start[2:].clone().requires_grad_()
    groups = [{"params": [first], "lr": rate / 10}, {"params": [second], "lr": rate}]
    optimizer = make(groups[1:] if add_group else groups)
    averages = hasattr(optimizer, "eval")
    found = []
    for step in range(1, steps + 1):
        if add_group and step == resting + 1:
            optimizer.add_param_group(groups[0])
        if averages:
            optimizer.train()
        values = torch.cat([first, second]).detach()
        gradient = slope * (values - target) - 3 * torch.sin(3 * values)
        first.grad = gradient[:2].clone() if step > resting else None
        second.grad = gradient[2:].clone()
        optimizer.step()
        if step in [1, 6, 7, 8, 10, 20, 50]:
            place = {"k": step, "y": [*first.tolist(), *second.tolist()]}
            if averages:
                optimizer.eval()
                place["x"] = [*first.tolist(), *second.tolist()]
            found.append(place)
    return {"rate": rate, "resting": resting, "path": found}


grouped = {
    "adamw": grouped_path(lambda g: optim.AdamW(g, weight_decay=0.1), 0.02),
    "adamw, resting": grouped_path(lambda g: optim.AdamW(g, weight_decay=0.1), 0.02, resting=6),
    "sgd": grouped_path(lambda g: optim.SGD(g, momentum=0.9, weight_decay=0.1), 0.01),
    "sgd, resting": grouped_path(
        lambda g: optim.SGD(g, momentum=0.9, weight_decay=0.1), 0.01, resting=6
    ),
    "schedule-free-adamw": grouped_path(lambda g: AdamWScheduleFree(g, weight_decay=0.1), 0.02),
    "schedule-free-adamw, resting": grouped_path(
        lambda g: AdamWScheduleFree(g, weight_decay=0.1), 0.02, resting=6, add_group=True
    ),
}


def rates(make, figures):
    """The learning rate in every epoch, each but the first set after that epoch's figure."""
    optimizer = optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.5)
    schedule = make(optimizer)
    plateau = isinstance(schedule, optim.lr_scheduler.ReduceLROnPlateau)
    found = [0.5]
    for figure in figures:
        optimizer.step()
        schedule.step(figure) if plateau else schedule.step()
        found.append(optimizer.param_groups[0]["lr"])
    return found


# Rises, stands still, rises by less than counts, falls, rises again.
figures = [0.6, 0.7, 0.7, 0.70005, 0.65, 0.71, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7, 0.72, 0.5, 0.5, 0.5, 0.5]
schedules = {
    "figures": figures,
    "plateau": rates(
        lambda o: optim.lr_scheduler.ReduceLROnPlateau(o, mode="max", factor=0.1, patience=2), figures
    ),
    "step": rates(lambda o: optim.lr_scheduler.StepLR(o, step_size=4, gamma=0.3), figures),
    "exponential": rates(lambda o: optim.lr_scheduler.ExponentialLR(o, gamma=0.9), figures),
    "cosine": rates(lambda o: optim.lr_scheduler.CosineAnnealingLR(o, 17, 0.005), figures),
    # Every 25th epoch, to twice as many as it falls for: after those it climbs.
    "climbing": rates(lambda o: optim.lr_scheduler.CosineAnnealingLR(o, 50, 0.005), [0] * 100)[::25],
}

(tests / "optimizers" / "torch.json").write_text(json.dumps(optimizers) + "\n")
(tests / "optimizers" / "torch_groups.json").write_text(json.dumps(grouped) + "\n")
(tests / "optimizers" / "schedule_free.json").write_text(json.dumps(schedule_free) + "\n")
(tests / "schedules" / "torch.json").write_text(json.dumps(schedules) + "\n")

"""The same figures with matplotlib: `plot.py figure DATA OUT` or `plot.py batch DATA FOLDER`. Called by beside.py."""

import csv
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402

INK = "#12436d"


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return [(r["council"], int(r["before"]), int(r["after"])) for r in csv.DictReader(file)]


def figure(data, out):
    found = rows(data)
    names = [name for name, _, _ in found]
    places = range(len(found))
    fig, ax = plt.subplots(figsize=(16, 9), dpi=100)
    before = ax.barh([p - 0.2 for p in places], [b for _, b, _ in found], 0.36, fill=False, edgecolor=INK, label="before")
    after = ax.barh([p + 0.2 for p in places], [a for _, _, a in found], 0.36, color=INK, label="after")
    ax.bar_label(before, padding=3)
    ax.bar_label(after, padding=3)
    ax.set_yticks(list(places), names)
    ax.invert_yaxis()
    ax.grid(axis="x")
    ax.set_title("Made-up enquiries: before and after", loc="left")
    ax.legend(loc="upper right")
    fig.savefig(out)


def batch(data, folder):
    found = rows(data)
    for council in range(len(found) // 6):
        fig, axes = plt.subplots(2, 3, figsize=(8, 4.5), dpi=100)
        for indicator, ax in enumerate(axes.flat):
            name, before, after = found[6 * council + indicator]
            bars = ax.bar([0, 1], [before, after], 0.8, color=["white", INK], edgecolor=INK)
            ax.bar_label(bars)
            ax.set_title(f"Indicator {indicator}", fontsize=9)
            ax.set_xticks([0, 1], ["before", "after"])
            ax.set_yticks([])
        fig.suptitle(f"{name}: before and after")
        for ending in ("svg", "png"):
            fig.savefig(f"{folder}/council-{council + 1:03}.{ending}")
        plt.close(fig)


if __name__ == "__main__":
    {"figure": figure, "batch": batch}[sys.argv[1]](sys.argv[2], sys.argv[3])

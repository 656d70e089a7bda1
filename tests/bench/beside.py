#!/usr/bin/env python3
"""Runs whole processes beside each other, in turn and in one run: this application, gnuplot, and Python with matplotlib.

    python3 tests/bench/beside.py [--runs N] [--batch-runs N] [--program FILE] [--python FILE] [--data FOLDER]

It needs `cargo build --release`, and for the others gnuplot (Debian: gnuplot-nox) and matplotlib (a Python that has it, or the
network: it is installed into a folder that is deleted afterwards). Peak memory is asked of GNU time (Debian: time). What is
missing is said and left out. "user" and "system" are processor time: where their sum is well below the clock (times the cores
in use), other programs were running or the disk was waited for. The numbers depend on the machine; the ratios of one run count.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TIME = "/usr/bin/time"


def quietly(command, **more):
    return subprocess.run([str(c) for c in command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, **more)


def seconds(command):
    """Seconds by the clock, and of all processors in the program and in the system on its behalf."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    done = quietly(command)
    taken = time.perf_counter() - start
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}: {done.stderr.strip()}")
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken, now.ru_utime - used.ru_utime, now.ru_stime - used.ru_stime


def peak(command):
    """Peak memory in MB, of one more run; or None."""
    if not os.path.exists(TIME):
        return None
    done = quietly([TIME, "-f", "peak %M", *command])
    found = [line.split() for line in done.stderr.splitlines() if line.startswith("peak ")]
    return int(found[-1][1]) / 1024 if found else None


def in_turn(commands, runs):
    """Medians of each command: seconds by the clock, in the program, in the system. A B C A B C, after one run of each that is
    not counted."""
    taken = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            once = seconds(command)
            if turn > 0:
                taken[name].append(once)
    return {name: [statistics.median(column) for column in zip(*times)] for name, times in taken.items()}


def size(path):
    path = Path(path)
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files), len(files)


def told(title, commands, outs, runs):
    medians = in_turn(commands, runs)
    ours = medians["Side by Side"]
    load = os.getloadavg()[0]
    print(f"\n{title} (median of {runs}, in turn; load {load:.1f})\n")
    print(f"| {'program':<14} | {'clock':>10} | {'to ours':>7} | {'user':>9} | {'system':>9} | {'to ours':>7} | {'size':>8} | {'files':>5} | {'peak':>6} |")
    print("|" + "-" * 16 + "|" + "".join("-" * (wide + 1) + ":|" for wide in (10, 7, 9, 9, 7, 8, 5, 6)))
    for name, (clock, user, system) in medians.items():
        memory = peak(commands[name])
        memory = "–" if memory is None else f"{memory:.0f} MB"
        by_clock, by_processor = clock / ours[0], (user + system) / (ours[1] + ours[2])
        written, files = size(outs[name])
        print(
            f"| {name:<14} | {clock * 1000:>7.1f} ms | {by_clock:>6.1f}× | {user * 1000:>6.0f} ms | {system * 1000:>6.0f} ms "
            f"| {by_processor:>6.1f}× | {written / 1000:>5.0f} kB | {files:>5} | {memory:>6} |",
            flush=True,
        )


def python_with_matplotlib(asked, scratch):
    if asked:
        if shutil.which(asked) is None or quietly([asked, "-c", "import matplotlib"]).returncode != 0:
            sys.exit(f"{asked}: this is no Python that has matplotlib; name another one, or none")
        return asked
    if quietly([sys.executable, "-c", "import matplotlib"]).returncode == 0:
        return sys.executable
    quietly([sys.executable, "-m", "venv", scratch / "venv"])
    python = scratch / "venv/bin/python"
    if not python.exists() or quietly([python, "-m", "pip", "install", "-q", "matplotlib"]).returncode != 0:
        print("matplotlib can't be installed here, so that it is left out.")
        return None
    return python


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--batch-runs", type=int, default=3)
    parser.add_argument("--program", type=Path, default=ROOT / "target/release/sidebyside")
    parser.add_argument("--python", help="a Python that has matplotlib")
    parser.add_argument("--data", type=Path, help="a folder written by `cargo bench --bench speed -- write FOLDER`")
    asked = parser.parse_args()
    if not asked.program.exists():
        sys.exit(f"{asked.program}: there is no such file; run `cargo build --release` first, or name it with --program")
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        data = asked.data
        if data is None:
            data = scratch / "data"
            written = quietly(["cargo", "bench", "--quiet", "--bench", "speed", "--", "write", data], cwd=ROOT)
            if written.returncode != 0:
                sys.exit(f"the datasets can't be written: {written.stderr.strip()}")
        gnuplot = shutil.which("gnuplot")
        if gnuplot is None:
            print("gnuplot is not installed (Debian: gnuplot-nox), so that it is left out.")
        python = python_with_matplotlib(asked.python, scratch)
        if not os.path.exists(TIME):
            print("GNU time is not installed (Debian: time), so that peak memory is left out.")
        figures(asked, data, gnuplot, python, scratch)
        batches(asked, data, gnuplot, python, scratch)


def figures(asked, data, gnuplot, python, scratch):
    for kind in ("svg", "png", "pdf"):
        outs = {name: scratch / f"{name.replace(' ', '-')}.{kind}" for name in ("Side by Side", "gnuplot", "matplotlib")}
        ours = [asked.program, "chart", data / "twenty.ron", "--kind", "paired", "--width", "1600", "--height", "900"]
        commands = {"Side by Side": [*ours, "--force", "--out", outs["Side by Side"]]}
        if gnuplot:
            words = f"data='{data / 'twenty.csv'}'; out='{outs['gnuplot']}'; kind='{kind}'"
            commands["gnuplot"] = [gnuplot, "-e", words, HERE / "figure.gp"]
        if python:
            commands["matplotlib"] = [python, HERE / "plot.py", "figure", data / "twenty.csv", outs["matplotlib"]]
        told(f"One figure as {kind.upper()}, from command to file", commands, outs, asked.runs)


def batches(asked, data, gnuplot, python, scratch):
    for councils in (152, 38, 608):
        outs = {name: scratch / f"{name.replace(' ', '-')}-{councils}" for name in ("Side by Side", "gnuplot", "matplotlib")}
        for out in outs.values():
            out.mkdir()
        table = data / f"councils-{councils}.csv"
        ours = [asked.program, "export", data / f"councils-{councils}.ron", "--format", "svg,png", "--force"]
        commands = {"Side by Side": [*ours, "--width", "800", "--height", "450", "--out", outs["Side by Side"]]}
        # The others show the ratio once; how memory grows is a question for this application.
        if gnuplot and councils == 152:
            words = f"data='{table}'; folder='{outs['gnuplot']}'; councils={councils}"
            commands["gnuplot"] = [gnuplot, "-e", words, HERE / "batch.gp"]
        if python and councils == 152:
            commands["matplotlib"] = [python, HERE / "plot.py", "batch", table, outs["matplotlib"]]
        told(f"{councils} councils, six indicators each, SVG and PNG of 800×450", commands, outs, asked.batch_runs)


if __name__ == "__main__":
    main()

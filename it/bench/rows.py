"""Passes on what a benchmark prints, and adds its figures to the rows of the one table: fetch.sh and labels.sh measure with
shells of their own.

usage: fetch.sh | rows.py            BENCH_ROWS names the file, as for rounds.py
"""

import re
import sys

import rounds

NUMBER = r"([0-9]*\.?[0-9]+)"


def numbers(pattern, line):
    """The numbers where the pattern has a #, or None when the line is another one."""
    match = re.match(re.escape(pattern).replace(r"\ ", r"\s*").replace(r"\#", NUMBER), line)
    return match and [float(group) for group in match.groups()]


def fetch(line):
    free = numbers("1 GiB, no limit: ours # curl+openssl # aria2c # ratio # (target #)", line)
    if free:
        ours, curl, aria, _, target = free
        rounds.row("fetch, SHA-256", "1 GiB", ours, *min(("curl; openssl", curl), ("aria2c", aria), key=lambda peer: peer[1]), target)
    slow = numbers("256 MiB, 20 MB/s each: ours # aria2c -x8 # ratio # (target #)", line)
    if slow:
        rounds.row("fetch, 20 MB/s each", "256 MiB", slow[0], "aria2c -x8", slow[1], slow[3])
        served = re.search(r"aria2c -x8 -s8 " + NUMBER, line)
        if served:
            rounds.row("fetch, 20 MB/s each", "256 MiB", slow[0], "aria2c -x8 -s8", float(served[1]), slow[3])


def labels(line):
    match = re.match(rf"({NUMBER}) (maps|frames) / (\S.*?)\s+" + r"\s+".join([NUMBER] * 9), line)
    if match:
        seconds, peer, _, target, cpu, _, _, rss, _ = map(float, match.groups()[4:])
        kind = "COCO-Stuff maps" if match[3] == "maps" else "Cityscapes maps"
        rounds.row(kind, f"{match[1]} {match[3]}", seconds, match[4], peer, target, cpu, rss)


for printed in sys.stdin:
    sys.stdout.write(printed)
    sys.stdout.flush()
    for figures in (fetch, labels):
        figures(printed)

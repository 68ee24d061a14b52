"""Runs a benchmark while a virtual machine keeps the memory that it has.

usage: memory.py COMMAND...

With free page reporting (bit 5 of the virtio balloon's features) a guest gives back to its host what has been free for two
seconds, in blocks of 2 MiB, and getting it again takes up to ten times what it takes to write to it: 0.4 against 1.3 to 3.3 s
for a GiB where this was found. Whoever happens to get such memory for the files that he writes takes up to twice as long, in
one round and not in the next.

So all that is available is taken once, and given back but for one page in each MiB: from then on the host keeps what is free, as
it is in blocks too small to be reported. Elsewhere the command is just run.
"""

import glob
import mmap
import os
import subprocess
import sys

BALLOON = "0x0005"
REPORTING = 5
LEFT_ALONE = 2 << 30
BLOCK = 1 << 20
AT_ONCE = 1 << 28


def read(path):
    with open(path) as file:
        return file.read().strip()


def reports_free_memory():
    return any(read(os.path.join(device, "device")) == BALLOON and read(os.path.join(device, "features"))[REPORTING] == "1"
               for device in glob.glob("/sys/bus/virtio/devices/*"))


def hold():
    available = next(int(line.split()[1]) << 10 for line in read("/proc/meminfo").splitlines() if line.startswith("MemAvailable"))
    size = max(0, available - LEFT_ALONE) // AT_ONCE * AT_ONCE
    memory = mmap.mmap(-1, size or AT_ONCE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    for start in range(0, size, AT_ONCE):
        memory[start:start + AT_ONCE:mmap.PAGESIZE] = bytes([1]) * (AT_ONCE // mmap.PAGESIZE)
    for start in range(0, size, BLOCK):
        memory.madvise(mmap.MADV_DONTNEED, start + mmap.PAGESIZE, BLOCK - mmap.PAGESIZE)
    return memory


held = hold() if reports_free_memory() else None
sys.exit(subprocess.run(sys.argv[1:]).returncode)

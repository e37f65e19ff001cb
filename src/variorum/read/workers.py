"""Reading on all cores: windows of accounts go to worker processes and come back in order.

The language model takes nearly all of a build's time and its accounts do not depend on each other.
Workers are plain child processes that speak pickles over their own pipes: no
fork of a process with threads, and nothing of the caller's program is run again.
"""

import os
import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import chain
from queue import SimpleQueue

from variorum.model.reading import ReadingText
from variorum.model.settings import Settings
from variorum.read.reading import read
from variorum.read.testimony import Testimony

WINDOW = 100_000
"""Characters of accounts a worker gets at once: some seconds of work, so that all end together."""

MOST_WORKERS = 4
"""Each worker holds a language model of its own, about 300 MB."""


class ReadingError(RuntimeError):
    """The reading processes cannot go on; the message says what to do."""


Work = tuple[list[ReadingText], dict[str, str], Settings]


def read_all(
    readings: Iterable[ReadingText], texts: Mapping[str, str], settings: Settings
) -> Iterator[Testimony]:
    """What ``read`` gives, in the same order, on as many cores as there are and as pays.

    Raises ``ReadingError`` where a worker ends before its work is done.
    """
    windows = _windows(readings)
    first, second = next(windows, []), next(windows, [])
    workers = min(_cores(), MOST_WORKERS)
    everything = chain([first, second], windows)
    if workers < 2 or not second:
        yield from read(chain.from_iterable(everything), texts, settings)
        return
    idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
    children = [_start() for _ in range(workers)]
    for child in children:
        idle.put(child)

    def ask(work: Work) -> list[Testimony]:
        child = idle.get()
        try:
            return _asked(child, work)
        finally:
            idle.put(child)

    pool = ThreadPoolExecutor(workers)
    asked: deque[Future[list[Testimony]]] = deque()
    try:
        for window in everything:
            sources = {reading.account.source for reading in window}
            asked.append(
                pool.submit(ask, (window, {s: texts[s] for s in sorted(sources)}, settings))
            )
            if len(asked) > 2 * workers:
                yield from asked.popleft().result()
        while asked:
            yield from asked.popleft().result()
    finally:
        for child in children:
            child.kill()
        pool.shutdown(cancel_futures=True)
        for child in children:
            child.communicate()


def _windows(readings: Iterable[ReadingText]) -> Iterator[list[ReadingText]]:
    window: list[ReadingText] = []
    size = 0
    for reading in readings:
        window.append(reading)
        size += len(reading.text)
        if size >= WINDOW:
            yield window
            window, size = [], 0
    if window:
        yield window


def _cores() -> int:
    # The cores this process may use, which a container or taskset can make fewer than the machine has.
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _start() -> "subprocess.Popen[bytes]":
    # A session of its own, so that Ctrl-C reaches the parent alone, which then ends its workers.
    return subprocess.Popen(
        [sys.executable, "-c", "from variorum.read.workers import serve; serve()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
        # a worker for each core already: more threads in one would only get in each other's way
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
    )


def _asked(child: "subprocess.Popen[bytes]", work: Work) -> list[Testimony]:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        pickle.dump(work, child.stdin, protocol=pickle.HIGHEST_PROTOCOL)
        child.stdin.flush()
        answer: list[Testimony] = pickle.load(child.stdout)  # noqa: S301 (our own child wrote it)
    except (EOFError, BrokenPipeError, pickle.UnpicklingError) as error:
        raise ChildProcessError(
            "a reading process ended early; free some memory and build again"
        ) from error
    return answer


def serve() -> None:
    """Be a worker: read what comes in by standard input until it ends, and answer in order."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not run into the answers
    while True:
        try:
            readings, texts, settings = pickle.load(sys.stdin.buffer)  # noqa: S301 (our own parent wrote it)
        except EOFError:
            return
        pickle.dump(
            list(read(readings, texts, settings)), answers, protocol=pickle.HIGHEST_PROTOCOL
        )
        answers.flush()

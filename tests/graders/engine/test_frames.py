"""What comes out of a child is hostile: reading it never raises, and never keeps more than the bounds."""

import json
import socket
import struct
import threading
import time
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_notebook

from corredores_graders.engine.inside.frames import KINDS, FrameReader, Malformed, TooMuch, pack
from corredores_graders.engine.job import BadBytes, CellRun, Job, Limits, Run, checked_message
from corredores_graders.engine.reading import MAX_DEPTH, Reading, nested_deeper

LIMITS = Limits(cell_seconds=5, notebook_seconds=5, cell_output_bytes=20_000, output_bytes=50_000)
LIMITS_BYTES = LIMITS.output_bytes
text = st.text(st.characters(), max_size=30)  # halves of surrogate pairs too
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(text, inner, max_size=4),
    max_leaves=15,
)
contents = st.fixed_dictionaries(
    {},
    optional={
        "name": st.sampled_from(["stdout", "stderr", "stdin", 3]),
        "text": text | anything,
        "data": anything,
        "metadata": st.just({}) | anything,
        "execution_count": st.integers() | anything,
        "ename": text | anything,
        "evalue": text | anything,
        "traceback": st.lists(text, max_size=3) | anything,
        "wait": anything,
    },
)
frames = st.one_of(
    st.fixed_dictionaries({"begin": st.integers(-1, 5) | anything}),
    st.fixed_dictionaries({"end": anything}),
    st.just({"cut": True}),
    st.just({"finished": True}),
    st.fixed_dictionaries({"kind": st.sampled_from(sorted(KINDS)) | anything, "content": contents | anything}),
    st.dictionaries(text, anything, max_size=3),
)


def framed(body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + body


def loose(message: Any) -> bytes:
    """A frame as a hostile child may write it: NaN, Infinity and half pairs are let through."""
    return framed(json.dumps(message).encode("utf-8", "surrogatepass"))


def read(written: bytes, limits: Limits = LIMITS) -> Reading:
    """Read bytes that a child wrote before it ended."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        reading = Reading(ours, limits, lambda: None)

        def write() -> None:
            try:
                theirs.sendall(written)
                theirs.shutdown(socket.SHUT_WR)
            except OSError:
                return  # the other end had enough

        writer = threading.Thread(target=write)
        writer.start()
        reading.read()
        ours.close()
        writer.join()
    return reading


def kept(reading: Reading) -> int:
    return sum(len(json.dumps(message)) for cell in reading.cells for message in cell.messages)


def assert_harmless(reading: Reading) -> None:
    """Within bounds, and fit to be written, carried and read again."""
    assert kept(reading) <= LIMITS_BYTES
    assert reading.ended in ("", "protocol", "output", "wall")
    run = Run(reading.cells, reading.ended, "none", 0.1)
    assert Run.from_bytes(run.to_bytes()) == run
    json.dumps([cell.messages for cell in run.cells], ensure_ascii=False).encode()


@given(st.lists(frames, max_size=12))
def test_any_frames_are_read_without_harm(sent: list[dict[str, Any]]) -> None:
    assert_harmless(read(b"".join(map(loose, [{"begin": 0}, *sent]))))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_without_harm(sent: bytes) -> None:
    assert_harmless(read(sent))
    assert_harmless(read(loose({"begin": 0}) + framed(sent)))


@given(st.lists(frames, max_size=6), st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_frames_are_the_same_however_they_are_cut(sent: list[dict[str, Any]], cuts: list[int]) -> None:
    whole = b"".join(map(loose, sent))
    reader, found = FrameReader(1 << 16, 1 << 20), []
    place = 0
    for cut in [*cuts, len(whole)]:
        found += reader.feed(whole[place : place + cut])
        place += cut
    assert repr(found) == repr(list(FrameReader(1 << 16, 1 << 20).feed(whole)))
    assert len(found) == len(sent)


bundles = st.dictionaries(
    st.sampled_from(
        ["text/plain", "image/png", "application/json", "application/x-foo", "application/a+json", "x", ""]
    ),
    st.lists(text, max_size=2) | anything,
    max_size=4,
)


@given(bundles, st.dictionaries(text, anything, max_size=2), st.integers() | anything)
def test_what_is_kept_fits_into_a_notebook(data: Any, metadata: Any, count: Any) -> None:
    content = {"data": data, "metadata": metadata, "execution_count": count}
    sent = loose({"begin": 0}) + b"".join(
        loose({"kind": kind, "content": content}) for kind in ("display_data", "execute_result")
    )
    messages = read(sent, Limits(cell_seconds=5)).cells[0].messages
    outputs = [{"output_type": message["msg_type"], **message["content"]} for message in messages]
    nbformat.validate(new_notebook(cells=[{**new_code_cell("1", id="a"), "outputs": outputs}]))
    for output in outputs:
        kept = {name: value for name, value in data.items() if isinstance(value, str)}
        assert kept.keys() <= output["data"].keys()


HOSTILE = {
    "four gigabytes announced": struct.pack("!I", 0xFFFFFFFF) + b"x" * 100,
    "no JSON": framed(b"}{"),
    "not text": framed(b"\xff\xfe\x00"),
    "a list": framed(b"[]"),
    "a number": framed(b"1e999"),
    "infinity kept": framed(b'{"kind":"display_data","content":{"data":{"application/json":1e999},"metadata":{}}}'),
    "not a number kept": framed(b'{"kind":"display_data","content":{"data":{"application/json":NaN},"metadata":{}}}'),
    "a number of a million digits": framed(
        b'{"kind":"display_data","content":{"data":{"application/json":' + b"9" * 10_000 + b'},"metadata":{}}}'
    ),
    "nested": framed(b'{"a":' * 9_000 + b"1" + b"}" * 9_000),
    "nested lists": framed(
        b'{"kind":"display_data","content":{"data":{"application/json":'
        + b"[" * 9_000
        + b"]" * 9_000
        + b'},"metadata":{}}}'
    ),
    "no content": framed(b'{"kind":"stream"}'),
    "content of another kind": framed(b'{"kind":"stream","content":[]}'),
    "kind that is none": framed(b'{"kind":"comm_open","content":{}}'),
    "kind that is a list": framed(b'{"kind":[],"content":{}}'),
    "an input that was never asked for": framed(b'{"kind":"execute_input","content":{"code":"1"}}'),
    "cells out of order": loose({"begin": 5}),
    "a cell twice": loose({"begin": 0}),
    "a cell named true": loose({"begin": True}) + loose({"begin": [1]}),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_is_no_message_ends_the_run_and_keeps_what_came_before(what: str) -> None:
    before = loose({"begin": 0}) + loose({"kind": "stream", "content": {"name": "stdout", "text": "before"}})
    reading = read(before + HOSTILE[what] + loose({"finished": True}))
    assert_harmless(reading)
    assert reading.ended in ("protocol", "output")
    assert not reading.finished
    assert reading.cells[0].messages[0]["content"]["text"] == "before"


@pytest.mark.parametrize("depth", [MAX_DEPTH - 10, MAX_DEPTH + 10, 330, 500, 900])
def test_nesting_is_dropped_where_it_is_deep_and_the_run_goes_on(depth: int) -> None:
    content = b'{"data":{"application/json":' + b"[" * depth + b"]" * depth + b'},"metadata":{}}'
    reading = read(
        loose({"begin": 0}) + framed(b'{"kind":"display_data","content":' + content + b"}") + loose({"finished": True})
    )
    assert_harmless(reading)
    assert reading.finished or reading.ended == "protocol"
    assert bool(reading.cells[0].messages) == (depth < MAX_DEPTH)


def test_a_million_empty_messages_are_not_kept() -> None:
    empty = loose({"kind": "clear_output", "content": {}})
    reading = read(loose({"begin": 0}) + empty * 50_000)
    assert reading.cells[0].cut
    assert len(reading.cells[0].messages) < 100


def test_a_million_cells_are_not_kept() -> None:
    limits = Limits()
    reading = read(b"".join(loose({"begin": place}) for place in range(30_000)), limits)
    assert len(reading.cells) <= 20_000
    assert reading.ended == "output"


@given(st.lists(st.sampled_from(["begin", "end", "cut", "finished", "text"]), max_size=20))
def test_words_in_any_order_claim_no_more_than_was_begun(words: list[str]) -> None:
    begun, sent = 0, b""
    for word in words:
        message: dict[str, Any] = {word: begun}
        if word == "text":
            message = {"kind": "stream", "content": {"name": "stdout", "text": "x"}}
        begun += word == "begin"
        sent += loose(message)
    reading = read(sent)
    assert_harmless(reading)
    assert len(reading.cells) <= begun


def test_a_child_that_says_nothing_is_ended_in_time() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        reading = Reading(ours, Limits(cell_seconds=0.1, notebook_seconds=0.3), lambda: None)
        began = time.monotonic()
        assert not reading.read()
    assert reading.ended == "wall"
    assert time.monotonic() - began < 5


@given(st.lists(text, max_size=3), st.dictionaries(text, st.binary(max_size=20), max_size=3), st.integers(0, 10**9))
def test_a_job_comes_back_as_it_went(cells: list[str], files: dict[str, bytes], memory: int) -> None:
    job = Job(tuple(cells), files, Limits(memory_bytes=memory))
    written = job.to_bytes()
    assert Job.limits_of(written) == job.limits
    size = int.from_bytes(written[:8], "big")
    head = json.loads(written[8 : 8 + size])
    assert head["cells"] == cells
    assert written[8 + size :] == b"".join(files.values())
    assert [tuple(one) for one in head["files"]] == [(name, len(content)) for name, content in files.items()]


@given(st.binary(max_size=60) | anything.map(lambda value: json.dumps(value).encode("utf-8", "replace")))
def test_bytes_that_are_no_run_or_job_are_said_to_be_none(written: bytes) -> None:
    for reads in (Run.from_bytes, Job.limits_of):
        with pytest.raises(BadBytes):
            reads(written)


@given(anything)
def test_depth_is_measured_without_recursion(value: Any) -> None:
    def depth(thing: Any) -> int:
        inner = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else ()
        return max((1 + depth(one) for one in inner if isinstance(one, dict | list)), default=0)

    for most in range(1, 6):
        assert nested_deeper({"v": value}, most) == (depth({"v": value}) >= most)


def test_too_much_and_malformed_are_told_apart() -> None:
    with pytest.raises(TooMuch):
        list(FrameReader(100, 1_000).feed(pack({"a": "x" * 200})))
    with pytest.raises(TooMuch):
        list(FrameReader(100, 1_000).feed(pack({"a": "x"}) * 200))
    with pytest.raises(Malformed):
        list(FrameReader(100, 1_000).feed(framed(b"1")))
    assert checked_message({"msg_type": "clear_output", "content": {"wait": 1, "more": 2}, "also": 3}) == {
        "msg_type": "clear_output",
        "content": {"wait": True},
    }
    assert CellRun().messages == ()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs FIX session scripts against an acceptor and prints a table.

    fix_acceptance.py --port 9878 [--formats fields.fmt] [--target TW] SCRIPT_OR_FOLDER...
    fix_acceptance.py --spawn build/dev/bin/rialtod --version FIX.4.4 SCRIPT_OR_FOLDER...

A script has one line an action: iCONNECT and iDISCONNECT for us, eDISCONNECT for what the acceptor must do, I<message> sent as it
is (body length and checksum are filled in when absent, <TIME>, <TIME+n> and <TIME-n> are seconds around now), E<message> expected:
the same fields in the same order, and equal values but for the tags that the formats describe (times, checksum) and body length.
A number and a comma after the letter name one of several connections. In our own scripts (.fixs) a bar stands for the separator, ~ for any
value, {VERSION} for what begins a message; E alone skips one message, whatever it is. A script that expects an order to come back as an order
speaks of an echo server, which a market is not: it is told as such and not run."""

import argparse
import datetime
import pathlib
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

SOH = "\x01"
STAMP = r"\d{8}-\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?"
FORMATS = {9: re.compile(r"\d+"), 10: re.compile(r"\d{3}"), 42: re.compile(STAMP), 52: re.compile(STAMP), 60: re.compile(STAMP),
           122: re.compile(STAMP)}
ECHO = re.compile(r"^E(?:\d,)?8=[^\x01]*\x01(?:9=\d*\x01)?35=([^\x01]*)\x01", re.MULTILINE)
# What an acceptor itself may say: session messages and the business reject.
OWN_TYPES = set("0 1 2 3 4 5 A j".split())


SKIPPED = 77  # as CTest is told


class Failure(Exception):
    pass


def now(shift=0):
    return (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=shift)).strftime("%Y%m%d-%H:%M:%S")


def with_times(text):
    return re.sub(r"<TIME([+-]\d+)?>", lambda found: now(int(found.group(1) or 0)), text)


def completed(message):
    """With body length and checksum, where they are not given."""
    head = re.match(r"8=[^\x01]*\x01", message)
    if not head:
        return message
    body = message[head.end():]
    trailer = re.search(r"(?<=\x01)10=[^\x01]*\x01$", body)
    end = trailer.group() if trailer else ""
    body = body[:len(body) - len(end)]
    if not re.search(r"(?:^|\x01)9=", body):
        body = f"9={len(body.encode('latin-1'))}{SOH}{body}"
    if not end:
        end = f"10={sum((head.group() + body).encode('latin-1')) % 256:03}{SOH}"
    return head.group() + body + end


class Peer:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.held = b""

    def send(self, message):
        try:
            self.socket.sendall(message.encode("latin-1"))
        except OSError as trouble:
            raise Failure(f"cannot send: {trouble}") from trouble

    def receive(self, seconds=30):
        until = time.monotonic() + seconds
        while True:
            whole = re.match(rb"8=[^\x01]*\x019=(\d+)\x01", self.held)
            if whole:
                size = whole.end() + int(whole.group(1))
                end = self.held.find(b"\x01", size + 1)
                if len(self.held) > size and end >= 0:
                    message, self.held = self.held[:end + 1], self.held[end + 1:]
                    return message.decode("latin-1")
            left = until - time.monotonic()
            if left <= 0 or not select.select([self.socket], [], [], left)[0]:
                raise Failure("nothing came")
            try:
                more = self.socket.recv(65536)
            except OSError:
                more = b""
            if not more:
                raise Failure("hung up, a message was expected")
            self.held += more

    def expect_end(self, seconds=20):
        if self.held:
            raise Failure("a hang-up was expected, this came: " + shown(self.held.decode("latin-1")))
        if not select.select([self.socket], [], [], seconds)[0]:
            raise Failure("not hung up")
        try:
            more = self.socket.recv(65536)
        except OSError:
            return
        if more:
            raise Failure("a hang-up was expected, this came: " + shown(more.decode("latin-1")))

    def close(self):
        self.socket.close()


def shown(message):
    return message.replace(SOH, "|")


def compare(expected, received, formats):
    want = [field.split("=", 1) for field in expected.split(SOH) if field]
    have = [field.split("=", 1) for field in received.split(SOH) if field]
    # A script may leave out the two fields that follow from the others.
    given = {field[0] for field in want}
    have = [field for field in have if field[0] not in ("9", "10") or field[0] in given]
    for (tag, value), (other, got) in zip(want, have):
        if tag != other:
            return f"field {tag} was expected, {other} came"
        form = formats.get(int(tag))
        if value != "~" and (form.fullmatch(got) is None if form else value != got):
            return f"field {tag} should be {value}, is {got}"
    return None if len(want) == len(have) else f"{len(want)} fields were expected, {len(have)} came"


def renamed(text, target):
    """Scripts name their counterparty TW44; another name may be wanted. Only whole values of CompID fields are replaced."""
    return re.sub(r"(\x01(?:49|56)=)TW\d\d\w*(?=\x01)", lambda found: found.group(1) + target, text) if target else text


def run(text, port, formats, target):
    peers = {}
    try:
        for number, line in enumerate(text.splitlines(), 1):
            if not line or line.startswith("#"):
                continue
            kind, rest, name = line[0], line[1:], "1"
            if re.match(r"\d,", rest):
                name, rest = rest[0], rest[2:]
            try:
                if kind == "i" and rest == "CONNECT":
                    peers[name] = Peer(port)
                elif kind == "i" and rest == "DISCONNECT":
                    peers.pop(name).close()
                elif kind == "e" and rest == "DISCONNECT":
                    peers[name].expect_end()
                elif kind == "I":
                    peers[name].send(completed(with_times(renamed(rest, target))))
                elif kind == "E":
                    expected = renamed(rest, target)
                    received = peers[name].receive()
                    trouble = compare(expected, received, formats) if expected else None
                    if trouble:
                        raise Failure(f"{trouble}\n      expected {shown(expected)}\n      received {shown(received)}")
                else:
                    raise Failure("line is not understood")
            except (Failure, OSError, KeyError) as trouble:
                raise Failure(f"line {number}: {trouble}") from trouble
    finally:
        for peer in peers.values():
            peer.close()


def echoes(text):
    return any(kind not in OWN_TYPES for kind in ECHO.findall(text))


def scripts_of(paths):
    for path in map(pathlib.Path, paths):
        yield from sorted(path.rglob("*.def")) + sorted(path.rglob("*.fixs")) if path.is_dir() else [path]


def read_formats(path):
    formats = dict(FORMATS)
    if path:
        for line in path.read_text("latin-1").splitlines():
            tag, _, form = line.partition("=")
            if tag.isdigit() and int(tag) not in formats:
                formats[int(tag)] = re.compile(form)
    return formats


class Daemon:
    """A rialtod of our own on a book of its own."""

    def __init__(self, program, version, counterparty):
        self.folder = tempfile.mkdtemp(prefix="rialto-fix-")
        self.process = subprocess.Popen([program, "--book", self.folder + "/book", "--fix-acceptor", "0", "--fix-version", version,
                                         "--fix-comp-id", "ISLD", "--fix-counterparty", counterparty], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"on [\d.]+:(\d+) as", line)
        if not found:
            self.end()
            raise SystemExit(f"{program} did not become ready: {line}")
        self.port = int(found.group(1))

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        code = self.process.wait(60)
        self.process.stdout.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        return code


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--port", type=int)
    parser.add_argument("--spawn", metavar="RIALTOD")
    parser.add_argument("--version", default="FIX.4.4")
    parser.add_argument("--counterparty", default="TW")
    parser.add_argument("--target", default="", help="say this instead of TW44 and the like")
    parser.add_argument("--formats", type=pathlib.Path)
    parser.add_argument("--quiet", action="store_true", help="only what failed, and the sum")
    options = parser.parse_args()
    missing = [path for path in options.paths if not pathlib.Path(path).exists()]
    if missing:
        print(f"skipped: there is no {missing[0]}")
        return SKIPPED
    daemon = Daemon(options.spawn, options.version, options.counterparty) if options.spawn else None
    port = daemon.port if daemon else options.port
    formats = read_formats(options.formats)
    passed = failed = left_out = 0
    for script in scripts_of(options.paths):
        text = script.read_text("latin-1")
        own = script.suffix == ".fixs"
        if own:
            text = "\n".join(line if line.startswith("#") else line.replace("|", SOH) for line in text.splitlines())
            text = text.replace("{VERSION}", "FIXT.1.1" if options.version == "FIX.5.0SP2" else options.version)
        label = f"{script.parent.name}/{script.stem}"
        if not own and echoes(text):
            left_out += 1
            if not options.quiet:
                print(f"  echo  {label}")
            continue
        began = time.monotonic()
        try:
            run(text, port, formats, options.target)
            passed += 1
            if not options.quiet:
                print(f"  ok    {label}  ({time.monotonic() - began:.1f} s)", flush=True)
        except Failure as trouble:
            failed += 1
            print(f"  FAIL  {label}\n    {trouble}", flush=True)
    code = daemon.end() if daemon else 0
    if code != 0:
        print(f"  FAIL  rialtod ended with {code}")
        failed += 1
    print(f"{passed} passed, {failed} failed, {left_out} expect an echo and were not run")
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main())

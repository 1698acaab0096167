#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sends rialtod damaged FIX messages for some seconds: those of our scenarios with bytes changed, cut, repeated, and fields that lie
about lengths, counts and numbers. It must stay up, still serve a good client, and end cleanly.

    fix_hostile.py --spawn build/dev/bin/rialtod --seconds 10 [--seed 1] FOLDER..."""

import argparse
import random
import re
import sys
import time

from fix_acceptance import SOH, Daemon, Failure, Peer, completed, scripts_of, with_times

LIES = ["95=9999999", "96=x", "95=-5", "90=3", "212=99999", "213=a", "354=2147483647", "355=q", "146=99999999", "268=-1", "453=2", "448=a",
        "447=b", "16=-1", "7=99999999", "36=-5", "36=0", "36=2147483647", "34=99999999999", "108=-3", "108=99999999", "11=" + "A" * 90,
        "38=999999999999999", "44=1e308", "54=", "141=Y", "43=Y", "97=Y", "52=", "60=x", "9=4", "10=1", "1137=x", "8=FIX.4.4", "267=500"]
LOGON = f"8=FIX.4.4{SOH}35=A{SOH}34=1{SOH}49=TW{SOH}52=<TIME>{SOH}56=ISLD{SOH}98=0{SOH}108=30{SOH}"


def damaged(message, chance):
    letters = list(message)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(letters))
        kind = chance.randrange(6)
        if kind == 0:
            letters[at] = chr(chance.randrange(256))
        elif kind == 1:
            del letters[at:at + chance.randint(1, 10)]
        elif kind == 2:
            letters[at:at] = SOH + chance.choice(LIES) + SOH
        elif kind == 3:
            letters[at:at] = letters[chance.randrange(len(letters)):][:chance.randint(1, 40)]
        elif kind == 4:
            del letters[at:]
        else:
            letters[at:at] = SOH
        letters = letters or ["8"]
    return "".join(letters)


def attack(port, messages, chance):
    peer = Peer(port)
    count = 0
    try:
        if chance.random() < 0.95:
            peer.send(completed(with_times(LOGON)))
        for number in range(2, chance.randint(3, 32)):
            message = re.sub(r"\x0134=\d+", f"{SOH}34={number}", chance.choice(messages))
            if chance.random() < 0.8:
                message = damaged(message, chance)
            peer.send(completed(with_times(message)) if chance.random() < 0.8 else message)
            count += 1
        peer.socket.settimeout(0.05)
        peer.socket.recv(65536)
    except (Failure, OSError):
        pass
    finally:
        peer.close()
    return count


def served(port, seconds=20):
    """What a good client is answered. While the last attacker's connection still counts as logged on, a second one under the same
    name is hung up on, so it comes again as any engine would."""
    until = time.monotonic() + seconds
    while True:
        good = Peer(port)
        try:
            good.send(completed(with_times(LOGON)))
            return good.receive()
        except Failure:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)
        finally:
            good.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--spawn", required=True)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    messages = []
    for script in scripts_of(options.paths):
        lines = script.read_text("latin-1").replace("|", SOH).replace("{VERSION}", "FIX.4.4").splitlines()
        messages += [line[1:] for line in lines if line.startswith("I8=")]
    daemon = Daemon(options.spawn, "FIX.4.4", "TW")
    chance = random.Random(options.seed)
    until = time.monotonic() + options.seconds
    count = 0
    try:
        while time.monotonic() < until:
            count += attack(daemon.port, messages, chance)
        answer = served(daemon.port)
    except (OSError, Failure) as trouble:
        print(f"FAIL: seed {options.seed}, after {count} messages: {trouble}; rialtod {daemon.process.poll()}")
        daemon.process.kill()
        return 1
    code = daemon.end()
    print(f"seed {options.seed}: {count} messages, then {answer[:20]!r}; rialtod ended with {code}")
    return 0 if code == 0 and f"{SOH}35=A{SOH}" in answer else 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills rialtod (SIGKILL) at random moments under a flow of FIX orders, and at the end compares what the client was told with what
the book holds: every order once, every fill once, every request answered.

    fix_kill.py --bin build/dev/bin --kills 20 [--seed 1]

The client is a small FIX 4.4 engine of its own with numbers that it never loses; it resends what it is asked for with PossDupFlag."""

import argparse
import json
import os
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

from fix_acceptance import Failure, Peer, completed, now

SOH = "\x01"
SYMBOLS = "MERI QUIL VOTE SOLV HALC TAND".split()
ADMIN = set("012345A")


class Client:
    def __init__(self):
        self.next_out = 1
        self.next_in = 1
        self.sent = {}       # number: (type, body)
        self.waiting = {}    # number: message that came too early
        self.peer = None
        self.logged_on = False
        self.reports = {}    # execution id: fields
        self.told_twice = []
        self.rejects = {}    # ClOrdID of the request: fields
        self.session_rejects = []
        self.resent = 0

    def write(self, kind, body, number=None):
        duplicate = number is not None
        if not duplicate:
            number = self.next_out
            self.next_out += 1
            self.sent[number] = (kind, body)
        again = f"43=Y{SOH}122={now()}{SOH}" if duplicate else ""
        text = f"8=FIX.4.4{SOH}35={kind}{SOH}34={number}{SOH}49=TW{SOH}52={now()}{SOH}56=ISLD{SOH}{again}{body}"
        if self.peer:
            try:
                self.peer.socket.sendall(completed(text).encode("latin-1"))
            except OSError:
                self.drop()

    def drop(self):
        if self.peer:
            self.peer.close()
        self.peer = None
        self.logged_on = False

    def connect(self, port):
        self.drop()
        try:
            self.peer = Peer(port)
        except OSError:
            return False
        self.write("A", f"98=0{SOH}108=30{SOH}")
        until = time.monotonic() + 10
        while self.peer and not self.logged_on and time.monotonic() < until:
            self.poll(0.2)
        return self.logged_on

    def poll(self, seconds):
        until = time.monotonic() + seconds
        while self.peer:
            try:
                wire = self.peer.receive(max(0.0, until - time.monotonic()))
            except Failure as end:
                if "nothing came" not in str(end):
                    self.drop()
                return
            self.take(dict(field.split("=", 1) for field in wire.split(SOH) if field))

    def take(self, message):
        number = int(message["34"])
        if message["35"] == "A":
            self.logged_on = True
        if message["35"] == "4" and message.get("123") != "Y":
            self.next_in = int(message["36"])
            return
        if number > self.next_in:
            if message["35"] == "2":
                self.resend(message)
            first = not self.waiting
            self.waiting[number] = message
            if first or message["35"] == "A":
                self.write("2", f"7={self.next_in}{SOH}16=0{SOH}")
            return
        if number < self.next_in:
            if message.get("43") != "Y":
                raise SystemExit(f"a number came twice: {message}, {self.next_in} was expected")
            return
        self.process(message)
        while self.next_in in self.waiting:
            self.process(self.waiting.pop(self.next_in))
        self.waiting = {key: value for key, value in self.waiting.items() if key > self.next_in}

    def process(self, message):
        kind = message["35"]
        self.next_in = int(message["36"]) if kind == "4" else int(message["34"]) + 1
        if kind == "1":
            self.write("0", f"112={message['112']}{SOH}")
        elif kind == "2" and "seen" not in message:
            self.resend(message)
        elif kind == "8":
            if message["17"] in self.reports:
                self.told_twice.append(message["17"])
            self.reports[message["17"]] = message
        elif kind == "9":
            self.rejects[message["11"]] = message
        elif kind in "3j":
            self.session_rejects.append(message)

    def resend(self, message):
        message["seen"] = "Y"
        first, last = int(message["7"]), int(message["16"]) or self.next_out - 1
        number = first
        while number <= last:
            kind, body = self.sent.get(number, ("0", ""))
            if kind in ADMIN:
                end = number
                while end <= last and self.sent.get(end, ("0", ""))[0] in ADMIN:
                    end += 1
                self.write("4", f"36={end}{SOH}123=Y{SOH}", number)
                number = end
            else:
                self.resent += 1
                self.write(kind, body, number)
                number += 1


class Flow:
    """Orders, cancels and replaces at random."""

    def __init__(self, client, seed):
        self.client = client
        self.random = random.Random(seed)
        self.orders = {}     # ClOrdID: symbol
        self.requests = {}   # ClOrdID of a cancel or replace: what it was for
        self.resting = []
        self.serial = 0

    def identity(self):
        self.serial += 1
        return f"k{self.serial}"

    def act(self):
        pick = self.random.random()
        stamp = f"60={now()}{SOH}"
        if pick < 0.25 and self.resting:
            target, symbol = self.resting.pop(self.random.randrange(len(self.resting)))
            request = self.identity()
            self.requests[request] = target
            if pick < 0.15:
                self.client.write("F", f"11={request}{SOH}41={target}{SOH}55={symbol}{SOH}54=1{SOH}38=100{SOH}{stamp}")
            else:
                self.client.write("G", f"11={request}{SOH}41={target}{SOH}21=1{SOH}55={symbol}{SOH}54=1{SOH}38=150{SOH}40=2{SOH}44=1.25{SOH}{stamp}")
            return
        order, symbol = self.identity(), self.random.choice(SYMBOLS)
        self.orders[order] = symbol
        if pick < 0.5:
            self.resting.append((order, symbol))
            self.client.write("D", f"11={order}{SOH}21=1{SOH}55={symbol}{SOH}54=1{SOH}38=100{SOH}40=2{SOH}44=1.00{SOH}59=1{SOH}{stamp}")
        else:
            size = self.random.randint(1, 400)
            self.client.write("D", f"11={order}{SOH}21=1{SOH}55={symbol}{SOH}54=1{SOH}38={size}{SOH}40=1{SOH}{stamp}")


class Daemon:
    def __init__(self, options, book):
        self.process = subprocess.Popen([os.path.join(options.bin, "rialtod"), "--book", book, "--fix-acceptor", "0", "--fix-version", "FIX.4.4",
                                         "--fix-comp-id", "ISLD", "--fix-counterparty", "TW"], stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        found = re.search(r"on [\d.]+:(\d+) as", line)
        if not found:
            raise SystemExit(f"rialtod did not become ready: {line}")
        self.port = int(found.group(1))


def settled(client, flow):
    """Every order has an end or rests, every request has an answer."""
    told = {}
    for report in client.reports.values():
        told.setdefault(report["11"], []).append(report)
    for order in flow.orders:
        if order not in told:
            return False
    for request in flow.requests:
        if request not in told and request not in client.rejects:
            return False
    return all(order["39"] != "A" for reports in told.values() for order in reports)


def check(client, flow, options, book):
    complaints = []

    def complain(text):
        complaints.append(text)

    listed = json.loads(subprocess.run([os.path.join(options.bin, "rialtoctl"), "order", "list", "--book", book, "--json"],
                                       stdout=subprocess.PIPE, check=True, text=True).stdout)["orders"]
    mine = {}
    for order in listed:
        if order["account"] == "FIX-TW":
            mine.setdefault(order["commandId"].split("/")[-1], []).append(order)
    for order in flow.orders:
        if len(mine.get(order, [])) != 1:
            complain(f"order {order} stands {len(mine.get(order, []))} times in the book")
    for stranger in set(mine) - set(flow.orders):
        complain(f"order {stranger} was never sent")
    if client.told_twice:
        complain(f"told twice: {client.told_twice[:5]}")
    if client.session_rejects:
        complain(f"rejected: {client.session_rejects[:2]}")
    filled = {}
    ends = {}
    for report in client.reports.values():
        if report.get("150") == "F":
            filled[report["37"]] = filled.get(report["37"], 0) + int(report["32"])
        if report["39"] in "248C":
            ends[report["37"]] = report["39"]
    states = {"filled": "2", "cancelled": "4", "rejected": "8", "expired": "C"}
    for orders in mine.values():
        for order in orders:
            key = str(order["id"])
            if float(order["filled"]) != filled.get(key, 0):
                complain(f"order {key} has {order['filled']} filled in the book, {filled.get(key, 0)} was told")
            state = states.get(order["state"].lower())
            if state and ends.get(key) != state:
                complain(f"order {key} is {order['state']} in the book, {ends.get(key)} was told")
    for request in flow.requests:
        answers = sum(report["11"] == request and report["150"] in "45" for report in client.reports.values()) + (request in client.rejects)
        if answers != 1:
            complain(f"request {request} has {answers} answers")
    fills = sum(report.get("150") == "F" for report in client.reports.values())
    return complaints, fills


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--kills", type=int, default=int(os.environ.get("RIALTO_KILLS", "4")))
    parser.add_argument("--seed", type=int, default=int(os.environ.get("RIALTO_SEED", "1")))
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="rialto-fix-kill-")
    book = os.path.join(folder, "book")
    client = Client()
    flow = Flow(client, options.seed)
    moments = random.Random(options.seed + 1)
    try:
        for kill in range(options.kills + 1):
            daemon = Daemon(options, book)
            last = kill == options.kills
            client.connect(daemon.port)
            until = time.monotonic() + (1.0 if last else moments.uniform(0.0, 1.5))
            while time.monotonic() < until:
                for _ in range(moments.randint(1, 8)):
                    flow.act()
                client.poll(moments.uniform(0, 0.03))
                if not client.peer:
                    client.connect(daemon.port)
            if last:
                deadline = time.monotonic() + 30
                while not settled(client, flow) and time.monotonic() < deadline:
                    client.poll(0.2)
                client.poll(1.0)
                client.write("5", "")
                client.poll(1.0)
                daemon.process.terminate()
                code = daemon.process.wait(60)
                if code != 0:
                    raise SystemExit(f"rialtod ended with {code}")
            else:
                daemon.process.kill()
                daemon.process.wait()
                client.poll(0.05)
                client.drop()
            daemon.process.stdout.close()
        complaints, fills = check(client, flow, options, book)
        for text in complaints[:20]:
            print("  " + text)
        print(f"seed {options.seed}: {options.kills} kills, {len(flow.orders)} orders, {len(flow.requests)} cancels and replaces, {fills} fills, "
              f"{client.resent} messages sent again; {len(complaints)} complaints")
        return 1 if complaints or not fills else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())

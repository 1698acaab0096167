-- SPDX-License-Identifier: GPL-3.0-or-later
-- The people who work in a protected book. Passwords are not here (book.keys beside the book holds the book's key, wrapped under
-- each). Times are nanoseconds since 1970 UTC; role and state are the numbers of their C++ enums, never renumbered.
CREATE TABLE security_user (
    name TEXT PRIMARY KEY,
    display TEXT NOT NULL,
    role INTEGER NOT NULL,
    every_client INTEGER NOT NULL,
    clients TEXT NOT NULL,           -- ids, separated by spaces
    disabled INTEGER NOT NULL,
    totp_secret TEXT NOT NULL,       -- hex
    totp_pending TEXT NOT NULL,
    totp_last_step INTEGER NOT NULL,
    recovery_hashes TEXT NOT NULL,   -- separated by spaces
    created_at INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    password_set_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE security_session (
    id INTEGER PRIMARY KEY,
    user TEXT NOT NULL,
    program TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;

CREATE TABLE security_approval (
    id INTEGER PRIMARY KEY,
    requester TEXT NOT NULL,
    requested_at INTEGER NOT NULL,
    subject TEXT NOT NULL,
    command TEXT NOT NULL,
    reason TEXT NOT NULL,
    state INTEGER NOT NULL,
    decider TEXT NOT NULL,
    decided_at INTEGER,
    remark TEXT NOT NULL
) STRICT;

CREATE TABLE security_setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

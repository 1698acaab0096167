-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the information desk has written itself, and where everything else came from. Unlike the tables before, these cannot be
-- imported again. Times are nanoseconds since 1970 UTC.
-- A note is never changed: a new revision is a new row.
CREATE TABLE research_note (
    id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    time INTEGER NOT NULL,
    author TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    rating TEXT NOT NULL,
    target_units INTEGER,
    target_places INTEGER NOT NULL,
    currency TEXT NOT NULL,
    symbols TEXT NOT NULL,
    clients TEXT NOT NULL,
    PRIMARY KEY (id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE desk_import (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    file TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    hash TEXT NOT NULL,
    format TEXT NOT NULL,
    kind TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    rejected INTEGER NOT NULL,
    rules TEXT NOT NULL
) STRICT;

-- What an import brought values of: bars by "SYMBOL|1d|source", series by "source|id", fixings by "base|quote|source", ...
CREATE TABLE desk_import_value (
    import_id INTEGER NOT NULL REFERENCES desk_import (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    first_time INTEGER NOT NULL,
    last_time INTEGER NOT NULL,
    PRIMARY KEY (kind, name, import_id)
) STRICT, WITHOUT ROWID;

-- What a bar was before it was replaced: `until` is when, `origin` the import (positive) or decision (negative) that replaced it.
CREATE TABLE bar_version (
    series_id INTEGER NOT NULL REFERENCES bar_series (id) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    until INTEGER NOT NULL,
    origin INTEGER NOT NULL,
    payload BLOB NOT NULL,
    PRIMARY KEY (series_id, start, until)
) STRICT, WITHOUT ROWID;

-- A person's or a rule's decision about a stored value: a repair, a quarantine, a release, or the undoing of one of these.
CREATE TABLE desk_decision (
    id INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL,
    series TEXT NOT NULL,
    bar_start INTEGER,
    field TEXT NOT NULL,
    before_text TEXT NOT NULL,
    after_text TEXT NOT NULL,
    reason TEXT NOT NULL,
    author TEXT NOT NULL,
    undone_by INTEGER REFERENCES desk_decision (id)
) STRICT;
CREATE INDEX desk_decision_by_series ON desk_decision (series, id);

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Ticks, in blocks as bars are (modules/storage/tick_codec.h). Blocks of a series may share a time at their edges, so they
-- are ordered by position.
CREATE TABLE tick_series (
    id INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL,
    source TEXT NOT NULL,
    UNIQUE (symbol, source)
) STRICT;

CREATE TABLE tick_block (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES tick_series (id) ON DELETE CASCADE,
    first_time INTEGER NOT NULL,
    last_time INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    payload BLOB NOT NULL
) STRICT;
CREATE INDEX tick_block_by_time ON tick_block (series_id, first_time, id);

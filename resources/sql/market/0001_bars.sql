-- SPDX-License-Identifier: GPL-3.0-or-later
-- Bars are kept in blocks: up to 4096 bars of one series, packed column by column (modules/storage/bar_codec.h).
CREATE TABLE bar_series (
    id INTEGER PRIMARY KEY,
    symbol TEXT NOT NULL,
    interval_seconds INTEGER NOT NULL,
    source TEXT NOT NULL,
    UNIQUE (symbol, interval_seconds, source)
) STRICT;

-- first_start and last_start are nanoseconds since 1970 UTC; blocks of a series never overlap.
CREATE TABLE bar_block (
    id INTEGER PRIMARY KEY,
    series_id INTEGER NOT NULL REFERENCES bar_series (id) ON DELETE CASCADE,
    first_start INTEGER NOT NULL,
    last_start INTEGER NOT NULL,
    count INTEGER NOT NULL CHECK (count > 0),
    payload BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX bar_block_by_start ON bar_block (series_id, first_start, last_start, count);

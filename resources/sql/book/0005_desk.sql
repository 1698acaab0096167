-- SPDX-License-Identifier: GPL-3.0-or-later
-- What an order says beyond side, type, quantity, limit and time in force (domain/order_terms.h), null when it says nothing
-- more; and what the trading desk decided: limits and the kill switch, a change being a further revision (oms/desk_record.h).
ALTER TABLE customer_order ADD COLUMN terms TEXT CHECK (length(terms) <= 4096);

CREATE TABLE desk_record (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    kind INTEGER NOT NULL,
    id TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0),
    time INTEGER NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL CHECK (length(body) <= 4096),
    UNIQUE (kind, id, revision)
) STRICT;
CREATE TRIGGER desk_record_is_final BEFORE UPDATE ON desk_record BEGIN SELECT raise(ABORT, 'facts are final'); END;
CREATE TRIGGER desk_record_stays BEFORE DELETE ON desk_record BEGIN SELECT raise(ABORT, 'facts are final'); END;

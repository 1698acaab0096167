-- SPDX-License-Identifier: GPL-3.0-or-later
-- The facts of a book, append only. `fact` gives their order; each kind has its own table with the same seq.
-- Times are nanoseconds since 1970 UTC, days are days since 1970-01-01, prices and quantities are units of 10^-8, money is
-- minor units with its currency beside it. Enumerations are the number of the value in its C++ enum, never renumbered.
-- checksum is a hash over the row of the kind (and the rows below it), so that a flipped bit is found when facts are read.
CREATE TABLE fact (
    seq INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    checksum INTEGER NOT NULL
) STRICT;

CREATE TABLE instrument (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    id INTEGER NOT NULL UNIQUE,
    symbol TEXT NOT NULL,
    mic TEXT NOT NULL,
    name TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    calendar_id TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    currency TEXT NOT NULL,
    tick INTEGER NOT NULL,
    lot INTEGER NOT NULL,
    multiplier_numerator INTEGER NOT NULL,
    multiplier_denominator INTEGER NOT NULL,
    price_digits INTEGER NOT NULL,
    settlement_days INTEGER NOT NULL,
    asset_class INTEGER NOT NULL,
    coupon_percent INTEGER,          -- bonds
    coupons_per_year INTEGER,
    issued_day INTEGER,
    maturity_day INTEGER,
    underlying INTEGER,              -- futures, options
    expiry_day INTEGER,
    margin INTEGER,                  -- futures
    margin_currency TEXT,
    strike INTEGER,                  -- options
    option_right INTEGER,
    base_currency TEXT               -- FX pairs
) STRICT;

CREATE TABLE client (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    id INTEGER NOT NULL UNIQUE,
    household INTEGER NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    since_day INTEGER NOT NULL
) STRICT;

CREATE TABLE account (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    id INTEGER NOT NULL UNIQUE,
    client INTEGER NOT NULL,
    number TEXT NOT NULL,
    base_currency TEXT NOT NULL,
    opened_day INTEGER NOT NULL
) STRICT;

-- An order as it was accepted into the book; its life follows in execution.
CREATE TABLE customer_order (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    id INTEGER NOT NULL UNIQUE,
    command_id TEXT NOT NULL UNIQUE,
    account INTEGER NOT NULL,
    instrument INTEGER NOT NULL,
    side INTEGER NOT NULL,
    type INTEGER NOT NULL,
    time_in_force INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    limit_price INTEGER NOT NULL,
    state INTEGER NOT NULL,
    filled INTEGER NOT NULL,
    filled_value INTEGER NOT NULL,
    filled_value_currency TEXT NOT NULL,
    broker_order_id TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE execution (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    execution_id TEXT NOT NULL UNIQUE,
    order_id INTEGER NOT NULL,
    event INTEGER NOT NULL,
    broker_order_id TEXT NOT NULL,
    last_quantity INTEGER NOT NULL,
    last_price INTEGER NOT NULL,
    fee INTEGER NOT NULL,
    fee_currency TEXT NOT NULL,
    tax INTEGER NOT NULL,
    tax_currency TEXT NOT NULL,
    new_quantity INTEGER NOT NULL,
    new_limit INTEGER NOT NULL,
    reason TEXT NOT NULL,
    time INTEGER NOT NULL
) STRICT;
CREATE INDEX execution_by_order ON execution (order_id);

CREATE TABLE transfer_group (
    seq INTEGER PRIMARY KEY REFERENCES fact (seq),
    key TEXT NOT NULL UNIQUE,
    kind INTEGER NOT NULL,
    account INTEGER NOT NULL,
    time INTEGER NOT NULL,
    known_at INTEGER NOT NULL,
    trade_day INTEGER NOT NULL,
    settle_day INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    instrument INTEGER NOT NULL,
    quantity INTEGER NOT NULL,
    price INTEGER NOT NULL,
    memo TEXT NOT NULL
) STRICT;

CREATE TABLE transfer (
    seq INTEGER NOT NULL REFERENCES transfer_group (seq),
    position INTEGER NOT NULL,
    from_account INTEGER NOT NULL,
    from_bucket INTEGER NOT NULL,
    to_account INTEGER NOT NULL,
    to_bucket INTEGER NOT NULL,
    asset INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE reservation_change (
    seq INTEGER NOT NULL REFERENCES transfer_group (seq),
    position INTEGER NOT NULL,
    order_id INTEGER NOT NULL,
    account INTEGER NOT NULL,
    asset INTEGER NOT NULL,
    delta INTEGER NOT NULL,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;

-- Facts are never changed and never deleted.
CREATE TRIGGER fact_is_final BEFORE UPDATE ON fact BEGIN SELECT raise(ABORT, 'facts are final'); END;
CREATE TRIGGER fact_stays BEFORE DELETE ON fact BEGIN SELECT raise(ABORT, 'facts are final'); END;
CREATE TRIGGER transfer_group_is_final BEFORE UPDATE ON transfer_group BEGIN SELECT raise(ABORT, 'facts are final'); END;
CREATE TRIGGER transfer_group_stays BEFORE DELETE ON transfer_group BEGIN SELECT raise(ABORT, 'facts are final'); END;
CREATE TRIGGER transfer_is_final BEFORE UPDATE ON transfer BEGIN SELECT raise(ABORT, 'facts are final'); END;
CREATE TRIGGER transfer_stays BEFORE DELETE ON transfer BEGIN SELECT raise(ABORT, 'facts are final'); END;

-- Small named values beside the facts; not part of the book's truth.
CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

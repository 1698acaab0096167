-- SPDX-License-Identifier: GPL-3.0-or-later
-- What the information desk knows: series with vintages, documents, fixings and companies' facts. All can be imported again.
-- Days are days since 1970-01-01; decimals are units and the number of places behind the point.
CREATE TABLE research_series (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    unit TEXT NOT NULL,
    frequency TEXT NOT NULL,
    UNIQUE (source, name)
) STRICT;

CREATE TABLE research_observation (
    series_id INTEGER NOT NULL REFERENCES research_series (id) ON DELETE CASCADE,
    day INTEGER NOT NULL,
    known_from INTEGER NOT NULL,
    known_to INTEGER NOT NULL,
    units INTEGER,
    places INTEGER NOT NULL,
    PRIMARY KEY (series_id, day, known_from)
) STRICT, WITHOUT ROWID;

-- symbols and tags are lists, one entry a line.
CREATE TABLE research_document (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    title TEXT NOT NULL,
    link TEXT NOT NULL,
    summary TEXT NOT NULL,
    content TEXT NOT NULL,
    author TEXT NOT NULL,
    author_email TEXT NOT NULL,
    published_text TEXT NOT NULL,
    published INTEGER,
    source TEXT NOT NULL,
    symbols TEXT NOT NULL,
    tags TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE research_fixing (
    day INTEGER NOT NULL,
    base TEXT NOT NULL,
    quote TEXT NOT NULL,
    source TEXT NOT NULL,
    units INTEGER NOT NULL,
    places INTEGER NOT NULL,
    PRIMARY KEY (day, base, quote, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE research_company (
    cik TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    symbol TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A start_day of -2147483648 is a figure of a day: parts of a key are never NULL.
CREATE TABLE research_fact (
    cik TEXT NOT NULL REFERENCES research_company (cik) ON DELETE CASCADE,
    taxonomy TEXT NOT NULL,
    concept TEXT NOT NULL,
    unit TEXT NOT NULL,
    start_day INTEGER NOT NULL,
    end_day INTEGER NOT NULL,
    accession TEXT NOT NULL,
    units INTEGER NOT NULL,
    places INTEGER NOT NULL,
    fiscal_year INTEGER NOT NULL,
    fiscal_period TEXT NOT NULL,
    form TEXT NOT NULL,
    filed INTEGER NOT NULL,
    PRIMARY KEY (cik, taxonomy, concept, unit, start_day, end_day, accession)
) STRICT, WITHOUT ROWID;

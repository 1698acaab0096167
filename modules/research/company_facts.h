// SPDX-License-Identifier: GPL-3.0-or-later
// Facts that a company has filed, one figure each with the filing that said it (SEC companyfacts, XBRL instances). The same
// period may be told by several filings: that is how restatements are seen. A value; any thread.
#pragma once

#include "domain/date.h"
#include "domain/decimal.h"

#include <optional>
#include <string>
#include <vector>

namespace rialto::research {

struct CompanyFact {
    std::string taxonomy;        // "us-gaap", "ifrs-full", "dei"
    std::string conceptName;     // "Revenues"
    std::string unit;            // "USD", "USD/shares", "shares"
    std::optional<Date> start;   // nothing: the figure of a day (balance sheet)
    Date end;
    Decimal value;
    std::string accession;
    int fiscalYear = 0;
    std::string fiscalPeriod;    // "FY", "Q1"
    std::string form;            // "10-K", "20-F"
    Date filed;
    friend bool operator==(const CompanyFact&, const CompanyFact&) = default;
};

struct Company {
    std::string cik;             // ten digits
    std::string name;
    std::string symbol;          // "" when not known
    std::vector<CompanyFact> facts;
    friend bool operator==(const Company&, const Company&) = default;
};

} // namespace rialto::research

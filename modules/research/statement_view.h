// SPDX-License-Identifier: GPL-3.0-or-later
// The normalised view of a company's statements: income, balance sheet and cash flow by period, annual or quarterly, each
// figure with the concept and filing it comes from; what later filings changed; and ratios with their formulas. Annual is a
// duration of 350 to 380 days, quarterly one of 75 to 100; where a quarter of the year was never told by itself (cash flow,
// fourth quarters) it is the difference of two cumulated figures and says so. Pure; any thread.
// Errors: research.statement-empty (no line of the statements is among the facts).
#pragma once

#include "research/company_facts.h"
#include "research/statement_items.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rialto::research {

struct StatementFigure {
    Decimal value;
    std::string conceptName;  // "us-gaap:NetIncomeLoss"
    std::string unit;
    std::string accession;
    std::string form;
    Date filed;
    std::string derived;      // "" when filed as it is, else how it was worked out
};

struct StatementPeriod {
    std::optional<Date> start; // of the durations; a period with balance figures only has none
    Date end;
    std::string label;         // "2024", "2024-Q3": by the day on which it ends
    std::map<std::string, StatementFigure, std::less<>> figures; // by item key
};

struct Restatement {
    std::string item;          // "" when the concept is no line of the view
    std::string conceptName;
    std::string unit;
    std::optional<Date> start;
    Date end;
    Decimal first, later, difference;
    std::string firstAccession, firstForm, laterAccession, laterForm;
    Date firstFiled, laterFiled;
};

struct Ratio {
    std::string key;
    std::string label;
    std::string formula;       // "netIncome / revenue"
    std::vector<std::optional<Decimal>> values; // one a period; four places, rounded half even
};

struct StatementView {
    bool quarterly = false;
    std::string currency;      // the unit of most figures
    std::vector<StatementPeriod> periods; // newest first
    std::vector<Restatement> restatements;
    std::vector<Ratio> ratios;
};

/// As known on a day: only filings of that day or before count. The newest filing of a period wins.
Result<StatementView> statementView(const Company& company, bool quarterly, std::optional<Date> asKnown = std::nullopt);

} // namespace rialto::research

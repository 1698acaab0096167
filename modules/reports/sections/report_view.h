// SPDX-License-Identifier: GPL-3.0-or-later
// ReportView: what a section sees: facts, words in the report's language, and the pen: each of cell(), amount(), ... prints a
// number and registers the figure behind it. Pure; one thread at a time.
#pragma once

#include "reports/allocation.h"
#include "reports/report.h"
#include "reports/text.h"

#include <string>
#include <vector>

namespace rialto::reports {

/// How a figure comes about; nothing: it is given by the book.
struct Calculation {
    Operation operation = Operation::Given;
    std::vector<std::string> inputs;
    std::int64_t adjustment = 0;
    std::string method;
    Date from;
    Date to;
};

inline Calculation sumOf(std::vector<std::string> inputs, std::string method = {}) { return {Operation::Sum, std::move(inputs), 0, std::move(method), {}, {}}; }
inline Calculation differenceOf(std::vector<std::string> inputs, std::string method = {}) { return {Operation::Difference, std::move(inputs), 0, std::move(method), {}, {}}; }
inline Calculation calculated(Operation operation, std::vector<std::string> inputs, std::string method = {}) { return {operation, std::move(inputs), 0, std::move(method), {}, {}}; }
inline Calculation overDays(Operation operation, Date from, Date to, std::string method = {}) { return {operation, {}, 0, std::move(method), from, to}; }

struct ReportView {
    const StatementData& data;
    const ReportData& facts;
    Language language;
    Allocation allocation;
    const Brand& brand;
    const ReportDefinition& definition;
    FigureBook* figures;         // nullptr: nobody will ask

    const std::string& say(Text key) const { return text(key, language); }
    std::string say(Text key, std::initializer_list<std::string> values) const { return text(key, language, values); }
    /// Words that only one section uses stand in it, in both languages.
    std::string say(const char* english, const char* chinese) const { return language == Language::Chinese ? chinese : english; }
    std::string day(Date date) const;
    std::string firmName() const;
    std::string firmContact() const;

    /// Registers the figure; answers its id, or "" when nobody will ask.
    std::string note(Figure figure) const;
    std::string note(const std::string& id, const Money& money, Calculation how = {}) const;
    std::string note(const std::string& id, Rate rate, Calculation how = {}, int decimals = 8) const;

    Cell amount(const std::string& id, const Money& money, Calculation how = {}) const;        // "1,234.50"
    Cell signedAmount(const std::string& id, const Money& money, Calculation how = {}) const;  // "+1,234.50"
    Cell quantity(const std::string& id, Quantity quantity, Calculation how = {}) const;
    Cell price(const std::string& id, Price price, int digits, Calculation how = {}) const;
    Cell roundedPrice(const std::string& id, Price price, int digits, Calculation how = {}) const;
    Cell rate(const std::string& id, const std::optional<Rate>& rate, Calculation how = {}, int decimals = 2) const;
    Cell signedRate(const std::string& id, const std::optional<Rate>& rate, Calculation how = {}, int decimals = 2) const;
    Cell count(const std::string& id, std::int64_t count, Calculation how = {}) const;
    /// A ratio in ten-thousandths, printed with two decimals.
    Cell ratio(const std::string& id, const std::optional<std::int64_t>& tenThousandths, Calculation how = {}) const;
    /// One whose shares add up to a whole: weights in hundredths of a per cent.
    Cell share(const std::string& id, const std::optional<Rate>& weight, const Money& part, const Money& whole, const std::string& partId, const std::string& wholeId) const;
};

inline KeyFigure keyFigure(std::string label, Cell value, std::string detail)
{
    return {std::move(label), std::move(value.text), std::move(detail), std::move(value.figure)};
}

/// Ids of figures that several sections print.
std::string holdingId(const HoldingRow& row);
std::string cashId(const CashBalance& row);
std::string classId(const std::optional<AssetClass>& assetClass);

} // namespace rialto::reports

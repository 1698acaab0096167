// SPDX-License-Identifier: GPL-3.0-or-later
// FactorTable: what to multiply raw prices by, so that splits (and dividends) leave no step. A row {date, price factor, split
// factor, reference close} holds for bars after the row before it and up to its own date; the last row, far in the future, is
// one and one. Factors are exact decimals of eight places; a price is multiplied and divided with 128 bits and rounded once,
// half to even, to eight places. As known on a day: factors are divided by those that hold on that day, so that later events do not
// shine through, and later bars are not given.
// Total return: price factor times split factor. Split: the split factor alone. Volume is divided by the split factor.
// Sources: the factor files of LEAN; the close-to-close method of CRSP (factor = 1 - dividend / close before).
// Pure; immutable after it is read; any thread.
// Errors: adjust.factor-malformed (line), adjust.factors-not-rising, adjust.no-factors, adjust.overflow.
#pragma once

#include "domain/bar.h"
#include "domain/date.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

enum class AdjustMode { Raw, Split, Total };

struct FactorRow {
    Date date;
    std::int64_t price = 0;     // 10^-8
    std::int64_t split = 0;     // 10^-8
    std::int64_t reference = 0; // raw close of the day, 10^-8; 0 when not given
};

/// A distribution or split on its ex-date, as price files carry them.
struct CorporateEvent {
    Date date;
    std::int64_t dividend = 0;  // 10^-8, per share
    std::int64_t split = 0;     // new shares per old one, 10^-8; 0 for none
};

class FactorTable {
public:
    static Result<FactorTable> parse(std::string_view text);
    /// `raw`: daily bars, oldest first. Events without a bar before them are left out.
    static Result<FactorTable> fromEvents(std::span<const Bar> raw, std::span<const CorporateEvent> events);

    /// The row that holds for a bar of the day.
    const FactorRow& at(Date date) const;
    const std::vector<FactorRow>& rows() const { return m_rows; }

private:
    std::vector<FactorRow> m_rows;
};

/// `bars` with their days (local to the market), rising. Bars after `asKnown` are left out.
Result<std::vector<Bar>> adjusted(std::span<const Bar> bars, std::span<const Date> days, const FactorTable& factors, AdjustMode mode, std::optional<Date> asKnown);

/// Names of one instrument over time: each row is the last day of a ticker; the first row is the first day of the instrument.
class TickerMap {
public:
    struct Row {
        Date last;
        std::string ticker; // upper case
        std::string exchange;
    };
    static Result<TickerMap> parse(std::string_view text);
    /// "" before the first day and after the last.
    std::string_view on(Date date) const;
    const std::vector<Row>& rows() const { return m_rows; }

private:
    std::vector<Row> m_rows;
};

} // namespace rialto::integration

// SPDX-License-Identifier: GPL-3.0-or-later
// Dates of formats that do not say how they write them (QIF, CSV): "6/17/97", "8/ 1/97", "12.03.2001", "1/15'05", "2020-01-31",
// "20200131", with or without a time behind. Which of day and month comes first is worked out from all dates of a file. Pure.
#pragma once

#include "domain/date.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace rialto::integration {

enum class DayOrder { Auto, DayFirst, MonthFirst, YearFirst };
std::optional<DayOrder> parseDayOrder(std::string_view text); // "dmy", "mdy", "ymd", "auto"

struct DateParts {
    std::array<int, 3> part{};
    std::array<int, 3> digits{};
    bool apostrophe = false; // before the year: of this century
    char separator = '/';
};

std::optional<DateParts> splitDate(std::string_view text);
std::optional<Date> assembleDate(const DateParts& parts, DayOrder order);
/// Any of the shapes, of a month by name too.
std::optional<Date> looseDate(std::string_view text, DayOrder order);

/// What the dates of a file say together.
class DayOrderEvidence {
public:
    void add(std::string_view text, std::uint64_t line);
    bool contradicts() const { return m_dayLine > 0 && m_monthLine > 0; }
    /// Dates that can be read either way, and none that tells which.
    bool open() const { return m_dayLine == 0 && m_monthLine == 0 && m_ambiguous; }
    std::uint64_t dayFirstLine() const { return m_dayLine; }
    std::uint64_t monthFirstLine() const { return m_monthLine; }
    /// Slashes without other evidence are read the American way.
    DayOrder order() const { return m_dayLine > 0 ? DayOrder::DayFirst : m_monthLine > 0 || m_slashes ? DayOrder::MonthFirst : DayOrder::DayFirst; }

private:
    std::uint64_t m_dayLine = 0;
    std::uint64_t m_monthLine = 0;
    bool m_ambiguous = false;
    bool m_slashes = false;
};

} // namespace rialto::integration

// SPDX-License-Identifier: GPL-3.0-or-later
// Small tools that connectors share: rows of a CSV text, dates as feeds and exchanges write them, epochs, base64. Pure.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/date.h"
#include "integration/csv_reader.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::integration {

struct TextRow {
    std::span<const std::string_view> fields;
    std::uint64_t row = 0;
    std::uint64_t line = 0;
    CsvFlaw flaw = CsvFlaw::None;
    std::string_view at(std::size_t column) const { return column < fields.size() ? fields[column] : std::string_view(); }
};
/// Calls `take` for each record; false from it ends the reading.
Result<void> forEachRow(std::string_view text, char delimiter, const std::function<bool(const TextRow&)>& take);
/// Calls `take(line, number)` for each line that is not blank.
void forEachLine(std::string_view text, const std::function<bool(std::string_view, std::uint64_t)>& take);

std::string_view trimSpaces(std::string_view text);
std::string lowerCase(std::string_view text);
std::string upperCase(std::string_view text);
bool allDigits(std::string_view text);
std::optional<std::int64_t> wholeNumber(std::string_view text);
/// Seconds, milliseconds, microseconds or nanoseconds since 1970, told by the number of digits; 1990 to 2100.
std::optional<Timestamp> epochTime(std::string_view digits);
/// RFC 822 and 1123 dates (two-digit years, zone names, obsolete ones too), ISO 8601 and RFC 3339, "2004-01-01 19:48:21".
/// A time without a zone counts as UTC.
std::optional<Timestamp> feedTime(std::string_view text);
/// An instant of a place: wall time of an IANA zone. Nothing when the zone is unknown.
std::optional<Timestamp> wallTime(Date date, std::int64_t nanosOfDay, std::string_view zone);
/// The civil day of an instant in an IANA zone; nothing when the zone is unknown.
std::optional<Date> localDay(Timestamp time, std::string_view zone);
/// Nothing when it is no base64.
std::optional<std::string> decodeBase64(std::string_view text);

} // namespace rialto::integration

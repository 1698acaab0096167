// SPDX-License-Identifier: GPL-3.0-or-later
// Stooq's files: the download of one symbol (English or Polish headings) and the bulk database with <TICKER> headings. Its
// refusals come as plain text with status 200 and are told as such.
#include "integration/connector.h"
#include "integration/text_rows.h"
#include "integration/time_field.h"

namespace rialto::integration {

namespace stooq {
namespace {

bool refusal(std::string_view text)
{
    const std::string low = lowerCase(text.substr(0, 200));
    return low.starts_with("exceeded the daily hits limit") || low.starts_with("przekroczony dzienny limit") || low == "no data" || low == "brak danych";
}

int recognise(const Payload& payload)
{
    if (payload.json != nullptr || payload.xml != nullptr)
        return 0;
    const std::string head = lowerCase(payload.firstLine());
    if (head.starts_with("<ticker>,<per>,<date>,<time>,<open>"))
        return 95;
    return head.starts_with("data,otwarcie,najwyzszy,najnizszy,zamkniecie") || refusal(trimSpaces(payload.bytes.substr(0, 300))) ? 90 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    if (refusal(trimSpaces(payload.bytes.substr(0, 300))))
        return unavailable("import.source-error", payload.fileName + ": Stooq answered \"" + std::string(payload.firstLine().substr(0, 80)) + "\" in place of data; try again tomorrow");
    const bool bulk = payload.firstLine().starts_with("<");
    Result<void> done = forEachRow(payload.bytes, ',', [&](const TextRow& row) {
        if (row.row == 1)
            return true;
        const std::size_t first = bulk ? 2 : 0;
        if (row.fields.size() < first + (bulk ? 6 : 5)) {
            harvest.reject(row.row, row.line, {}, "columns-missing", std::to_string(row.fields.size()) + " columns");
            return true;
        }
        const auto date = Date::parse(trimSpaces(row.at(first)));
        if (!date) {
            harvest.reject(row.row, row.line, "date", "time-malformed", std::string(row.at(first)));
            return true;
        }
        std::int64_t seconds = 86'400;
        Timestamp start = date->startUtc();
        if (bulk) {
            const std::string period(row.at(1));
            const auto minutes = wholeNumber(period);
            seconds = minutes && *minutes > 0 && *minutes < 1440 ? *minutes * 60 : period == "W" ? 604'800 : period == "M" ? 2'629'746 : 86'400;
            std::int64_t nanos = 0;
            if (seconds < 86'400) {
                if (!readTimeOfDay(row.at(3), nanos)) {
                    harvest.reject(row.row, row.line, "time", "time-malformed", std::string(row.at(3)));
                    return true;
                }
                // Stooq's clock is Warsaw's.
                if (const auto at = wallTime(*date, nanos, payload.options != nullptr && !payload.options->zone.empty() ? payload.options->zone : "Europe/Warsaw"))
                    start = *at;
                harvest.assume("times are taken for Warsaw's, Stooq's own clock; --zone says otherwise");
            }
        }
        const std::string symbol = bulk ? (payload.options != nullptr && !payload.options->symbol.empty() ? payload.options->symbol : upperCase(row.at(0))) : payload.symbolOr({});
        auto& set = harvest.barsOf(symbol, seconds, "stooq");
        const std::size_t open = bulk ? 4 : 1;
        takeBar(harvest, set, start, {row.at(open), row.at(open + 1), row.at(open + 2), row.at(open + 3), row.at(open + 4)}, {row.row, row.line, {}});
        return true;
    });
    return done;
}

} // namespace
} // namespace stooq

Connector stooqCsvConnector() { return {"stooq-csv", "Stooq (CSV)", "bars", stooq::recognise, stooq::parse}; }

} // namespace rialto::integration

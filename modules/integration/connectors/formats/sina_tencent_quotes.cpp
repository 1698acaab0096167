// SPDX-License-Identifier: GPL-3.0-or-later
// Quote strings of Sina (var hq_str_sh600000="name,open,...") and Tencent (v_sh600519="1~name~code~...~"), GBK as they come. Sina:
// name, open, previous close, last, high, low, bid, ask, volume in shares, amount, five bids and asks, date, time. Tencent: last at
// 3, previous close 4, open 5, volume in lots 6, five bids from 9 and asks from 19, time at 30, high 33, low 34. Each line
// becomes a quote; times are Shanghai's.
#include "integration/connector.h"
#include "integration/text_rows.h"
#include "integration/time_field.h"

namespace rialto::integration {

namespace chinaquotes {
namespace {

int recognise(const Payload& payload)
{
    const std::string_view line = payload.firstLine();
    return line.starts_with("var hq_str_") ? 95 : line.starts_with("v_") && line.find('~') != std::string_view::npos ? 95 : 0;
}

std::string symbolOf(std::string_view code)
{
    const std::string low = lowerCase(code);
    if (low.size() == 8 && allDigits(std::string_view(low).substr(2)))
        return low.substr(2) + (low.starts_with("sh") ? ".SH" : low.starts_with("sz") ? ".SZ" : low.starts_with("bj") ? ".BJ" : "");
    return upperCase(code);
}

std::vector<std::string_view> split(std::string_view text, char by)
{
    std::vector<std::string_view> out;
    for (;;) {
        const auto end = text.find(by);
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return out;
        text = text.substr(end + 1);
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    harvest.assume("times are taken for Asia/Shanghai");
    forEachLine(payload.bytes, [&](std::string_view line, std::uint64_t number) {
        const bool sina = line.starts_with("var hq_str_");
        const auto equals = line.find('=');
        const auto open = line.find('"');
        const auto close = line.rfind('"');
        if (equals == std::string_view::npos || open == std::string_view::npos || close <= open) {
            harvest.reject(number, number, {}, "message-unknown", std::string(line.substr(0, 40)));
            return true;
        }
        const std::size_t prefix = sina ? 11 : 2;
        const std::string symbol = symbolOf(trimSpaces(line.substr(prefix, equals - prefix)));
        const std::string_view body = line.substr(open + 1, close - open - 1);
        const auto cells = split(body, sina ? ',' : '~');
        if (cells.size() < (sina ? 32U : 35U)) {
            harvest.reject(number, number, symbol, body.empty() ? "value-missing" : "columns-missing", std::to_string(cells.size()) + " fields");
            return true;
        }
        std::optional<Timestamp> time;
        std::int64_t nanos = 0;
        if (sina) {
            const auto date = Date::parse(cells[30]);
            if (date && readTimeOfDay(cells[31], nanos))
                time = wallTime(*date, nanos, "Asia/Shanghai");
        } else if (cells[30].size() == 14 && allDigits(cells[30])) {
            const auto date = Date::parse(cells[30].substr(0, 8));
            if (date && readTimeOfDay(cells[30].substr(8), nanos))
                time = wallTime(*date, nanos, "Asia/Shanghai");
        }
        if (!time) {
            harvest.reject(number, number, symbol, "time-malformed", std::string(cells[30].substr(0, 20)));
            return true;
        }
        const std::size_t bid = sina ? 11 : 9;
        const std::size_t ask = sina ? 21 : 19;
        // Sina puts the size before the price, Tencent behind it (and counts lots of a hundred).
        const auto price = [&](std::size_t at) { return cells[at]; };
        const auto size = [&](std::size_t at) { return sina ? cells[at - 1] : cells[at + 1]; };
        auto& set = harvest.ticksOf(symbol, sina ? "sina" : "tencent");
        if (takeQuote(harvest, set, *time, price(bid), size(bid), price(ask), size(ask), {number, number, symbol}) && !sina) {
            auto& tick = set.ticks.back();
            const auto shares = [](Quantity lots) { return lots.raw() > INT64_MAX / 100 ? lots : Quantity::fromRaw(lots.raw() * 100); };
            tick.bidSize = shares(tick.bidSize);
            tick.askSize = shares(tick.askSize);
        }
        harvest.records.push_back({symbol, {{"name", std::string(cells[sina ? 0 : 1])}, {"last", std::string(cells[3])}, {"open", std::string(cells[sina ? 1 : 5])},
                                               {"previousClose", std::string(cells[sina ? 2 : 4])}, {"high", std::string(cells[sina ? 4 : 33])}, {"low", std::string(cells[sina ? 5 : 34])}}});
        return true;
    });
    return {};
}

} // namespace
} // namespace chinaquotes

Connector sinaTencentQuotesConnector() { return {"cn-quotes", "Sina and Tencent quotes", "ticks", chinaquotes::recognise, chinaquotes::parse}; }

} // namespace rialto::integration

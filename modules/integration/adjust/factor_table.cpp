// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/adjust/factor_table.h"

#include "domain/fixed.h"
#include "integration/csv_reader.h"
#include "integration/decimal_field.h"

#include <algorithm>
#include <limits>

namespace rialto::integration {

namespace {

std::string lineOf(const CsvReader& reader) { return "line " + std::to_string(reader.line()); }

bool factorCell(std::string_view cell, std::int64_t& raw)
{
    DecimalReading reading;
    if (readDecimal(cell, {}, reading) != DecimalFault::None)
        return false;
    raw = reading.raw;
    return true;
}

/// value * (a / b), both of eight places; rounded half to even once.
std::optional<std::int64_t> scaled(std::int64_t value, Int128 a, Int128 b)
{
    if (a <= 0 || b <= 0)
        return std::nullopt;
    const Int128 most = std::numeric_limits<std::int64_t>::max();
    while (a > most || b > most) { // factors of 16 places: drop what no price of eight places can feel
        a /= 2;
        b /= 2;
    }
    if (b == 0)
        return std::nullopt;
    return narrow(divideRounded(Int128(value) * a, b, Rounding::HalfEven));
}

} // namespace

Result<FactorTable> FactorTable::parse(std::string_view text)
{
    MemorySource source(text);
    CsvReader reader(source, {}, 4096);
    FactorTable table;
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto fields = reader.fields();
        const auto date = fields.empty() ? Result<Date>(invalid("domain.date-malformed")) : Date::parse(fields[0]);
        if (!date && table.m_rows.empty() && reader.row() == 1 && fields.size() >= 3)
            continue; // a heading
        FactorRow row;
        if (!date || fields.size() < 3 || !factorCell(fields[1], row.price) || !factorCell(fields[2], row.split) || row.price <= 0 || row.split <= 0)
            return invalid("adjust.factor-malformed", lineOf(reader) + ": expected date,price factor,split factor,reference close with factors above zero");
        row.date = *date;
        if (fields.size() > 3)
            factorCell(fields[3], row.reference);
        if (!table.m_rows.empty() && !(table.m_rows.back().date < row.date))
            return invalid("adjust.factors-not-rising", lineOf(reader) + ": its date is not after the one before");
        table.m_rows.push_back(row);
    }
    if (table.m_rows.empty())
        return invalid("adjust.no-factors", "the factor file holds no row");
    return table;
}

Result<FactorTable> FactorTable::fromEvents(std::span<const Bar> raw, std::span<const CorporateEvent> events)
{
    // Backwards from today: before an ex-date the factors are those after it times the event's.
    FactorTable table;
    FactorRow row{Date::of(2050, 12, 31), kFixedOne, kFixedOne, 0};
    // Products of many factors keep sixteen places on the way, so that each stored one is rounded once.
    constexpr std::int64_t kFine = 1'000'000'000'000'000;
    Int128 price = kFine;
    Int128 split = kFine;
    table.m_rows.push_back(row);
    for (std::size_t n = events.size(); n-- > 0;) {
        const auto& event = events[n];
        const auto after = std::lower_bound(raw.begin(), raw.end(), event.date, [](const Bar& bar, Date date) { return Date::ofUtc(bar.start) < date; });
        if (after == raw.begin())
            continue;
        const Bar& before = *(after - 1);
        const std::int64_t last = before.close.raw();
        if (event.dividend > 0) {
            if (event.dividend >= last)
                return invalid("adjust.factor-malformed", "the dividend of " + event.date.text() + " is not less than the close before; repair the file first");
            price = divideRounded(price * (last - event.dividend), last, Rounding::HalfEven);
        }
        if (event.split > 0)
            split = divideRounded(split * kFixedOne, event.split, Rounding::HalfEven);
        const auto p = narrow(divideRounded(price, kFine / kFixedOne, Rounding::HalfEven));
        const auto s = narrow(divideRounded(split, kFine / kFixedOne, Rounding::HalfEven));
        if (!p || !s || *p <= 0 || *s <= 0 || split > Int128(kFine) * 100'000)
            return invalid("adjust.overflow", "the factors before " + event.date.text() + " leave the range of eight places");
        row = {Date::ofUtc(before.start), *p, *s, last};
        if (table.m_rows.back().date == row.date)
            table.m_rows.back() = row;
        else
            table.m_rows.push_back(row);
    }
    std::reverse(table.m_rows.begin(), table.m_rows.end());
    return table;
}

const FactorRow& FactorTable::at(Date date) const
{
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), date, [](const FactorRow& each, Date wanted) { return each.date < wanted; });
    return row == m_rows.end() ? m_rows.back() : *row;
}

Result<std::vector<Bar>> adjusted(std::span<const Bar> bars, std::span<const Date> days, const FactorTable& factors, AdjustMode mode, std::optional<Date> asKnown)
{
    RIALTO_CHECK(bars.size() == days.size(), "each bar has its day");
    FactorRow base{{}, kFixedOne, kFixedOne, 0};
    if (asKnown)
        base = factors.at(*asKnown);
    std::vector<Bar> out;
    out.reserve(bars.size());
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (asKnown && *asKnown < days[i])
            continue;
        Bar bar = bars[i];
        if (mode != AdjustMode::Raw) {
            const FactorRow& row = factors.at(days[i]);
            const bool total = mode == AdjustMode::Total;
            const Int128 up = Int128(row.split) * (total ? row.price : kFixedOne);
            const Int128 down = Int128(base.split) * (total ? base.price : kFixedOne);
            for (Price* price : {&bar.open, &bar.high, &bar.low, &bar.close}) {
                const auto value = scaled(price->raw(), up, down);
                if (!value)
                    return invalid("adjust.overflow", "the price of " + days[i].text() + " leaves the range of eight places when adjusted");
                *price = Price::fromRaw(*value);
            }
            const auto volume = scaled(bar.volume.raw(), base.split, row.split);
            if (!volume)
                return invalid("adjust.overflow", "the volume of " + days[i].text() + " leaves the range of eight places when adjusted");
            bar.volume = Quantity::fromRaw(*volume);
        }
        out.push_back(bar);
    }
    return out;
}

Result<TickerMap> TickerMap::parse(std::string_view text)
{
    MemorySource source(text);
    CsvReader reader(source, {}, 4096);
    TickerMap map;
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        const auto fields = reader.fields();
        const auto date = fields.empty() ? Result<Date>(invalid("domain.date-malformed")) : Date::parse(fields[0]);
        if (!date || fields.size() < 2 || fields[1].empty())
            return invalid("adjust.map-malformed", lineOf(reader) + ": expected last day,ticker,exchange");
        if (!map.m_rows.empty() && !(map.m_rows.back().last < *date))
            return invalid("adjust.factors-not-rising", lineOf(reader) + ": its date is not after the one before");
        std::string ticker(fields[1]);
        std::transform(ticker.begin(), ticker.end(), ticker.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        map.m_rows.push_back({*date, std::move(ticker), fields.size() > 2 ? std::string(fields[2]) : std::string()});
    }
    if (map.m_rows.empty())
        return invalid("adjust.map-malformed", "the map file holds no row");
    return map;
}

std::string_view TickerMap::on(Date date) const
{
    if (date < m_rows.front().last)
        return {};
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), date, [](const Row& each, Date wanted) { return each.last < wanted; });
    return row == m_rows.end() ? std::string_view() : std::string_view(row->ticker);
}

} // namespace rialto::integration

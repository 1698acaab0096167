// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/harvest.h"

#include <algorithm>
#include <iterator>

namespace rialto::integration {

namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

void Harvest::reject(std::uint64_t row, std::uint64_t line, std::string column, const char* code, std::string detail)
{
    ++rowsRead;
    ++rejected;
    ++rejectedByCode[code];
    if (rejectedRows.size() < kListed)
        rejectedRows.push_back({row, line, std::move(column), code, detail.substr(0, 200)});
}

void Harvest::assume(std::string sentence)
{
    if (std::find(assumptions.begin(), assumptions.end(), sentence) == assumptions.end())
        assumptions.push_back(std::move(sentence));
}

HarvestedBars& Harvest::barsOf(std::string_view symbol, std::int64_t seconds, std::string_view source)
{
    for (auto at = bars.rbegin(); at != bars.rend(); ++at)
        if (at->symbol == symbol && at->seconds == seconds && at->source == source)
            return *at;
    return bars.emplace_back(HarvestedBars{std::string(symbol), seconds, std::string(source), {}});
}

HarvestedTicks& Harvest::ticksOf(std::string_view symbol, std::string_view source)
{
    for (auto at = ticks.rbegin(); at != ticks.rend(); ++at)
        if (at->symbol == symbol && at->source == source)
            return *at;
    return ticks.emplace_back(HarvestedTicks{std::string(symbol), std::string(source), {}});
}

research::Series& Harvest::seriesOf(std::string_view source, std::string_view id)
{
    const std::string key = std::string(source) + '\n' + std::string(id);
    const auto [place, made] = m_seriesPlaces.emplace(key, series.size());
    if (made) {
        series.emplace_back();
        series.back().id = id;
        series.back().source = source;
    }
    return series[place->second];
}

void Harvest::absorb(Harvest&& other, const std::string& where)
{
    if (format.empty())
        format = other.format;
    if (kind.empty())
        kind = other.kind;
    rowsRead += other.rowsRead;
    accepted += other.accepted;
    rejected += other.rejected;
    for (auto& row : other.rejectedRows)
        if (rejectedRows.size() < kListed) {
            row.column = where + (row.column.empty() ? "" : ": " + row.column);
            rejectedRows.push_back(std::move(row));
        }
    for (const auto& [code, count] : other.rejectedByCode)
        rejectedByCode[code] += count;
    for (const auto& [code, count] : other.repairedByCode)
        repairedByCode[code] += count;
    for (auto& sentence : other.assumptions)
        assume(std::move(sentence));
    append(bars, other.bars);
    append(ticks, other.ticks);
    for (auto& each : other.series) {
        auto& mine = seriesOf(each.source, each.id);
        mine.title = each.title;
        mine.unit = each.unit;
        mine.frequency = each.frequency;
        append(mine.observations, each.observations);
    }
    append(fixings, other.fixings);
    append(documents, other.documents);
    append(companies, other.companies);
    append(records, other.records);
    about.merge(other.about);
}

void Harvest::settle()
{
    // Rows that the source gave twice: the first stays, and each later one is told.
    for (auto& set : bars) {
        std::stable_sort(set.bars.begin(), set.bars.end(), [](const Bar& a, const Bar& b) { return a.start < b.start; });
        std::vector<Bar> kept;
        kept.reserve(set.bars.size());
        for (const Bar& bar : set.bars) {
            if (!kept.empty() && kept.back().start == bar.start) {
                --accepted;
                --rowsRead;
                reject(0, 0, set.symbol, kept.back() == bar ? "duplicate-identical" : "duplicate-time", isoUtc(bar.start));
                continue;
            }
            kept.push_back(bar);
        }
        set.bars = std::move(kept);
    }
    for (auto& set : ticks)
        std::stable_sort(set.ticks.begin(), set.ticks.end(), [](const market::Tick& a, const market::Tick& b) { return a.time < b.time; });
    for (auto& each : series)
        research::normalise(each.observations);
}

std::int64_t Harvest::repairedRows() const
{
    std::int64_t sum = 0;
    for (const auto& [code, count] : repairedByCode)
        sum += count;
    return sum;
}

bool readFixed(std::string_view text, std::int64_t& raw, const char*& code, Harvest& harvest, int shift)
{
    DecimalRules rules;
    rules.shift = shift;
    DecimalReading reading;
    switch (readDecimal(text, rules, reading)) {
    case DecimalFault::None: break;
    case DecimalFault::Empty: code = "value-missing"; return false;
    case DecimalFault::Range: code = "price-range"; return false;
    default: code = "value-malformed"; return false;
    }
    if (reading.rounded)
        harvest.repaired("rounded");
    raw = reading.raw;
    return true;
}

const char* barFault(const Bar& bar)
{
    if (!bar.open.isPositive() || !bar.high.isPositive() || !bar.low.isPositive() || !bar.close.isPositive())
        return "price-not-positive";
    if (bar.high < bar.low || bar.high < bar.open || bar.high < bar.close || bar.low > bar.open || bar.low > bar.close)
        return "ohlc-contradiction";
    if (bar.volume.isNegative())
        return "volume-negative";
    return nullptr;
}

bool takeBar(Harvest& harvest, HarvestedBars& into, Timestamp start, const BarCells& cells, const RowPlace& place)
{
    const char* code = nullptr;
    std::int64_t raw[5] = {};
    const std::string_view prices[4] = {cells.open, cells.high, cells.low, cells.close};
    const char* const names[4] = {"open", "high", "low", "close"};
    for (int i = 0; i < 4; ++i)
        if (!readFixed(prices[i], raw[i], code, harvest, cells.priceShift)) {
            const std::string column = place.column.empty() ? names[i] : place.column + " " + names[i];
            harvest.reject(place.row, place.line, column, std::string_view(code) == "value-missing" ? "price-missing" : code, std::string(prices[i].substr(0, 40)));
            return false;
        }
    if (!readFixed(cells.volume, raw[4], code, harvest, cells.volumeShift)) {
        if (std::string_view(code) != "value-missing") {
            harvest.reject(place.row, place.line, "volume", "volume-malformed", std::string(cells.volume.substr(0, 40)));
            return false;
        }
        harvest.repaired("volume-missing");
    }
    const Bar bar{start, Price::fromRaw(raw[0]), Price::fromRaw(raw[1]), Price::fromRaw(raw[2]), Price::fromRaw(raw[3]), Quantity::fromRaw(raw[4])};
    if (const char* fault = barFault(bar)) {
        harvest.reject(place.row, place.line, place.column, fault, isoUtc(start) + " " + bar.open.text() + " " + bar.high.text() + " " + bar.low.text() + " " + bar.close.text());
        return false;
    }
    into.bars.push_back(bar);
    harvest.accept();
    return true;
}

bool takeTrade(Harvest& harvest, HarvestedTicks& into, Timestamp time, std::string_view price, std::string_view size, const RowPlace& place, int priceShift)
{
    const char* code = nullptr;
    market::Tick tick;
    tick.time = time;
    tick.kind = market::TickKind::Trade;
    std::int64_t raw = 0;
    if (!readFixed(price, raw, code, harvest, priceShift)) {
        harvest.reject(place.row, place.line, "price", code, std::string(price.substr(0, 40)));
        return false;
    }
    tick.bid = Price::fromRaw(raw);
    if (!readFixed(size, raw, code, harvest)) {
        harvest.reject(place.row, place.line, "size", code, std::string(size.substr(0, 40)));
        return false;
    }
    tick.bidSize = Quantity::fromRaw(raw);
    if (!tick.bid.isPositive() || tick.bidSize.isNegative()) {
        harvest.reject(place.row, place.line, place.column, "price-not-positive", std::string(price.substr(0, 40)));
        return false;
    }
    into.ticks.push_back(tick);
    harvest.accept();
    return true;
}

bool takeQuote(Harvest& harvest, HarvestedTicks& into, Timestamp time, std::string_view bid, std::string_view bidSize, std::string_view ask, std::string_view askSize,
    const RowPlace& place, int priceShift)
{
    const std::string_view texts[4] = {bid, ask, bidSize, askSize};
    const char* const names[4] = {"bid", "ask", "bid size", "ask size"};
    std::int64_t raw[4] = {};
    for (int i = 0; i < 4; ++i) {
        const char* code = nullptr;
        if (i >= 2 && texts[i].empty())
            continue; // sizes may be left out
        if (!readFixed(texts[i], raw[i], code, harvest, i < 2 ? priceShift : 0)) {
            harvest.reject(place.row, place.line, names[i], code, std::string(texts[i].substr(0, 40)));
            return false;
        }
    }
    const bool oneSided = raw[0] == 0 || raw[1] == 0;
    if (raw[0] < 0 || raw[1] < 0 || (raw[0] == 0 && raw[1] == 0)) {
        harvest.reject(place.row, place.line, place.column, "price-not-positive", std::string(bid.substr(0, 20)) + " " + std::string(ask.substr(0, 20)));
        return false;
    }
    if (!oneSided && raw[0] > raw[1]) {
        harvest.reject(place.row, place.line, place.column, "bid-above-ask", std::string(bid.substr(0, 20)) + " " + std::string(ask.substr(0, 20)));
        return false;
    }
    into.ticks.push_back({time, market::TickKind::Quote, Price::fromRaw(raw[0]), Price::fromRaw(raw[1]), Quantity::fromRaw(raw[2]), Quantity::fromRaw(raw[3])});
    harvest.accept();
    return true;
}

} // namespace rialto::integration

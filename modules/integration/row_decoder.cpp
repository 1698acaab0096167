// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/row_decoder.h"

#include "domain/time_zone.h"

#include <algorithm>

namespace rialto::integration {

namespace {

std::string quoted(std::string_view cell) { return "\"" + std::string(cell.substr(0, 60)) + "\""; }

} // namespace

RowDecoder::RowDecoder(const TableLayout& layout, const ImportOptions& options)
    : m_layout(layout), m_options(options), m_width(layout.headings.size()), m_priceRules{layout.decimal, layout.priceShift, false},
      m_volumeRules{layout.decimal, layout.volumeShift, true}
{
    for (std::size_t i = 0; i < kRoles; ++i)
        m_needed = std::max(m_needed, static_cast<std::size_t>(layout.columns[static_cast<Role>(i)] + 1));
}

bool RowDecoder::fail(int column, const char* code, std::string detail)
{
    m_issue.column = column;
    m_issue.code = code;
    m_issue.detail = std::move(detail);
    m_issue.fatal = false;
    return false;
}

bool RowDecoder::begin(Fields fields, CsvFlaw flaw)
{
    m_repairs = {};
    if (flaw == CsvFlaw::UnclosedQuote)
        return fail(-1, "quote-unclosed", "a quote is opened in this row and never closed");
    if (flaw == CsvFlaw::TextAfterQuote)
        return fail(-1, "quote-stray", "text follows a closing quote");
    if (fields.size() < m_needed)
        return fail(-1, "columns-missing", std::to_string(fields.size()) + " columns instead of " + std::to_string(m_width));
    for (std::size_t i = m_width; i < fields.size(); ++i)
        if (!fields[i].empty())
            return fail(-1, "columns-extra", std::to_string(fields.size()) + " columns instead of " + std::to_string(m_width));
    m_symbol = m_layout.symbol;
    if (m_symbol.empty()) {
        const int column = m_layout.columns[Role::Symbol];
        m_symbol = fields[static_cast<std::size_t>(column)];
        if (m_symbol.empty())
            return fail(column, "symbol-missing");
        if (invalidUtf8At(m_symbol, true) != std::string_view::npos)
            return fail(column, "symbol-not-utf8");
    }
    return true;
}

bool RowDecoder::toInstant(const TimeReading& reading, std::int64_t nanosOfDay, Timestamp& out)
{
    const Timestamp wall = reading.date.startUtc() + nanosOfDay;
    if (reading.offsetSeconds) {
        out = wall + -std::int64_t{*reading.offsetSeconds} * kNanosPerSecond;
        return true;
    }
    if (m_offsetKnown && reading.date == m_offsetDate) {
        out = wall + -m_offsetNanos;
        return true;
    }
    if (m_layout.zone.empty())
        return false;
    const auto start = fromLocal(reading.date, 0, m_layout.zone);
    const auto end = fromLocal(reading.date + 1, 0, m_layout.zone);
    const auto instant = fromLocal(reading.date, nanosOfDay, m_layout.zone);
    if (!start || !end || !instant)
        return false;
    out = *instant;
    m_offsetKnown = *end - *start == kNanosPerDay;
    m_offsetDate = reading.date;
    m_offsetNanos = reading.date.startUtc() - *start;
    return true;
}

bool RowDecoder::time(Fields fields, Timestamp& out)
{
    const int column = m_layout.columns[Role::Date];
    const std::string_view cell = fields[static_cast<std::size_t>(column)];
    TimeReading reading;
    if (!m_layout.time.read(cell, reading))
        return fail(column, "time-malformed", quoted(cell) + " is not written as the others (" + std::string(name(m_layout.time.shape())) + ")");
    if (m_layout.time.shape() == TimeShape::MillisOfDay)
        reading.date = m_layout.date;
    const bool daily = !m_layout.ticks() && m_layout.interval == BarInterval::Day;
    std::int64_t nanosOfDay = reading.nanosOfDay;
    const int clock = m_layout.columns[Role::Time];
    if (clock >= 0 && !daily) {
        const std::string_view clockCell = fields[static_cast<std::size_t>(clock)];
        if (!readTimeOfDay(clockCell, nanosOfDay))
            return fail(clock, "time-malformed", quoted(clockCell) + " is no time of day");
    }
    if (daily) {
        out = reading.date.startUtc(); // the trading day as the file names it
        return true;
    }
    if (!toInstant(reading, nanosOfDay, out))
        return fail(column, "time-malformed", quoted(cell) + " has no zone");
    if (!m_layout.ticks() && out.nanos % (static_cast<std::int64_t>(m_layout.interval) * kNanosPerSecond) != 0)
        return fail(column, "time-unaligned", quoted(cell) + " is not the beginning of a bar of " + std::string(rialto::name(m_layout.interval)));
    return true;
}

bool RowDecoder::price(Fields fields, Role role, Price& out)
{
    const int column = m_layout.columns[role];
    const std::string_view cell = fields[static_cast<std::size_t>(column)];
    DecimalReading reading;
    switch (readDecimal(cell, m_priceRules, reading)) {
    case DecimalFault::None: break;
    case DecimalFault::Empty: return fail(column, "price-missing");
    case DecimalFault::Malformed: return fail(column, "price-malformed", quoted(cell) + " is no number");
    case DecimalFault::Range: return fail(column, "price-range", quoted(cell) + " is too large");
    case DecimalFault::Ambiguous: return fail(column, "price-ambiguous", quoted(cell) + " can be a thousand or one and a bit");
    case DecimalFault::OtherStyle:
        fail(column, "price-malformed", quoted(cell) + " is written with another decimal mark than the rows before it");
        m_issue.fatal = !m_options.decimal;
        return false;
    }
    m_repairs.rounded = m_repairs.rounded || reading.rounded;
    m_repairs.groups = m_repairs.groups || reading.grouped;
    out = Price::fromRaw(reading.raw);
    if (reading.raw <= 0 && !m_options.keepNonPositivePrices)
        return fail(column, "price-not-positive", quoted(cell));
    return true;
}

bool RowDecoder::middle(Fields fields, Role bid, Role ask, Price& out)
{
    Price low;
    Price high;
    if (m_options.quoteSide == QuoteSide::Bid)
        return price(fields, bid, out);
    if (m_options.quoteSide == QuoteSide::Ask)
        return price(fields, ask, out);
    if (!price(fields, bid, low) || !price(fields, ask, high))
        return false;
    const Int128 sum = Int128(low.raw()) + high.raw();
    const auto half = narrow(divideRounded(sum, 2, Rounding::HalfEven));
    out = Price::fromRaw(*half); // between two values that fit
    m_repairs.rounded = m_repairs.rounded || sum % 2 != 0;
    return true;
}

bool RowDecoder::volume(Fields fields, Role role, Quantity& out)
{
    const int column = m_layout.columns[role];
    out = Quantity();
    if (column < 0)
        return true;
    const std::string_view cell = fields[static_cast<std::size_t>(column)];
    DecimalReading reading;
    switch (readDecimal(cell, m_volumeRules, reading)) {
    case DecimalFault::None: break;
    case DecimalFault::Empty: m_repairs.noVolume = true; return true;
    case DecimalFault::Range: return fail(column, "volume-range", quoted(cell) + " is too large");
    case DecimalFault::Ambiguous: return fail(column, "volume-ambiguous", quoted(cell));
    case DecimalFault::Malformed:
    case DecimalFault::OtherStyle: return fail(column, "volume-malformed", quoted(cell) + " is no number");
    }
    if (reading.raw < 0)
        return fail(column, "volume-negative", quoted(cell));
    m_repairs.rounded = m_repairs.rounded || reading.rounded;
    m_repairs.groups = m_repairs.groups || reading.grouped;
    out = Quantity::fromRaw(reading.raw);
    return true;
}

bool RowDecoder::check(Bar& bar)
{
    const Price top = std::max(bar.open, bar.close);
    const Price bottom = std::min(bar.open, bar.close);
    if (bar.high >= top && bar.low <= bottom)
        return true;
    if (m_options.widenContradictions) {
        bar.high = std::max(bar.high, top);
        bar.low = std::min(bar.low, bottom);
        m_repairs.widened = true;
        return true;
    }
    const bool isHigh = bar.high < top;
    const Price extreme = isHigh ? bar.high : bar.low;
    const Price beyond = isHigh ? top : bottom;
    const int column = m_layout.columns[isHigh ? Role::High : Role::Low];
    return fail(column, "ohlc-contradiction", std::string(isHigh ? "high " : "low ") + extreme.text() + (isHigh ? " is below " : " is above ")
            + (beyond == bar.open ? "open " : "close ") + beyond.text());
}

bool RowDecoder::bar(Fields fields, CsvFlaw flaw, Bar& out)
{
    if (!begin(fields, flaw) || !time(fields, out.start))
        return false;
    switch (m_layout.kind) {
    case TableKind::CloseOnly:
        if (!price(fields, Role::Close, out.close))
            return false;
        out.open = out.high = out.low = out.close;
        return volume(fields, Role::Volume, out.volume);
    case TableKind::QuoteBars:
        return middle(fields, Role::BidOpen, Role::AskOpen, out.open) && middle(fields, Role::BidHigh, Role::AskHigh, out.high)
            && middle(fields, Role::BidLow, Role::AskLow, out.low) && middle(fields, Role::BidClose, Role::AskClose, out.close)
            && volume(fields, Role::Volume, out.volume) && check(out);
    default:
        return price(fields, Role::Open, out.open) && price(fields, Role::High, out.high) && price(fields, Role::Low, out.low)
            && price(fields, Role::Close, out.close) && volume(fields, Role::Volume, out.volume) && check(out);
    }
}

bool RowDecoder::tick(Fields fields, CsvFlaw flaw, market::Tick& out)
{
    if (!begin(fields, flaw) || !time(fields, out.time))
        return false;
    out.ask = Price();
    out.askSize = Quantity();
    if (m_layout.kind == TableKind::TradeTicks) {
        out.kind = market::TickKind::Trade;
        return price(fields, Role::Price, out.bid) && volume(fields, Role::Size, out.bidSize);
    }
    out.kind = market::TickKind::Quote;
    if (!price(fields, Role::Bid, out.bid) || !price(fields, Role::Ask, out.ask) || !volume(fields, Role::BidSize, out.bidSize)
        || !volume(fields, Role::AskSize, out.askSize))
        return false;
    if (out.bid > out.ask)
        return fail(m_layout.columns[Role::Bid], "bid-above-ask", "bid " + out.bid.text() + " is above ask " + out.ask.text());
    return true;
}

bool RowDecoder::refuseDuplicate(bool identical)
{
    const int column = m_layout.columns[Role::Date];
    return identical ? fail(column, "duplicate-identical", "the same row again") : fail(column, "duplicate-time", "an earlier row has the same time");
}

bool RowDecoder::refuseBackwards(Timestamp last)
{
    return fail(m_layout.columns[Role::Date], "time-backwards", "the row before it is of " + isoUtc(last));
}

} // namespace rialto::integration

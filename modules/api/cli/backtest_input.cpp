// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/backtest_input.h"

#include "api/cli/adjust_bars.h"
#include "api/cli/collected_bars.h"
#include "api/cli/stored_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace rialto::cli {

namespace {

/// The coarsest decimal tick of 0.01 or less on which all prices lie, as far as the venue's range of ticks allows.
Price tickOf(const std::vector<Bar>& bars)
{
    std::int64_t highest = 0;
    std::int64_t tick = 1'000'000;
    for (const Bar& bar : bars)
        for (const Price price : {bar.open, bar.high, bar.low, bar.close}) {
            highest = std::max(highest, price.abs().raw());
            while (tick > 1 && price.raw() % tick != 0)
                tick /= 10;
        }
    while (highest / tick > 900'000'000)
        tick *= 10;
    return Price::fromRaw(tick);
}

Result<Instrument> instrumentOf(const BacktestInputArguments& given, const std::string& symbol, const std::vector<Bar>& bars, const Currency& currency)
{
    Instrument instrument;
    instrument.id = InstrumentId(1);
    instrument.symbol = symbol;
    instrument.name = symbol;
    instrument.mic = "XSIM";
    instrument.calendarId = given.asset == "crypto" ? "24x7" : "WEEKDAYS";
    instrument.timeZone = given.table.zone.empty() ? "UTC" : given.table.zone;
    instrument.spec.currency = currency;
    instrument.spec.settlementDays = given.asset == "crypto" || given.asset == "future" ? 0 : 2;
    const auto tick = given.tick.empty() ? Result<Price>(tickOf(bars)) : Price::parse(given.tick);
    const auto lot = Quantity::parse(given.lot);
    const auto multiplier = Quantity::parse(given.multiplier);
    if (!tick || !tick->isPositive() || !lot || !lot->isPositive() || !multiplier || !multiplier->isPositive())
        return invalid("cli.backtest-terms", "tick, lot and multiplier are decimals above zero");
    instrument.spec.tick = *tick;
    instrument.spec.lot = *lot;
    instrument.spec.multiplier = {multiplier->raw(), kFixedOne};
    if (given.asset == "future") {
        const auto margin = Money::parse(given.margin.empty() ? "0" : given.margin, currency);
        if (!margin || margin->isNegative() || given.margin.empty())
            return invalid("cli.backtest-terms", "a future needs --margin, the amount to be put up for one contract");
        instrument.details = Future{InstrumentId(), Date(1'000'000), *margin};
    } else if (given.asset == "fund") {
        instrument.details = Fund{};
    } else if (given.asset == "crypto") {
        instrument.details = Crypto{};
    } else {
        instrument.details = Equity{};
    }
    return instrument;
}

struct Named {
    std::string symbol;
    std::vector<Bar> bars;
    BarInterval interval;
};

Result<Named> fromFile(const std::string& text, const BacktestInputArguments& given)
{
    const std::size_t equal = text.find('=');
    const std::string path = equal == std::string::npos ? text : text.substr(equal + 1);
    auto options = tableOptions(given.table);
    if (!options)
        return options.error();
    if (equal != std::string::npos)
        options->symbol = text.substr(0, equal);
    auto file = barsOfFile(path, std::move(*options));
    if (!file)
        return file.error();
    return Named{file->key.symbol, std::move(file->bars), file->key.interval};
}

Result<Named> fromBook(market::BarStore& store, const std::string& symbol, const BacktestInputArguments& given)
{
    const auto key = storedSeries(store, symbol, given.interval.empty() ? "1d" : given.interval, given.barSource);
    if (!key)
        return key.error();
    auto bars = store.read(*key);
    if (!bars)
        return bars.error();
    return Named{symbol, std::move(*bars), key->interval};
}

/// Prices times the factors of a file, as if all splits (and dividends) had been known: returns are then what a holder had.
Result<std::string> adjustSeries(std::vector<Named>& series, const BacktestInputArguments& given)
{
    std::string told;
    for (const std::string& each : given.factors) {
        const std::size_t equal = each.find('=');
        const std::string symbol = equal == std::string::npos ? std::string() : each.substr(0, equal);
        if (symbol.empty() && series.size() != 1)
            return invalid("cli.backtest-factors", "with several series say whose factors they are: --factors SYMBOL=FILE");
        const auto one = std::find_if(series.begin(), series.end(), [&](const Named& named) { return symbol.empty() || named.symbol == symbol; });
        if (one == series.end())
            return notFound("cli.backtest-factors", "there is no series " + symbol.substr(0, 60) + " for --factors " + each.substr(0, 200));
        AdjustArguments how;
        how.mode = given.adjust;
        how.factors = equal == std::string::npos ? each : each.substr(equal + 1);
        auto made = adjustBars(one->bars, how, {});
        if (!made)
            return made.error();
        one->bars = std::move(made->bars);
        told += (told.empty() ? "" : "; ") + one->symbol + ": " + made->method;
    }
    return told.empty() ? std::string("prices as they come") : told;
}

Result<std::string> setFees(const BacktestInputArguments& given, const Instrument& instrument, simulator::FeeSchedule& schedule)
{
    const bool own = given.commissionBp || given.sellTaxBp || !given.feePerUnit.empty() || !given.minimumFee.empty();
    if (given.noFees && own)
        return invalid("cli.backtest-fees", "--no-fees and fees were both said");
    if (given.noFees || own)
        schedule = simulator::FeeSchedule::free();
    const Currency& currency = instrument.spec.currency;
    if (own) {
        simulator::FeeRule rule;
        rule.commissionPpm = std::llround(given.commissionBp.value_or(0) * 100);
        rule.sellTaxPpm = std::llround(given.sellTaxBp.value_or(0) * 100);
        const auto minimum = Money::parse(given.minimumFee.empty() ? "0" : given.minimumFee, currency);
        const auto unit = Money::parse(given.feePerUnit.empty() ? "0" : given.feePerUnit, currency);
        if (!minimum || minimum->isNegative() || !unit || unit->isNegative())
            return invalid("cli.backtest-fees", "fees are amounts in " + currency.code() + " with no more digits than it has");
        rule.minimumMinor = minimum->minor();
        rule.perUnitMinor = unit->minor();
        schedule.set(instrument.assetClass(), "", rule);
    }
    const auto rule = schedule.ruleFor(instrument);
    return fmt::format("{} bp of the value, {} a unit, {} an order at least, {} bp tax on sales", double(rule.commissionPpm) / 100, Money(rule.perUnitMinor, currency).text(),
        Money(rule.minimumMinor, currency).text(), double(rule.sellTaxPpm) / 100);
}

} // namespace

void addBacktestInput(CLI::App& app, BacktestInputArguments& given)
{
    app.add_option("--bars", given.bars, "A file of bars, or SYMBOL=FILE; repeat for several series (any format that `import bars` takes)");
    app.add_option("--symbol", given.symbols, "A series of the book instead; repeat for several");
    app.add_option("--factors", given.factors, "Factor file (date,price factor,split factor,reference close) for raw daily bars, or SYMBOL=FILE");
    app.add_option("--adjust", given.adjust, "With --factors: split, or total (splits and dividends)")->check(CLI::IsMember({"split", "total"}))->capture_default_str();
    app.add_option("--interval", given.interval, "Of the book's series: 1m, 1h, 1d")->check(CLI::IsMember({"1m", "1h", "1d"}));
    app.add_option("--bar-source", given.barSource, "Of the book's series, when there are several");
    addTableOptions(app, given.table);
    app.add_option("--cash", given.cash, "Starting capital")->capture_default_str();
    app.add_option("--asset", given.asset, "What is traded")->check(CLI::IsMember({"equity", "fund", "crypto", "future"}))->capture_default_str();
    app.add_option("--margin", given.margin, "Of a future: put up for one contract");
    app.add_option("--multiplier", given.multiplier, "Of a contract")->capture_default_str();
    app.add_option("--tick", given.tick, "Price step; default: found in the bars");
    app.add_option("--lot", given.lot, "Quantity step")->capture_default_str();
    app.add_option("--from", given.from, "First day that trades; earlier bars only warm indicators up");
    app.add_option("--to", given.to, "Last day");
    app.add_option("--half-spread-bp", given.halfSpreadBp, "Half the spread, in 1/100 % of the price")->check(CLI::Range(0.0, 10'000.0))->capture_default_str();
    app.add_option("--participation", given.participation, "Share of a bar's volume that can be had, in %")->check(CLI::Range(0.0001, 100.0))->capture_default_str();
    app.add_option("--latency-bars", given.latencyBars, "Bars that an order is late")->check(CLI::Range(0, 1000))->capture_default_str();
    app.add_flag("--no-fees", given.noFees, "Costs nothing but the spread");
    app.add_option("--commission-bp", given.commissionBp, "Commission in 1/100 % of the value; default: the house's of the class and currency")->check(CLI::Range(0.0, 10'000.0));
    app.add_option("--fee-per-unit", given.feePerUnit, "Commission a share or contract");
    app.add_option("--min-fee", given.minimumFee, "Least commission of an order");
    app.add_option("--sell-tax-bp", given.sellTaxBp, "Tax on sales in 1/100 %")->check(CLI::Range(0.0, 10'000.0));
}

Result<BacktestSource> readBacktestInput(Context& context, const BacktestInputArguments& given)
{
    if (given.bars.empty() && given.symbols.empty())
        return invalid("cli.backtest-bars", "give bars with --bars FILE, or with --symbol S from the book");
    std::vector<Named> series;
    for (const std::string& each : given.bars) {
        auto read = fromFile(each, given);
        if (!read)
            return read.error();
        series.push_back(std::move(*read));
    }
    if (!given.symbols.empty()) {
        BookOptions book;
        book.directory = context.book;
        const auto session = context.books.open(context.withCredentials(book));
        if (!session)
            return session.error();
        auto store = (*session)->openBars();
        if (!store)
            return store.error();
        for (const std::string& symbol : given.symbols) {
            auto read = fromBook(**store, symbol, given);
            if (!read)
                return read.error();
            series.push_back(std::move(*read));
        }
    }
    auto adjustment = adjustSeries(series, given);
    if (!adjustment)
        return adjustment.error();
    const std::string code = !given.table.currency.empty() ? given.table.currency : "USD";
    const auto currency = Currency::parse(code);
    if (!currency)
        return currency.error();
    const auto cash = Money::parse(given.cash, *currency);
    if (!cash || cash->minor() <= 0)
        return invalid("cli.backtest-cash", "--cash is an amount above zero in " + code);
    BacktestSource out;
    out.adjustment = std::move(*adjustment);
    out.input.cash = *cash;
    out.input.interval = series.front().interval;
    out.input.venue.halfSpreadPpm = std::llround(given.halfSpreadBp * 100);
    out.input.venue.participationPpm = std::max<std::int64_t>(1, std::llround(given.participation * 10'000));
    out.input.venue.latencyBars = given.latencyBars;
    for (const auto& [text, last] : {std::pair{given.from, false}, {given.to, true}}) {
        if (text.empty())
            continue;
        const auto day = Date::parse(text);
        if (!day)
            return day.error();
        (last ? out.input.until : out.input.tradeFrom) = (last ? *day + 1 : *day).startUtc();
    }
    for (Named& each : series) {
        if (each.interval != out.input.interval)
            return invalid("cli.backtest-bars", each.symbol + " has bars of " + std::string(name(each.interval)) + ", " + series.front().symbol + " of "
                    + std::string(name(out.input.interval)) + "; use one length for all");
        auto instrument = instrumentOf(given, each.symbol, each.bars, *currency);
        if (!instrument)
            return instrument.error();
        for (const auto& other : out.input.series)
            if (other.instrument.symbol == instrument->symbol)
                return invalid("cli.backtest-bars", "two series are called " + each.symbol + "; name them with --bars SYMBOL=FILE");
        auto fees = setFees(given, *instrument, out.input.venue.fees);
        if (!fees)
            return fees.error();
        out.fees = std::move(*fees);
        out.input.series.push_back({std::move(*instrument), std::move(each.bars)});
    }
    return out;
}

} // namespace rialto::cli

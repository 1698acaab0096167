// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sample_report.h"

#include "support/sample_statement.h"

#include <cmath>

namespace rialto::testing {

using namespace rialto::reports;

namespace {

/// By the textbook's formula in two passes: n - 1, 252 days, weekends left out (the sample has none).
Rate yearlyDeviation(const std::vector<ValuePoint>& series)
{
    std::vector<double> rates;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const double before = i == 0 ? 0 : static_cast<double>(series[i - 1].value.minor());
        const double paidIn = static_cast<double>(series[i].netContributions.minor()) - (i == 0 ? 0 : static_cast<double>(series[i - 1].netContributions.minor()));
        rates.push_back(static_cast<double>(series[i].value.minor()) / (before + paidIn) - 1);
    }
    double mean = 0;
    for (const double rate : rates)
        mean += rate / static_cast<double>(rates.size());
    double squares = 0;
    for (const double rate : rates)
        squares += (rate - mean) * (rate - mean);
    return Rate{std::llround(std::sqrt(squares / static_cast<double>(rates.size() - 1) * 252) * 1e8)};
}

} // namespace

ReportData sampleReport()
{
    ReportData data;
    data.statement = sampleStatement();
    const Currency usd = Currency::literal("USD");
    const Currency eur = Currency::literal("EUR");
    const auto day = [](unsigned month, unsigned date) { return Date::of(2026, month, date); };

    data.lots = {{"A-1001-1", "MERI", {"Meridian Instruments", "子午仪器"}, AssetClass::Equity, Date::of(2024, 5, 6), "fill:1", Quantity::of(700), Money(5'600'000, usd), Money(5'981'500, usd), 932, true},
        {"A-1001-1", "MERI", {"Meridian Instruments", "子午仪器"}, AssetClass::Equity, day(9, 14), "fill:2", Quantity::of(450), Money(4'083'690, usd), Money(3'845'250, usd), 71, false},
        {"A-1001-1", "LUMA", {"Lumagraph Optik AG", "光影光学"}, AssetClass::Equity, Date::of(2024, 8, 1), "fill:3", Quantity::of(180), Money(3'788'100, eur), Money(7'964'280, eur), 845, true}};
    data.realised = {{"A-1001-1", "NORV", {"Norvale Energy", "北谷能源"}, Date::of(2024, 3, 11), day(2, 3), "fill:4", "fill:5", Quantity::of(100), Money(1'312'000, usd), Money(1'186'000, usd), Money(1'312'000, usd), Money(1'186'000, usd), true},
        {"A-1001-2", "ORSE", {"Orseolo Seguros", "奥尔塞奥洛保险"}, day(1, 9), day(6, 30), "fill:6", "fill:7", Quantity::of(50), Money(79'300, eur), Money(83'150, eur), Money(82'076, usd), Money(86'476, usd), false}};
    data.orders = {{"A-1001-1", "41", day(11, 20).startUtc() + 14 * 3600 * kNanosPerSecond, Side::Buy, "MERI", "limit", "Filled", Quantity::of(50), Quantity::of(50), Price::literal("85.40"), 2, ""},
        {"A-1001-1", "42", day(11, 23).startUtc() + 15 * 3600 * kNanosPerSecond, Side::Sell, "HALC", "market", "Rejected", Quantity::of(900), Quantity(), Price(), 2, "risk.not-enough-held"}};
    data.executions = {{"A-1001-1", day(11, 20), "41", Side::Buy, "MERI", {"Meridian Instruments", "子午仪器"}, Quantity::of(50), Price::literal("85.10"), 2, Price::literal("84.90"), Price::literal("85.90"), Price::literal("84.70"),
                           Price::literal("85.45"), Money(425'500, usd), Money(426, usd)},
        {"A-1001-1", day(11, 23), "", Side::Sell, "LUMA", {"Lumagraph Optik AG", "光影光学"}, Quantity::of(10), Price::literal("440.00"), 2, Price(), Price(), Price(), Price(), Money(440'000, eur), Money(440, eur)}};
    for (const auto& [symbol, close, previous, kind] : {std::tuple("RX9", "4210.00", "4200.00", AssetClass::Index), std::tuple("MERI", "85.45", "84.20", AssetClass::Equity), std::tuple("HALC", "24.21", "25.10", AssetClass::Equity)}) {
        MarketRow row;
        row.symbol = symbol;
        row.name = {std::string(symbol) + " name", std::string(symbol) + " 名称"};
        row.assetClass = kind;
        row.currency = "USD";
        row.date = data.statement.to;
        row.close = Price::literal(close);
        row.previous = row.open = Price::literal(previous);
        row.high = std::max(row.close, row.previous, [](Price a, Price b) { return a < b; });
        row.low = std::min(row.close, row.previous, [](Price a, Price b) { return a < b; });
        row.monthStart = row.yearStart = row.previous;
        row.volume = Quantity::of(12'345);
        row.volatility = Rate{21'500'000};
        row.closes = {{row.date - 90, row.previous}, {row.date - 30, row.low}, {row.date, row.close}};
        data.market.push_back(std::move(row));
    }
    data.quality = {{"MERI", "sim", 262, Date::of(2025, 11, 24), data.statement.to, 1, 0, 0, 0, 0}, {"OLD", "csv", 10, Date::of(2025, 1, 2), Date::of(2025, 1, 15), 0, 2, 1, 3, 678}};
    data.risk.volatility = yearlyDeviation(data.statement.series);
    data.risk.downside = Rate{7'410'000};
    data.risk.valueAtRisk = Rate{-1'120'000};
    data.risk.expectedShortfall = Rate{-1'580'000};
    data.risk.sharpeE4 = 8'431;
    data.risk.sortinoE4 = 12'777;
    data.risk.bestDay = Rate{2'310'000};
    data.risk.bestOn = day(4, 9);
    data.risk.worstDay = Rate{-2'870'000};
    data.risk.worstOn = day(4, 4);
    data.risk.falls = {{Rate{-9'040'000}, day(2, 20), day(4, 8), day(6, 27)}, {Rate{-4'110'000}, day(10, 9), day(11, 3), std::nullopt}};
    for (int i = 0; i < 60; ++i)
        data.risk.underWater.emplace_back(day(1, 1) + i * 5, Rate{-150'000 * (i % 20)});
    return data;
}

} // namespace rialto::testing

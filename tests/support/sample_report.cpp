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

std::shared_ptr<const ProposalFacts> sampleProposal()
{
    const Currency usd = Currency::literal("USD");
    const auto position = [&](const char* symbol, AssetClass kind, int quantity, const char* price, std::vector<advice::HeldLot> lots) {
        advice::PlanPosition one;
        one.symbol = symbol;
        one.assetClass = kind;
        one.quantity = Quantity::of(quantity);
        one.price = Price::literal(price);
        one.spec.currency = usd;
        one.spec.lot = Quantity::of(1);
        one.spec.multiplier = {1, 1};
        one.lots = std::move(lots);
        return one;
    };
    auto facts = std::make_shared<ProposalFacts>();
    facts->profile = clients::RiskProfile::Balanced;
    facts->score = 512;
    facts->assessed = Date::of(2026, 3, 2);
    facts->model = {clients::RiskProfile::Balanced, "Balanced", "平衡型", {{"RTB36", 40'000'000}, {"RXF", 50'000'000}}};
    facts->names = {{"MERI", {"Meridian Instruments", "子午仪器"}}, {"RXF", {"Nine ETF", "九指数基金"}}, {"RTB36", {"Treasury 2036", "2036 年国债"}}};
    advice::RebalanceOptions options;
    options.today = Date::of(2026, 11, 24);
    options.cash = Money(1'000'000, usd);
    options.cashNeed = Money::zero(usd);
    options.leastTrade = Money::zero(usd);
    options.tax = {30'000'000, 20'000'000};
    const auto plan = advice::rebalance({position("MERI", AssetClass::Equity, 500, "85.45", {{"fill:1", Date::of(2024, 5, 6), Quantity::of(300), Money(2'400'000, usd)}, {"fill:2", Date::of(2026, 9, 14), Quantity::of(200), Money(1'814'973, usd)}}),
                                             position("RXF", AssetClass::Fund, 300, "84.00", {}), position("RTB36", AssetClass::Bond, 0, "96.12", {})},
        facts->model.weights, options);
    facts->plan = *plan;
    facts->before = {598, 500, false, "MERI"};
    facts->after = {325, 500, true, "RXF"};
    return facts;
}

std::shared_ptr<const AttributionFacts> sampleAttribution()
{
    // The classic single period of Bacon's textbook (UK, Japan and US equities): portfolio 8.3 %, benchmark 6.4 %.
    auto facts = std::make_shared<AttributionFacts>();
    facts->benchmark = {"textbook benchmark", "教科书基准"};
    facts->policy = {{{"UK equities", "英国股票"}, Rate{40'000'000}}, {{"Japanese equities", "日本股票"}, Rate{20'000'000}}, {{"US equities", "美国股票"}, Rate{40'000'000}}};
    facts->rows = {{{"UK equities", "英国股票"}, Rate{40'000'000}, Rate{40'000'000}, Rate{20'000'000}, Rate{10'000'000}, Rate{0}, Rate{4'000'000}, Rate{0}},
        {{"Japanese equities", "日本股票"}, Rate{30'000'000}, Rate{20'000'000}, Rate{-5'000'000}, Rate{-4'000'000}, Rate{-1'040'000}, Rate{-200'000}, Rate{-100'000}},
        {{"US equities", "美国股票"}, Rate{30'000'000}, Rate{40'000'000}, Rate{6'000'000}, Rate{8'000'000}, Rate{-160'000}, Rate{-800'000}, Rate{200'000}}};
    facts->periods = {{Date::of(2026, 9, 30), Date::of(2026, 10, 31), Rate{8'300'000}, Rate{6'400'000}, Rate{-1'200'000}, Rate{3'000'000}, Rate{100'000}}, {Date::of(2026, 10, 31), Date::of(2026, 11, 24), Rate{0}, Rate{0}, Rate{0}, Rate{0}, Rate{0}}};
    facts->portfolioReturn = Rate{8'300'000};
    facts->benchmarkReturn = Rate{6'400'000};
    return facts;
}

std::shared_ptr<const ComplianceFacts> sampleCompliance()
{
    auto facts = std::make_shared<ComplianceFacts>();
    facts->checks = {{{"Know your customer", "客户尽职调查"}, {"Review", "复核"}, {"approved, due soon", "已通过，即将到期"}, CheckState::Attention, Date::of(2027, 1, 10)},
        {{"Documents", "文件"}, {"Passport K-1", "护照 K-1"}, {"valid", "有效"}, CheckState::Fine, Date::of(2031, 5, 1)},
        {{"Mandates", "投资授权"}, {"max 40 % in MERI", "max 40 % in MERI"}, {"broken, 62.1 % (MERI)", "违反，62.1 %（MERI）"}, CheckState::Breach, std::nullopt}};
    facts->missing = {"OLD: no price"};
    return facts;
}

std::shared_ptr<const BacktestFacts> sampleBacktest()
{
    const Currency usd = Currency::literal("USD");
    auto facts = std::make_shared<BacktestFacts>();
    facts->strategy = "sma_cross";
    facts->settings = {{{"Parameters", "参数"}, {"fast=20, slow=50", "fast=20, slow=50"}}, {{"Instruments", "品种"}, {"SPY", "SPY"}}};
    facts->start = Money(10'000'000, usd);
    facts->end = Money(12'500'000, usd);
    facts->fees = Money(12'340, usd);
    facts->taxes = Money(0, usd);
    facts->turnover = Money(80'000'000, usd);
    facts->orders = 8;
    facts->fills = 19;
    facts->refusals = {{"risk.not-enough-cash", 1}};
    facts->totalReturn = Rate{25'000'000};
    facts->annualReturn = Rate{11'800'000};
    facts->volatility = Rate{14'200'000};
    facts->sharpeE4 = 8'600;
    facts->sortinoE4 = 12'100;
    facts->calmarE4 = 9'000;
    facts->maxDrawdown = Rate{13'100'000};
    facts->valueAtRisk = Rate{-1'450'000};
    facts->exposure = Rate{71'000'000};
    facts->winRate = Rate{50'000'000};
    facts->profitFactorE4 = 21'000;
    facts->turnoverE4 = 35'200;
    facts->skill = Rate{88'000'000};
    facts->trips = 1;
    facts->tripRows = {{"SPY", Side::Buy, Date::of(2025, 1, 6), Date::of(2025, 6, 9), Quantity::of(180), Money(9'800'000, usd), Money(1'200'000, usd), Money(6'170, usd), 106, false},
        {"SPY", Side::Buy, Date::of(2026, 2, 2), Date::of(2026, 11, 24), Quantity::of(170), Money(10'900'000, usd), Money(1'300'000, usd), Money(6'170, usd), 204, true}};
    facts->conventions = {{"Returns are daily and simple, of the capital.", "收益率为资金的逐日简单收益率。"}};
    facts->hash = "0123456789abcdef";
    return facts;
}

std::shared_ptr<const NoteFacts> sampleNote()
{
    auto facts = std::make_shared<NoteFacts>();
    facts->symbol = "MERI";
    facts->title = "Meridian 2027";
    facts->author = "J. Ferrer";
    facts->written = Date::of(2026, 11, 20);
    facts->body = "Orders exceed what can be built.\n\n## Why now\n- the second line opens in **March**\n- margins hold\n";
    facts->rating = "buy";
    facts->target = "96.00 USD";
    facts->news = {{Date::of(2026, 11, 18), "Meridian opens a second line"}};
    return facts;
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
    data.proposal = sampleProposal();
    data.attribution = sampleAttribution();
    data.compliance = sampleCompliance();
    data.backtest = sampleBacktest();
    data.note = sampleNote();
    data.subject = "sample";
    return data;
}

} // namespace rialto::testing

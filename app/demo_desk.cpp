// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_desk.h"

#include <algorithm>
#include <array>
#include <string>

namespace rialto::app {

namespace {

using namespace research;

constexpr const char* kSource = "Sample (invented)";

struct Item {
    int daysBefore;
    const char* title;
    const char* summary;
    const char* symbols; // one
};

constexpr std::array<Item, 12> kNews{{
    {1, "Meridale Robotics wins a warehouse order worth 40 million", "The maker of sorting robots said the order runs over two years and does not change its outlook for the year.", "MERI"},
    {2, "美瑞达机器人获得仓储订单", "公司表示该订单为期两年，全年指引不变。（虚构样例）", "MERI"},
    {3, "Quillmark Software raises prices for its archive product", "List prices rise by six per cent from the spring; existing contracts keep their terms.", "QUIL"},
    {4, "Voltessa Motors recalls 12,000 cars for a brake sensor", "Owners get a software update at the workshop; the company expects no material cost.", "VOTE"},
    {6, "沃特萨汽车召回一万二千辆汽车", "因制动传感器问题召回，预计不会产生重大费用。（虚构样例）", "VOTE"},
    {8, "Halcyra Health reports trial results in line with its plan", "The second phase met its main goal; a third phase begins in the autumn.", "HALC"},
    {10, "Solvane Energy sells its stake in two wind parks", "Proceeds reduce debt; the sale closes in the second quarter subject to approval.", "SOLV"},
    {13, "Tandemoor Bank's lending grows faster than its deposits", "The bank's quarterly figures show loans up by 4.1 per cent and deposits by 2.9 per cent.", "TAND"},
    {15, "Brixolme Retail opens its first stores in the north", "Four stores open before the summer; the company speaks of a test.", "BRIX"},
    {18, "Orbylon Aerospace signs a service agreement for satellites", "Maintenance of the fleet is agreed for five years with an option for three more.", "ORBY"},
    {22, "Keswyn Foods keeps its dividend", "The board proposes an unchanged dividend and points to higher costs of cocoa.", "KESW"},
    {27, "羽印软件发布新版本", "新版本支持离线检索，预计春季全面推出。（虚构样例）", "QUIL"},
}};

/// A small generator of its own: the same book has the same samples everywhere.
class Wave {
public:
    explicit Wave(std::uint32_t seed) : m_state(seed) {}
    int next(int most)
    {
        m_state = m_state * 1'664'525u + 1'013'904'223u;
        return static_cast<int>((m_state >> 10) % static_cast<std::uint32_t>(2 * most + 1)) - most;
    }

private:
    std::uint32_t m_state;
};

std::vector<Document> news(Date firstDay)
{
    std::vector<Document> all;
    for (std::size_t i = 0; i < kNews.size(); ++i) {
        Document item;
        item.kind = "news";
        item.id = "sample-" + std::to_string(i + 1);
        item.title = kNews[i].title;
        item.summary = kNews[i].summary;
        item.source = kSource;
        item.published = (firstDay - kNews[i].daysBefore).startUtc() + (std::int64_t(9) + std::int64_t(i % 8)) * 3600 * kNanosPerSecond;
        item.symbols = {kNews[i].symbols};
        item.tags = {"sample"};
        all.push_back(std::move(item));
    }
    Document filing;
    filing.kind = "filing";
    filing.id = "sample-10k-1";
    filing.title = "Sample annual report of Meridale Robotics (invented)";
    filing.source = kSource;
    filing.published = (firstDay - 60).startUtc();
    filing.symbols = {"MERI"};
    filing.tags = {"10-K", "sample"};
    all.push_back(std::move(filing));
    return all;
}

Series prices(Date firstDay)
{
    Series series{"SAMPLE.CPI", "sample", "Sample consumer prices, 2020 = 100 (invented)", "index", "M", {}};
    Wave wave(7);
    std::int64_t level = 10'000;
    for (int year = firstDay.year() - 5; year <= firstDay.year(); ++year)
        for (unsigned month = 1; month <= 12; ++month) {
            const Date day = Date::of(year, month, 1);
            if (day > firstDay - 45)
                break;
            level += 22 + wave.next(18);
            const Date told = day + 44, revised = day + 75;
            const std::int64_t first = level + wave.next(9);
            const bool again = revised < firstDay;
            series.observations.push_back({day, Decimal::make(first, 2), told, again ? revised - 1 : kStillKnown});
            if (again)
                series.observations.push_back({day, Decimal::make(level, 2), revised, kStillKnown});
        }
    return series;
}

Series unemployment(Date firstDay)
{
    Series series{"SAMPLE.UNEMPLOYMENT", "sample", "Sample unemployment, % (invented)", "percent", "M", {}};
    Wave wave(11);
    std::int64_t level = 52;
    for (int year = firstDay.year() - 5; year <= firstDay.year(); ++year)
        for (unsigned month = 1; month <= 12; ++month) {
            const Date day = Date::of(year, month, 1);
            if (day > firstDay - 40)
                break;
            level = std::max<std::int64_t>(30, std::min<std::int64_t>(80, level + wave.next(2)));
            series.observations.push_back({day, Decimal::make(level, 1), kAlwaysKnown, kStillKnown});
        }
    return series;
}

Series yields(Date firstDay, const char* id, const char* title, int months, int seed)
{
    Series series{id, "sample", title, "percent", "D", {}};
    Wave wave(static_cast<std::uint32_t>(seed));
    std::int64_t level = 340 + months / 3;
    for (int back = 400; back > 0; --back) {
        const Date day = firstDay - back;
        if (day.isWeekend())
            continue;
        level += wave.next(4);
        series.observations.push_back({day, Decimal::make(level, 2), kAlwaysKnown, kStillKnown});
    }
    return series;
}

std::vector<Fixing> fixings(Date firstDay)
{
    struct Pair {
        const char* quote;
        std::int64_t rate; // four places
        int step;
    };
    std::vector<Fixing> all;
    std::uint32_t seed = 3;
    for (const Pair& pair : {Pair{"USD", 10'850, 40}, Pair{"CNY", 77'800, 220}, Pair{"GBP", 8'540, 25}, Pair{"JPY", 1'628'000, 5'500}, Pair{"CHF", 9'480, 28}}) {
        Wave wave(seed++);
        std::int64_t rate = pair.rate;
        for (int back = 500; back > 0; --back) {
            const Date day = firstDay - back;
            if (day.isWeekend())
                continue;
            rate += wave.next(pair.step);
            all.push_back({day, "EUR", pair.quote, Decimal::make(rate, 4), "sample"});
        }
    }
    return all;
}

Company company(Date firstDay)
{
    Company meri{"9990000001", "Meridale Robotics, sample statements (invented)", "MERI", {}};
    struct Line {
        const char* conceptName;
        std::int64_t newest; // thousands of dollars
        int growth;          // per mille a year
        bool balance;
    };
    constexpr Line lines[] = {{"Revenues", 812'400, 118, false}, {"CostOfRevenue", 471'300, 109, false}, {"GrossProfit", 341'100, 131, false}, {"OperatingIncomeLoss", 133'700, 152, false},
        {"IncomeTaxExpenseBenefit", 25'300, 140, false}, {"NetIncomeLoss", 101'900, 149, false}, {"Assets", 1'214'600, 92, true}, {"AssetsCurrent", 532'800, 81, true},
        {"LiabilitiesCurrent", 241'700, 64, true}, {"Liabilities", 498'200, 57, true}, {"StockholdersEquity", 716'400, 118, true}, {"NetCashProvidedByUsedInOperatingActivities", 142'800, 121, false},
        {"PaymentsToAcquirePropertyPlantAndEquipment", 51'200, 77, false}};
    const int last = (firstDay - 60).year() - 1;
    for (int year = last; year > last - 5; --year)
        for (const Line& line : lines) {
            std::int64_t value = line.newest;
            for (int i = year; i < last; ++i)
                value = value * 1000 / (1000 + line.growth);
            CompanyFact fact;
            fact.taxonomy = "us-gaap";
            fact.conceptName = line.conceptName;
            fact.unit = "USD";
            if (!line.balance)
                fact.start = Date::of(year, 1, 1);
            fact.end = Date::of(year, 12, 31);
            fact.accession = "sample-" + std::to_string(year);
            fact.fiscalYear = year;
            fact.fiscalPeriod = "FY";
            fact.form = "10-K";
            fact.filed = Date::of(year + 1, 2, 20);
            // The newest report tells last year's net income a little differently: a restatement to look at.
            const bool restated = std::string(line.conceptName) == "NetIncomeLoss" && year == last - 1;
            fact.value = Decimal::of(value * 1000);
            meri.facts.push_back(fact);
            if (restated) {
                fact.value = Decimal::of((value - 1'700) * 1000);
                fact.accession = "sample-" + std::to_string(last);
                fact.filed = Date::of(last + 1, 2, 20);
                meri.facts.push_back(fact);
            }
        }
    return meri;
}

} // namespace

Result<void> storeSampleDesk(ResearchStore& desk, Date firstDay)
{
    if (const auto put = desk.putDocuments(news(firstDay)); !put)
        return put.error();
    for (const Series& series : {prices(firstDay), unemployment(firstDay), yields(firstDay, "3M", "Sample 3-month yield (invented)", 3, 21), yields(firstDay, "2Y", "Sample 2-year yield (invented)", 24, 22),
             yields(firstDay, "5Y", "Sample 5-year yield (invented)", 60, 23), yields(firstDay, "10Y", "Sample 10-year yield (invented)", 120, 24), yields(firstDay, "30Y", "Sample 30-year yield (invented)", 360, 25)})
        if (const auto put = desk.putSeries(series); !put)
            return put.error();
    if (const auto put = desk.putFixings(fixings(firstDay)); !put)
        return put.error();
    if (const auto put = desk.putCompany(company(firstDay)); !put)
        return put.error();
    const auto notes = desk.notes();
    if (!notes)
        return notes.error();
    if (!notes->empty())
        return {};
    Note note;
    note.time = (firstDay - 20).startUtc() + 10 * 3600 * kNanosPerSecond;
    note.author = "Sample desk";
    note.title = "Sample note: Meridale's margins hold (invented)";
    note.body = "## What we think\n\nMargins **hold** while the order book grows; the *valuation* is fair.\n\n- Order intake above last year\n- Cost of parts stable\n\n> This note is a sample that came with the demo book.";
    note.rating = "outperform";
    note.target = Decimal::of(210);
    note.currency = "USD";
    note.symbols = {"MERI"};
    const auto kept = desk.putNote(note);
    if (!kept)
        return kept.error();
    note.id = kept->id;
    note.time = (firstDay - 5).startUtc() + 10 * 3600 * kNanosPerSecond;
    note.rating = "buy";
    note.target = Decimal::of(225);
    const auto again = desk.putNote(note);
    return again ? Result<void>() : Result<void>(again.error());
}

} // namespace rialto::app

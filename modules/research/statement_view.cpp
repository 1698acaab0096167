// SPDX-License-Identifier: GPL-3.0-or-later
#include "research/statement_view.h"

#include <algorithm>
#include <functional>
#include <cstdint>
#include <tuple>

namespace rialto::research {

namespace {

constexpr int kRatioPlaces = 4;

struct PeriodKey {
    std::optional<Date> start;
    Date end;
    friend bool operator<(const PeriodKey& a, const PeriodKey& b)
    {
        return a.end != b.end ? a.end < b.end : a.start.value_or(Date()) < b.start.value_or(Date());
    }
};
using FactsByPeriod = std::map<PeriodKey, std::vector<const CompanyFact*>>;

std::string nameOf(const CompanyFact& fact) { return fact.taxonomy + ":" + fact.conceptName; }

int daysOf(const CompanyFact& fact) { return fact.start ? fact.end - *fact.start + 1 : 0; }
bool annual(int days) { return days >= 350 && days <= 380; }
bool quarter(int days) { return days >= 75 && days <= 100; }

const CompanyFact* newest(const std::vector<const CompanyFact*>& facts)
{
    const CompanyFact* best = nullptr;
    for (const auto* fact : facts)
        if (best == nullptr || best->filed < fact->filed || (best->filed == fact->filed && best->accession < fact->accession))
            best = fact;
    return best;
}

StatementFigure figureOf(const CompanyFact& fact)
{
    return {fact.value, nameOf(fact), fact.unit, fact.accession, fact.form, fact.filed, {}};
}

/// A month's end or so: 52-week years end on any day of the last week or the first days of the next month.
std::string labelOf(Date end, bool quarterly)
{
    const Date middle = end - 10; // 2024-01-03 ends the quarter of December
    if (!quarterly)
        return std::to_string(middle.year());
    return std::to_string(middle.year()) + "-Q" + std::to_string((middle.month() - 1) / 3 + 1);
}

bool monetary(const std::string& unit)
{
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

struct RatioRow {
    const char* key;
    const char* label;
    const char* formula;
    std::function<std::optional<Decimal>(const StatementPeriod&)> of;
};

std::optional<Decimal> get(const StatementPeriod& period, std::string_view key)
{
    const auto at = period.figures.find(key);
    if (at == period.figures.end())
        return std::nullopt;
    return at->second.value;
}
std::optional<Decimal> divide(const std::optional<Decimal>& a, const std::optional<Decimal>& b)
{
    return a && b ? a->dividedBy(*b, kRatioPlaces, Rounding::HalfEven) : std::nullopt;
}
std::optional<Decimal> sum(const std::optional<Decimal>& a, const std::optional<Decimal>& b, bool minus = false)
{
    if (!a || !b)
        return std::nullopt;
    return minus ? a->minus(*b) : a->plus(*b);
}
std::optional<Decimal> grossProfit(const StatementPeriod& p)
{
    const auto told = get(p, "grossProfit");
    return told ? told : sum(get(p, "revenue"), get(p, "costOfRevenue"), true);
}
std::optional<Decimal> debt(const StatementPeriod& p)
{
    const auto longTerm = get(p, "longTermDebt");
    const auto shortTerm = get(p, "shortTermDebt");
    return longTerm && shortTerm ? longTerm->plus(*shortTerm) : longTerm ? longTerm : shortTerm;
}

const std::vector<RatioRow>& ratioRows()
{
    using P = const StatementPeriod&;
    static const std::vector<RatioRow> kRows{
        {"grossMargin", "Gross margin", "grossProfit (or revenue - costOfRevenue) / revenue", [](P p) { return divide(grossProfit(p), get(p, "revenue")); }},
        {"operatingMargin", "Operating margin", "operatingIncome / revenue", [](P p) { return divide(get(p, "operatingIncome"), get(p, "revenue")); }},
        {"netMargin", "Net margin", "netIncome / revenue", [](P p) { return divide(get(p, "netIncome"), get(p, "revenue")); }},
        {"effectiveTaxRate", "Effective tax rate", "incomeTax / incomeBeforeTax", [](P p) { return divide(get(p, "incomeTax"), get(p, "incomeBeforeTax")); }},
        {"returnOnEquity", "Return on equity", "netIncome / equity at the end of the period", [](P p) { return divide(get(p, "netIncome"), get(p, "equity")); }},
        {"returnOnAssets", "Return on assets", "netIncome / totalAssets at the end of the period", [](P p) { return divide(get(p, "netIncome"), get(p, "totalAssets")); }},
        {"currentRatio", "Current ratio", "currentAssets / currentLiabilities", [](P p) { return divide(get(p, "currentAssets"), get(p, "currentLiabilities")); }},
        {"quickRatio", "Quick ratio", "(currentAssets - inventory) / currentLiabilities", [](P p) { return divide(sum(get(p, "currentAssets"), get(p, "inventory"), true), get(p, "currentLiabilities")); }},
        {"debtToEquity", "Debt to equity", "(longTermDebt + shortTermDebt, those told) / equity", [](P p) { return divide(debt(p), get(p, "equity")); }},
        {"liabilitiesToAssets", "Liabilities to assets", "totalLiabilities / totalAssets", [](P p) { return divide(get(p, "totalLiabilities"), get(p, "totalAssets")); }},
        {"interestCover", "Interest cover", "operatingIncome / interestExpense", [](P p) { return divide(get(p, "operatingIncome"), get(p, "interestExpense")); }},
        {"assetTurnover", "Asset turnover", "revenue / totalAssets at the end of the period", [](P p) { return divide(get(p, "revenue"), get(p, "totalAssets")); }},
        {"freeCashFlowMargin", "Free cash flow margin", "(operatingCashFlow - capitalExpenditure) / revenue", [](P p) { return divide(sum(get(p, "operatingCashFlow"), get(p, "capitalExpenditure"), true), get(p, "revenue")); }},
        {"payoutRatio", "Payout ratio", "dividendsPaid / netIncome", [](P p) { return divide(get(p, "dividendsPaid"), get(p, "netIncome")); }},
    };
    return kRows;
}

std::vector<Restatement> restatements(const Company& company, const std::map<std::string, std::string>& itemOf, std::optional<Date> known)
{
    using Key = std::tuple<std::string, std::string, std::int32_t, std::int32_t>;
    std::map<Key, std::vector<const CompanyFact*>> told;
    for (const auto& fact : company.facts)
        if (!known || fact.filed <= *known)
            told[{nameOf(fact), fact.unit, fact.start ? fact.start->days : INT32_MIN, fact.end.days}].push_back(&fact);
    std::vector<Restatement> out;
    for (auto& [key, facts] : told) {
        std::stable_sort(facts.begin(), facts.end(), [](const auto* a, const auto* b) { return a->filed < b->filed; });
        for (std::size_t i = 1; i < facts.size(); ++i) {
            const auto* before = facts[i - 1];
            const auto* after = facts[i];
            if (before->value == after->value || before->accession == after->accession)
                continue;
            const auto difference = after->value.minus(before->value);
            const auto item = itemOf.find(nameOf(*after));
            out.push_back({item == itemOf.end() ? std::string() : item->second, nameOf(*after), after->unit, after->start, after->end, before->value, after->value,
                difference.value_or(Decimal()), before->accession, before->form, after->accession, after->form, before->filed, after->filed});
        }
    }
    std::stable_sort(out.begin(), out.end(), [](const Restatement& a, const Restatement& b) { return a.laterFiled > b.laterFiled; });
    return out;
}

/// A quarter that was never told alone: the year (or half, or nine months) less the cumulated figure before it.
void deriveQuarters(const FactsByPeriod& facts, std::map<PeriodKey, StatementFigure>& out)
{
    for (const auto& [longer, longFacts] : facts) {
        if (!longer.start)
            continue;
        const int days = longer.end - *longer.start + 1;
        if (days < 150 || days > 380)
            continue;
        for (const auto& [shorter, shortFacts] : facts) {
            if (!shorter.start || *shorter.start != *longer.start || !(shorter.end < longer.end) || !quarter(longer.end - shorter.end))
                continue;
            const PeriodKey key{shorter.end + 1, longer.end};
            const auto* a = newest(longFacts);
            const auto* b = newest(shortFacts);
            if (out.count(key) != 0 || facts.count(key) != 0 || a->unit != b->unit || (a->unit.find('/') != std::string::npos) || a->unit == "shares")
                continue;
            if (const auto difference = a->value.minus(b->value)) {
                StatementFigure figure = figureOf(*a);
                figure.value = *difference;
                figure.derived = a->value.text() + " to " + longer.end.text() + " less " + b->value.text() + " to " + shorter.end.text();
                out.emplace(key, std::move(figure));
            }
        }
    }
}

} // namespace

Result<StatementView> statementView(const Company& company, bool quarterly, std::optional<Date> known)
{
    StatementView view;
    view.quarterly = quarterly;
    std::map<std::string, FactsByPeriod> byConcept;
    for (const auto& fact : company.facts)
        if (!known || fact.filed <= *known)
            byConcept[nameOf(fact)][{fact.start, fact.end}].push_back(&fact);

    // Durations decide which periods there are; balance sheets join them by their day, and stand alone where no duration ends.
    std::map<Date, StatementPeriod> periods;
    std::map<std::string, std::string> itemOf;
    std::map<std::string, int> units;
    const auto take = [&](const StatementItem& item, Date end, std::optional<Date> start, const StatementFigure& figure) {
        auto& period = periods[end];
        period.end = end;
        if (start)
            period.start = start;
        if (period.figures.emplace(std::string(item.key), figure).second && monetary(figure.unit))
            ++units[figure.unit];
    };
    for (const auto& item : statementItems()) {
        for (const auto conceptName : item.concepts) {
            itemOf.emplace(std::string(conceptName), std::string(item.key));
            const auto facts = byConcept.find(std::string(conceptName));
            if (facts == byConcept.end() || item.statement == Statement::Balance)
                continue;
            for (const auto& [key, list] : facts->second) {
                const int days = key.start ? key.end - *key.start + 1 : 0;
                if (quarterly ? quarter(days) : annual(days))
                    take(item, key.end, key.start, figureOf(*newest(list)));
            }
            if (quarterly) {
                std::map<PeriodKey, StatementFigure> derived;
                deriveQuarters(facts->second, derived);
                for (const auto& [key, figure] : derived)
                    take(item, key.end, key.start, figure);
            }
        }
    }
    const bool durations = !periods.empty();
    for (const auto& item : statementItems()) {
        if (item.statement != Statement::Balance)
            continue;
        for (const auto conceptName : item.concepts) {
            const auto facts = byConcept.find(std::string(conceptName));
            if (facts == byConcept.end())
                continue;
            for (const auto& [key, list] : facts->second) {
                const auto* fact = newest(list);
                if (daysOf(*fact) != 0)
                    continue;
                const bool yearEnd = std::any_of(list.begin(), list.end(), [](const auto* f) { return f->fiscalPeriod == "FY"; });
                if (periods.count(key.end) != 0 || (!durations && (quarterly || yearEnd)))
                    take(item, key.end, std::nullopt, figureOf(*fact));
            }
        }
    }
    if (periods.empty())
        return notFound("research.statement-empty", company.name + ": no " + (quarterly ? "quarterly" : "annual") + " figure of the statements is among the facts"
                + (known ? " known on " + known->text() : std::string()));
    for (auto& [end, period] : periods) {
        period.label = labelOf(end, quarterly);
        view.periods.push_back(std::move(period));
    }
    std::reverse(view.periods.begin(), view.periods.end());
    for (const auto& [unit, count] : units)
        if (view.currency.empty() || count > units[view.currency])
            view.currency = unit;
    view.restatements = restatements(company, itemOf, known);
    for (const auto& row : ratioRows()) {
        Ratio ratio{row.key, row.label, row.formula, {}};
        bool any = false;
        for (const auto& period : view.periods) {
            ratio.values.push_back(row.of(period));
            any = any || ratio.values.back().has_value();
        }
        if (any)
            view.ratios.push_back(std::move(ratio));
    }
    return view;
}

} // namespace rialto::research

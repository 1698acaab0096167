// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/figure.h"

#include "analytics/performance/annualisation.h"
#include "analytics/performance/drawdown.h"
#include "analytics/performance/xirr.h"
#include "domain/fixed.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace rialto::reports {
namespace {

constexpr double kTradingDays = 252;

/// A decimal of any scale while an operation is under way.
struct Exact {
    Int128 units = 0;
    int decimals = 0;
};

Int128 tenPower(int power)
{
    Int128 value = 1;
    for (int i = 0; i < power; ++i)
        value *= 10;
    return value;
}

Exact trimmed(std::int64_t units, int decimals)
{
    while (decimals > 0 && units % 10 == 0) {
        units /= 10;
        --decimals;
    }
    return {units, decimals};
}

bool productFits(const Int128& a, const Int128& b)
{
    const double size = std::fabs(static_cast<double>(a)) * std::fabs(static_cast<double>(b));
    return size < 1e37;
}

Result<std::int64_t> rounded(const Int128& numerator, const Int128& denominator, Rounding rounding)
{
    const auto units = narrow(divideRounded(numerator, denominator, rounding));
    if (!units)
        return invalid("reports.figure-range", "more than 64 bits");
    return *units;
}

Result<std::int64_t> atDecimals(const Exact& value, int decimals, Rounding rounding)
{
    if (value.decimals <= decimals) {
        const Int128 factor = tenPower(decimals - value.decimals);
        if (!productFits(value.units, factor))
            return invalid("reports.figure-range", "more than 64 bits");
        return rounded(value.units * factor, 1, rounding);
    }
    return rounded(value.units, tenPower(value.decimals - decimals), rounding);
}

Result<std::vector<const Figure*>> inputsOf(const Figure& figure, const FigureLookup& lookup)
{
    std::vector<const Figure*> inputs;
    for (const auto& id : figure.inputs) {
        const Figure* input = lookup(id);
        if (!input)
            return notFound("reports.figure-input", id + " of " + figure.id);
        inputs.push_back(input);
    }
    return inputs;
}

/// All inputs at one scale, added with their signs.
Result<std::int64_t> addUp(const Figure& figure, const std::vector<const Figure*>& inputs, Rounding rounding)
{
    int scale = figure.decimals;
    for (const auto* input : inputs)
        scale = std::max(scale, input->decimals);
    Int128 sum = 0;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const Int128 part = Int128(inputs[i]->units) * tenPower(scale - inputs[i]->decimals);
        const bool minus = figure.operation == Operation::NegatedSum || (figure.operation == Operation::Difference && i > 0);
        sum += minus ? Int128(-part) : part;
    }
    return atDecimals({sum, scale}, figure.decimals, rounding);
}

Result<std::int64_t> multiply(const Figure& figure, const std::vector<const Figure*>& inputs, Rounding rounding)
{
    Exact product{1, 0};
    for (const auto* input : inputs) {
        const Exact factor = trimmed(input->units, input->decimals);
        if (!productFits(product.units, factor.units))
            return invalid("reports.figure-range", figure.id);
        product.units *= factor.units;
        product.decimals += factor.decimals;
    }
    return atDecimals(product, figure.decimals, rounding);
}

Result<std::int64_t> divide(const Figure& figure, const std::vector<const Figure*>& inputs, Rounding rounding)
{
    if (inputs.size() != 2)
        return invalid("reports.figure-input", figure.id);
    Exact above = trimmed(inputs[0]->units, inputs[0]->decimals);
    Exact below = trimmed(inputs[1]->units, inputs[1]->decimals);
    if (figure.operation == Operation::QuotientOfAbs && below.units < 0)
        below.units = -below.units;
    if (below.units == 0)
        return invalid("reports.figure-undefined", figure.id);
    // above / below x 10^decimals
    const int shift = figure.decimals + below.decimals - above.decimals;
    const Int128 up = tenPower(std::max(shift, 0));
    const Int128 down = tenPower(std::max(-shift, 0));
    if (!productFits(above.units, up) || !productFits(below.units, down))
        return invalid("reports.figure-range", figure.id);
    const auto units = rounded(above.units * up, below.units * down, rounding);
    if (!units || figure.operation != Operation::Share)
        return units;
    return rounded(Int128(*units) + figure.adjustment, 1, rounding);
}

Result<std::int64_t> compound(const Figure& figure, const std::vector<const Figure*>& inputs)
{
    const auto one = narrow(tenPower(figure.decimals)).value_or(1);
    std::int64_t growth = one;
    for (const auto* input : inputs) {
        const auto factor = narrow(Int128(one) + input->units);
        const auto next = factor && input->decimals == figure.decimals ? mulDiv(growth, *factor, one, Rounding::HalfEven) : std::nullopt;
        if (!next)
            return invalid("reports.figure-range", figure.id);
        growth = *next;
    }
    return rounded(Int128(growth) - one, 1, Rounding::HalfEven);
}

std::vector<analytics::ReturnPoint> pointsOf(const Figure& figure, const std::vector<SeriesDay>& series, bool weekends)
{
    std::vector<analytics::Valuation> valuations;
    std::int64_t contributed = 0;
    double waiting = 0;
    for (const auto& day : series) {
        waiting += static_cast<double>(day.contributed) - static_cast<double>(contributed);
        contributed = day.contributed;
        if (!weekends && day.date.isWeekend())
            continue;
        valuations.push_back({day.date, static_cast<double>(day.value), waiting});
        waiting = 0;
    }
    std::vector<analytics::ReturnPoint> points;
    for (const auto& point : analytics::dailyReturns(valuations, analytics::FlowTiming::StartOfDay))
        if (point.date >= figure.from && (figure.to == Date() || point.date <= figure.to))
            points.push_back(point);
    return points;
}

std::optional<double> moneyWeighted(const std::vector<SeriesDay>& series)
{
    std::vector<analytics::DatedFlow> flows;
    std::int64_t contributed = 0;
    for (const auto& day : series) {
        if (day.contributed != contributed)
            flows.push_back({day.date, static_cast<double>(contributed) - static_cast<double>(day.contributed)});
        contributed = day.contributed;
    }
    flows.push_back({series.back().date, static_cast<double>(series.back().value)});
    const auto rate = analytics::xirr(flows);
    return rate && rate->roots.size() == 1 ? std::optional(rate->rate) : std::nullopt;
}

std::optional<double> seriesMeasure(const Figure& figure, const std::vector<SeriesDay>& series)
{
    if (figure.operation == Operation::MoneyWeighted)
        return moneyWeighted(series);
    auto points = pointsOf(figure, series, figure.operation != Operation::Volatility);
    if (points.empty())
        return std::nullopt;
    double index = 1;
    std::vector<double> rates;
    for (auto& point : points) {
        point.index = index *= 1 + point.rate;
        rates.push_back(point.rate);
    }
    switch (figure.operation) {
    case Operation::LinkedReturn: return index - 1;
    case Operation::Annualised: return analytics::annualisedByDays(index - 1, series.back().date - series.front().date);
    case Operation::Volatility: return rates.size() < 2 ? std::nullopt : std::optional(analytics::annualisedVolatility(rates, kTradingDays));
    case Operation::MaxDrawdown: {
        const auto worst = analytics::maxDrawdown(points);
        return worst ? -worst->depth : 0.0;
    }
    default: return std::nullopt;
    }
}

} // namespace

std::string_view name(FigureKind kind)
{
    switch (kind) {
    case FigureKind::Money: return "money";
    case FigureKind::Price: return "price";
    case FigureKind::Quantity: return "quantity";
    case FigureKind::Rate: return "rate";
    case FigureKind::Count: return "count";
    }
    return "";
}

std::string_view name(Operation operation)
{
    switch (operation) {
    case Operation::Given: return "given";
    case Operation::Sum: return "sum";
    case Operation::NegatedSum: return "negated-sum";
    case Operation::Difference: return "difference";
    case Operation::Product: return "product";
    case Operation::Quotient: return "quotient";
    case Operation::QuotientOfAbs: return "quotient-of-absolute";
    case Operation::Share: return "share";
    case Operation::Compound: return "compound";
    case Operation::LinkedReturn: return "linked-return";
    case Operation::Annualised: return "annualised-return";
    case Operation::MoneyWeighted: return "money-weighted-return";
    case Operation::MaxDrawdown: return "largest-fall";
    case Operation::Volatility: return "volatility";
    }
    return "";
}

bool overSeries(Operation operation)
{
    return operation >= Operation::LinkedReturn;
}

std::string Figure::text() const
{
    return formatDecimal(units, decimals, kind == FigureKind::Quantity || kind == FigureKind::Price ? 0 : decimals);
}

Result<std::int64_t> deriveFigure(const Figure& figure, const FigureLookup& lookup, const std::vector<SeriesDay>& series, Rounding rounding)
{
    if (overSeries(figure.operation)) {
        const auto measure = series.empty() ? std::nullopt : seriesMeasure(figure, series);
        const double scale = std::pow(10.0, figure.decimals);
        if (!measure || !std::isfinite(*measure) || std::fabs(*measure) > 1e9)
            return invalid("reports.figure-undefined", figure.id);
        return static_cast<std::int64_t>(std::llround(*measure * scale));
    }
    if (figure.operation == Operation::Given) {
        if (figure.sources.empty())
            return figure.units;
        Int128 sum = 0;
        for (const auto& row : figure.sources)
            sum += row.units;
        return rounded(sum, 1, rounding);
    }
    const auto inputs = inputsOf(figure, lookup);
    if (!inputs)
        return inputs.error();
    switch (figure.operation) {
    case Operation::Product: return multiply(figure, *inputs, rounding);
    case Operation::Compound: return compound(figure, *inputs);
    case Operation::Quotient:
    case Operation::QuotientOfAbs:
    case Operation::Share: return divide(figure, *inputs, rounding);
    default: return addUp(figure, *inputs, rounding);
    }
}

std::string formulaText(const Figure& figure)
{
    const auto joined = [&](const char* between) {
        std::string out;
        for (const auto& id : figure.inputs)
            out += (out.empty() ? "" : between) + id;
        return out;
    };
    switch (figure.operation) {
    case Operation::Given: return figure.sources.empty() ? "as stated" : "sum of " + std::to_string(figure.sources.size()) + (figure.sources.size() == 1 ? " row of the book" : " rows of the book");
    case Operation::Sum: return joined(" + ");
    case Operation::NegatedSum: return "-(" + joined(" + ") + ")";
    case Operation::Difference: return joined(" - ");
    case Operation::Product: return joined(" x ");
    case Operation::Quotient: return joined(" / ");
    case Operation::QuotientOfAbs: return figure.inputs.size() == 2 ? figure.inputs[0] + " / |" + figure.inputs[1] + "|" : joined(" / ");
    case Operation::Share: {
        std::string adjusted;
        if (figure.adjustment != 0)
            adjusted = (figure.adjustment > 0 ? " + " : " - ") + formatDecimal(std::abs(figure.adjustment), figure.decimals, 0);
        return joined(" / ") + adjusted;
    }
    case Operation::Compound: return "(1 + " + joined(")(1 + ") + ") - 1";
    case Operation::LinkedReturn: return "product of value / (value the day before + flow) over the days since " + figure.from.text() + (figure.to == Date() ? "" : " to " + figure.to.text()) + ", minus 1";
    case Operation::Annualised: return "(1 + linked return) ^ (365 / days) - 1";
    case Operation::MoneyWeighted: return "the rate r with sum of flow / (1 + r) ^ (days / 365) = 0";
    case Operation::MaxDrawdown: return "least of linked index / its highest so far - 1";
    case Operation::Volatility: return "standard deviation (n - 1) of the daily returns x sqrt(252)";
    }
    return {};
}

void FigureBook::addBacking(Figure figure)
{
    std::string id = figure.id;
    m_backing.insert_or_assign(std::move(id), std::move(figure));
}

const std::string& FigureBook::add(Figure figure)
{
    if (const auto at = m_figures.find(figure.id); at != m_figures.end()) {
        RIALTO_CHECK(at->second.units == figure.units && at->second.decimals == figure.decimals, ("two values of the figure " + figure.id).c_str());
        return at->first;
    }
    if (const auto backed = m_backing.find(figure.id); backed != m_backing.end()) {
        // What is stated stays: that its rows make another value is for deriveFigure() to find.
        const std::int64_t stated = figure.units;
        figure = backed->second;
        figure.units = stated;
    }
    m_order.push_back(figure.id);
    std::string id = figure.id;
    return m_figures.emplace(std::move(id), std::move(figure)).first->first;
}

void FigureBook::keepAsBacking()
{
    for (auto& [id, figure] : m_figures)
        m_backing.insert_or_assign(id, std::move(figure));
    m_figures.clear();
    m_order.clear();
}

const Figure* FigureBook::find(const std::string& id) const
{
    if (const auto at = m_figures.find(id); at != m_figures.end())
        return &at->second;
    const auto backed = m_backing.find(id);
    return backed == m_backing.end() ? nullptr : &backed->second;
}

std::vector<Figure> FigureBook::take() const
{
    std::vector<Figure> list;
    std::set<std::string> seen;
    const std::function<void(const std::string&, int)> visit = [&](const std::string& id, int depth) {
        const Figure* figure = find(id);
        if (!figure || depth > 64 || !seen.insert(id).second)
            return;
        for (const auto& input : figure->inputs)
            visit(input, depth + 1);
        list.push_back(*figure);
    };
    for (const auto& id : m_order)
        visit(id, 0);
    return list;
}

} // namespace rialto::reports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"
#include "reports/sections/cash_figures.h"

#include <algorithm>

namespace rialto::reports {
namespace {

/// The gain as a part of the cost; nothing when nothing was paid.
std::optional<Rate> gainOfCost(const Money& gain, const Money& cost)
{
    const std::int64_t paid = cost.isNegative() ? -cost.minor() : cost.minor();
    const auto rate = paid == 0 ? std::nullopt : mulDiv(gain.minor(), kFixedOne, paid, Rounding::HalfEven);
    return rate ? std::optional(Rate{*rate}) : std::nullopt;
}

class HoldingsTable {
public:
    explicit HoldingsTable(const ReportView& view) : m_view(view), m_data(view.data)
    {
        const auto other = [&](const Money& money) { return money.currency() != m_data.base; };
        m_foreign = std::any_of(m_data.holdings.begin(), m_data.holdings.end(), [&](const auto& row) { return other(row.valueLocal); })
            || std::any_of(m_data.cash.begin(), m_data.cash.end(), [&](const auto& row) { return other(row.closing); });
        m_manyAccounts = m_data.accounts.size() > 1;
        m_table.continued = view.say(Text::Continued);
        m_table.columns = {{view.say(Text::Security), {}, Align::Left, 27, true}, {view.say(Text::Quantity), {}, Align::Decimal, 13},
            {view.say(Text::AverageCost), {}, Align::Decimal, 11}, {view.say(Text::Price), view.say(Text::PriceDate), Align::Decimal, 12}};
        if (m_foreign)
            m_table.columns.push_back({view.say(Text::ValueLocal), {}, Align::Decimal, 14});
        m_table.columns.push_back({view.say(Text::ValueIn, {m_data.base.code()}), {}, Align::Decimal, 14});
        m_table.columns.push_back({view.say(Text::GainIn, {m_data.base.code()}), view.say(Text::OfCost), Align::Decimal, 13});
        m_table.columns.push_back({view.say(Text::Weight), {}, Align::Decimal, 9});
    }

    Table build()
    {
        for (const auto& assetClass : m_view.allocation.classes) {
            const std::string& name = assetClass.assetClass ? assetClassText(*assetClass.assetClass, m_view.language) : m_view.say(Text::Cash);
            group(name);
            m_values.clear();
            m_gains.clear();
            m_weights.clear();
            const std::string id = classId(assetClass.assetClass);
            Money gain = Money::zero(m_data.base);
            if (!assetClass.assetClass) {
                for (std::size_t i = 0; i < m_data.cash.size(); ++i)
                    cash(m_data.cash[i], m_view.allocation.cashWeights[i]);
            } else {
                for (std::size_t i = 0; i < m_data.holdings.size(); ++i)
                    if (m_data.holdings[i].assetClass == *assetClass.assetClass)
                        gain += holding(m_data.holdings[i], m_view.allocation.holdingWeights[i]);
            }
            m_gain += gain;
            const Cell gainCell = assetClass.assetClass ? m_view.signedAmount(id + "/gain", gain, sumOf(m_gains)) : Cell{};
            sum(RowStyle::Subtotal, m_view.say(Text::TotalOf, {name}), m_view.amount(id + "/value", assetClass.value, sumOf(m_values)), gainCell,
                m_view.rate(id + "/weight", assetClass.weight, sumOf(m_weights)));
            if (assetClass.assetClass)
                m_classGains.push_back(id + "/gain");
            m_classValues.push_back(id + "/value");
            m_classWeights.push_back(id + "/weight");
        }
        const bool weighed = !m_view.allocation.classes.empty() && m_view.allocation.classes.front().weight;
        sum(RowStyle::Total, m_view.say(Text::Total), m_view.amount("total/value", m_data.change.closing, sumOf(m_classValues)),
            m_view.signedAmount("total/gain", m_gain, sumOf(m_classGains)),
            m_view.rate("total/weight", weighed ? std::optional(rateOfWeight(10'000)) : std::nullopt, sumOf(m_classWeights)));
        return std::move(m_table);
    }

private:
    void group(const std::string& name)
    {
        std::vector<Cell> cells(m_table.columns.size());
        cells.front().text = name;
        m_table.rows.push_back({RowStyle::Group, std::move(cells)});
    }

    Money holding(const HoldingRow& row, const std::optional<Rate>& weight)
    {
        const std::string id = holdingId(row);
        const Money gain = row.valueBase - row.costBase;
        std::string detail = row.name.in(m_view.language);
        if (m_manyAccounts)
            detail += " · " + row.accountNumber;
        Cell price = m_view.price(id + "/price", row.price, row.priceDigits);
        price.detail = m_view.day(row.priceDate);
        std::vector<Cell> cells{{row.symbol, std::move(detail)}, m_view.quantity(id + "/quantity", row.quantity),
            m_view.roundedPrice(id + "/average-cost", row.averageCost, row.priceDigits), std::move(price)};
        Cell local = m_view.amount(id + "/value", row.valueLocal);
        local.detail = row.valueLocal.currency().code();
        if (m_foreign)
            cells.push_back(std::move(local));
        const bool foreign = row.valueLocal.currency() != m_data.base;
        cells.push_back(m_view.amount(id + "/value-base", row.valueBase,
            foreign ? calculated(Operation::Product, {id + "/value", rateId(m_view, row.valueLocal.currency())}) : sumOf({id + "/value"})));
        m_view.note(id + "/cost-base", row.costBase);
        Cell gainCell = m_view.signedAmount(id + "/gain", gain, differenceOf({id + "/value-base", id + "/cost-base"}));
        const Cell ofCost = m_view.signedRate(id + "/gain-of-cost", gainOfCost(gain, row.costBase), calculated(Operation::QuotientOfAbs, {id + "/gain", id + "/cost-base"}));
        gainCell.detail = ofCost.text;
        gainCell.detailFigure = ofCost.figure;
        cells.push_back(std::move(gainCell));
        cells.push_back(m_view.share(id + "/weight", weight, row.valueBase, m_data.change.closing, id + "/value-base", "total/value"));
        m_table.rows.push_back({RowStyle::Normal, std::move(cells)});
        m_values.push_back(id + "/value-base");
        m_gains.push_back(id + "/gain");
        m_weights.push_back(id + "/weight");
        return gain;
    }

    void cash(const CashBalance& row, const std::optional<Rate>& weight)
    {
        const std::string id = cashId(row);
        std::vector<Cell> cells(4);
        cells.front() = {row.closing.currency().code(), m_manyAccounts ? row.accountNumber : std::string()};
        Cell closing = closingCash(m_view, row);
        closing.detail = row.closing.currency().code();
        if (m_foreign)
            cells.push_back(std::move(closing));
        cells.push_back(closingCashInBase(m_view, row));
        cells.push_back({});
        cells.push_back(m_view.share(id + "/weight", weight, row.closingBase, m_data.change.closing, id + "/closing-base", "total/value"));
        m_table.rows.push_back({RowStyle::Normal, std::move(cells)});
        m_values.push_back(id + "/closing-base");
        m_weights.push_back(id + "/weight");
    }

    void sum(RowStyle style, const std::string& name, Cell value, Cell gain, Cell weight)
    {
        std::vector<Cell> cells(m_foreign ? 5 : 4);
        cells.front().text = name;
        cells.push_back(std::move(value));
        cells.push_back(std::move(gain));
        cells.push_back(std::move(weight));
        m_table.rows.push_back({style, std::move(cells)});
    }

    const ReportView& m_view;
    const StatementData& m_data;
    bool m_foreign = false;
    bool m_manyAccounts = false;
    Money m_gain = Money::zero(m_data.base);
    std::vector<std::string> m_values;
    std::vector<std::string> m_gains;
    std::vector<std::string> m_weights;
    std::vector<std::string> m_classValues;
    std::vector<std::string> m_classGains;
    std::vector<std::string> m_classWeights;
    Table m_table;
};

Table rateTable(const ReportView& view)
{
    Table table;
    table.caption = view.say(Text::ExchangeRates);
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Currency), {}, Align::Left, 34}, {view.data.base.code(), {}, Align::Decimal, 33}, {view.say(Text::RateOn), {}, Align::Right, 33}};
    for (const auto& rate : view.data.fxRates)
        table.rows.push_back({RowStyle::Normal, {{view.say(Text::OneUnit, {rate.currency.code()}), {}}, view.price("fx/" + rate.currency.code(), rate.rate, 4), {view.day(rate.date), {}}}});
    return table;
}

} // namespace

Blocks holdingsSection(const ReportView& view)
{
    Blocks blocks;
    blocks.push_back(Heading{1, view.say(Text::Holdings), view.say(Text::HoldingsLead, {view.day(view.data.to)}), !view.data.holdings.empty()});
    if (view.data.holdings.empty())
        blocks.push_back(Paragraph{view.say(Text::NoHoldings), true});
    if (!view.data.holdings.empty() || !view.data.cash.empty())
        blocks.push_back(HoldingsTable(view).build());
    if (!view.data.fxRates.empty())
        blocks.push_back(rateTable(view));
    return blocks;
}

} // namespace rialto::reports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/statement_sections.h"

#include "reports/format.h"

#include <algorithm>

namespace rialto::reports {
namespace {

std::string shown(const std::optional<Rate>& weight)
{
    return weight ? formatPercent(*weight) : kNoFigure;
}

/// The gain in per cent of the cost; a dash when nothing was paid.
std::string gainOfCost(const Money& gain, const Money& cost)
{
    const std::int64_t paid = cost.isNegative() ? -cost.minor() : cost.minor();
    const auto rate = paid == 0 ? std::nullopt : mulDiv(gain.minor(), kFixedOne, paid, Rounding::HalfEven);
    return rate ? formatSignedPercent(Rate{*rate}) : kNoFigure;
}

class HoldingsTable {
public:
    explicit HoldingsTable(const StatementView& view) : m_view(view), m_data(view.data)
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
            sum(RowStyle::Subtotal, m_view.say(Text::TotalOf, {name}), assetClass.value, assetClass.assetClass ? formatSignedMoney(gain) : "", shown(assetClass.weight));
        }
        const bool weighed = !m_view.allocation.classes.empty() && m_view.allocation.classes.front().weight;
        sum(RowStyle::Total, m_view.say(Text::Total), m_data.change.closing, formatSignedMoney(m_gain), weighed ? formatPercent(rateOfWeight(10'000)) : kNoFigure);
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
        const Money gain = row.valueBase - row.costBase;
        std::string detail = row.name.in(m_view.language);
        if (m_manyAccounts)
            detail += " · " + row.accountNumber;
        std::vector<Cell> cells{{row.symbol, std::move(detail)}, {formatQuantity(row.quantity), {}}, {formatRoundedPrice(row.averageCost, row.priceDigits), {}},
            {formatPrice(row.price, row.priceDigits), m_view.day(row.priceDate)}};
        if (m_foreign)
            cells.push_back({formatMoney(row.valueLocal), row.valueLocal.currency().code()});
        cells.push_back({formatMoney(row.valueBase), {}});
        cells.push_back({formatSignedMoney(gain), gainOfCost(gain, row.costBase)});
        cells.push_back({shown(weight), {}});
        m_table.rows.push_back({RowStyle::Normal, std::move(cells)});
        return gain;
    }

    void cash(const CashBalance& row, const std::optional<Rate>& weight)
    {
        std::vector<Cell> cells(4);
        cells.front() = {row.closing.currency().code(), m_manyAccounts ? row.accountNumber : std::string()};
        if (m_foreign)
            cells.push_back({formatMoney(row.closing), row.closing.currency().code()});
        cells.push_back({formatMoney(row.closingBase), {}});
        cells.push_back({});
        cells.push_back({shown(weight), {}});
        m_table.rows.push_back({RowStyle::Normal, std::move(cells)});
    }

    void sum(RowStyle style, const std::string& name, const Money& value, const std::string& gain, const std::string& weight)
    {
        std::vector<Cell> cells(m_foreign ? 5 : 4);
        cells.front().text = name;
        cells.push_back({formatMoney(value), {}});
        cells.push_back({gain, {}});
        cells.push_back({weight, {}});
        m_table.rows.push_back({style, std::move(cells)});
    }

    const StatementView& m_view;
    const StatementData& m_data;
    bool m_foreign = false;
    bool m_manyAccounts = false;
    Money m_gain = Money::zero(m_data.base);
    Table m_table;
};

Table rateTable(const StatementView& view)
{
    Table table;
    table.caption = view.say(Text::ExchangeRates);
    table.continued = view.say(Text::Continued);
    table.columns = {{view.say(Text::Currency), {}, Align::Left, 34}, {view.data.base.code(), {}, Align::Decimal, 33}, {view.say(Text::RateOn), {}, Align::Right, 33}};
    for (const auto& rate : view.data.fxRates)
        table.rows.push_back({RowStyle::Normal, {{view.say(Text::OneUnit, {rate.currency.code()}), {}}, {formatPrice(rate.rate, 4), {}}, {view.day(rate.date), {}}}});
    return table;
}

} // namespace

Blocks holdingsSection(const StatementView& view)
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

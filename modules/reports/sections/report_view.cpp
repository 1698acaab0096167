// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/sections/report_view.h"

#include "reports/format.h"

namespace rialto::reports {
namespace {

Figure figureOf(const std::string& id, FigureKind kind, std::int64_t units, int decimals, std::string unit, Calculation how)
{
    Figure figure;
    figure.id = id;
    figure.kind = kind;
    figure.units = units;
    figure.decimals = decimals;
    figure.unit = std::move(unit);
    figure.operation = how.operation;
    figure.inputs = std::move(how.inputs);
    figure.adjustment = how.adjustment;
    figure.method = std::move(how.method);
    figure.from = how.from;
    figure.to = how.to;
    return figure;
}

} // namespace

std::string ReportView::day(Date date) const
{
    return formatDate(date, language);
}

std::string ReportView::firmName() const
{
    return brand.firmName.empty() ? data.firmName.in(language) : brand.firmName.in(language);
}

std::string ReportView::firmContact() const
{
    return brand.firmContact.empty() ? data.firmContact.in(language) : brand.firmContact.in(language);
}

std::string ReportView::note(Figure figure) const
{
    return figures ? figures->add(std::move(figure)) : std::string();
}

std::string ReportView::note(const std::string& id, const Money& money, Calculation how) const
{
    return figures ? note(figureOf(id, FigureKind::Money, money.minor(), money.currency().digits(), money.currency().code(), std::move(how))) : std::string();
}

std::string ReportView::note(const std::string& id, Rate rate, Calculation how, int decimals) const
{
    std::int64_t units = rate.e8;
    for (int i = decimals; i < 8; ++i)
        units /= 10;
    return figures ? note(figureOf(id, FigureKind::Rate, units, decimals, {}, std::move(how))) : std::string();
}

Cell ReportView::amount(const std::string& id, const Money& money, Calculation how) const
{
    return {formatMoney(money), {}, note(id, money, std::move(how)), {}};
}

Cell ReportView::signedAmount(const std::string& id, const Money& money, Calculation how) const
{
    return {formatSignedMoney(money), {}, note(id, money, std::move(how)), {}};
}

Cell ReportView::quantity(const std::string& id, Quantity quantity, Calculation how) const
{
    return {formatQuantity(quantity), {}, figures ? note(figureOf(id, FigureKind::Quantity, quantity.raw(), kFixedPlaces, {}, std::move(how))) : std::string(), {}};
}

Cell ReportView::price(const std::string& id, Price price, int digits, Calculation how) const
{
    return {formatPrice(price, digits), {}, figures ? note(figureOf(id, FigureKind::Price, price.raw(), kFixedPlaces, {}, std::move(how))) : std::string(), {}};
}

Cell ReportView::roundedPrice(const std::string& id, Price price, int digits, Calculation how) const
{
    Cell cell = this->price(id, price, digits, std::move(how));
    cell.text = formatRoundedPrice(price, digits);
    return cell;
}

Cell ReportView::rate(const std::string& id, const std::optional<Rate>& rate, Calculation how, int decimals) const
{
    if (!rate)
        return {kNoFigure, {}, {}, {}};
    return {formatPercent(*rate, decimals), {}, note(id, *rate, std::move(how)), {}};
}

Cell ReportView::signedRate(const std::string& id, const std::optional<Rate>& rate, Calculation how, int decimals) const
{
    Cell cell = this->rate(id, rate, std::move(how), decimals);
    cell.text = formatSignedPercent(rate, decimals);
    return cell;
}

Cell ReportView::count(const std::string& id, std::int64_t count, Calculation how) const
{
    return {formatCount(count), {}, figures ? note(figureOf(id, FigureKind::Count, count, 0, {}, std::move(how))) : std::string(), {}};
}

Cell ReportView::ratio(const std::string& id, const std::optional<std::int64_t>& tenThousandths, Calculation how) const
{
    if (!tenThousandths)
        return {kNoFigure, {}, {}, {}};
    return {formatRoundedPrice(Price::fromRaw(*tenThousandths * 10'000), 2), {}, figures ? note(figureOf(id, FigureKind::Count, *tenThousandths, 4, {}, std::move(how))) : std::string(), {}};
}

Cell ReportView::share(const std::string& id, const std::optional<Rate>& weight, const Money& part, const Money& whole, const std::string& partId, const std::string& wholeId) const
{
    if (!weight)
        return {kNoFigure, {}, {}, {}};
    constexpr std::int64_t kHundredths = 10'000;
    const std::int64_t printed = weight->e8 / kHundredths;
    const std::int64_t plain = whole.isZero() ? printed : mulDiv(part.minor(), kHundredths, whole.minor(), Rounding::HalfEven).value_or(printed);
    Calculation how = calculated(Operation::Share, {partId, wholeId}, printed == plain ? "" : "Adjusted by a hundredth of a per cent, so that the weights add up to 100 %.");
    how.adjustment = printed - plain;
    return {formatPercent(*weight), {}, note(id, *weight, std::move(how), 4), {}};
}

std::string holdingId(const HoldingRow& row)
{
    return "holding/" + row.accountNumber + "/" + row.symbol;
}

std::string cashId(const CashBalance& row)
{
    return "cash/" + row.accountNumber + "/" + row.closing.currency().code();
}

std::string classId(const std::optional<AssetClass>& assetClass)
{
    return "class/" + (assetClass ? std::string(name(*assetClass)) : std::string("cash"));
}

} // namespace rialto::reports

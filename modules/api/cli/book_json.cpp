// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"

#include <fmt/format.h>

#include <algorithm>

namespace rialto::cli {

namespace {

std::string accountNumber(const BookSnapshot& book, AccountId id)
{
    const Account* account = book.account(id);
    return account != nullptr ? account->number : std::to_string(id.value);
}

std::string symbolOf(const BookSnapshot& book, InstrumentId id)
{
    const Instrument* instrument = book.instrument(id);
    return instrument != nullptr ? instrument->symbol : std::to_string(id.value);
}

// Width on a terminal: Chinese characters take two columns.
std::size_t displayWidth(const std::string& text)
{
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0U) != 0x80U)
            width += byte >= 0xE2U ? 2 : 1;
    }
    return width;
}

} // namespace

std::string averagePrice(const Order& order, const Instrument& instrument)
{
    if (order.filled.isZero())
        return Price().text(instrument.spec.priceDigits);
    // value = average x quantity x multiplier
    const Int128 numerator = Int128(order.filledValue.minor()) * kFixedOne * instrument.spec.multiplier.denominator;
    const Int128 denominator = Int128(order.filledValue.currency().minorPerMajor()) * instrument.spec.multiplier.numerator;
    const auto average = narrow(divideRounded(numerator * kFixedOne, denominator * order.filled.raw(), Rounding::HalfEven));
    return average ? Price::fromRaw(*average).text(instrument.spec.priceDigits) : "?";
}

Json toJson(const Order& order, const BookSnapshot& book)
{
    const Instrument* instrument = book.instrument(order.request.instrument);
    Json json{{"id", order.id.value}, {"commandId", order.request.commandId}, {"account", accountNumber(book, order.request.account)},
        {"symbol", symbolOf(book, order.request.instrument)}, {"side", name(order.request.side)}, {"type", name(order.request.type)},
        {"timeInForce", name(order.request.tif)}, {"quantity", order.request.quantity.text()},
        {"limit", needsLimit(order.request.type) || !order.request.limit.isZero() ? Json(order.request.limit.text()) : Json()},
        {"state", name(order.state)}, {"filled", order.filled.text()}, {"leaves", order.leaves().text()},
        {"averagePrice", instrument != nullptr ? averagePrice(order, *instrument) : ""}, {"filledValue", order.filledValue.text()},
        {"currency", order.filledValue.currency().code()}, {"brokerOrderId", order.brokerOrderId}, {"reason", order.reason},
        {"createdAt", isoUtc(order.createdAt)}, {"updatedAt", isoUtc(order.updatedAt)}};
    const OrderTerms& terms = order.request.terms;
    const auto say = [&](const char* key, const auto& value, bool says) {
        if (says)
            json[key] = value;
    };
    say("trigger", terms.trigger.text(), !terms.trigger.isZero());
    say("trail", terms.trail.text(), !terms.trail.isZero());
    say("trailBasisPoints", terms.trailBasisPoints, terms.trailBasisPoints != 0);
    say("triggered", order.triggered, waitsForTrigger(order.request.type));
    say("display", terms.display.text(), !terms.display.isZero());
    say("hidden", true, terms.hidden);
    say("postOnly", true, terms.postOnly);
    say("peg", terms.pegTo == PegTo::Middle ? "middle" : "primary", order.request.type == OrderType::Pegged);
    say("pegOffset", terms.pegOffset.text(), !terms.pegOffset.isZero());
    say("goodTill", terms.goodTill.text(), order.request.tif == TimeInForce::Gtd);
    say("group", terms.group, !terms.group.empty());
    say("link", std::string(name(terms.link)), terms.link != Link::None);
    say("parent", terms.parent, terms.link != Link::None);
    say("user", terms.user, !terms.user.empty());
    say("strategy", terms.strategy, !terms.strategy.empty());
    return json;
}

Json toJson(const FillRow& fill, const BookSnapshot& book)
{
    return {{"executionId", fill.report.executionId}, {"order", fill.report.order.value}, {"account", accountNumber(book, fill.account)},
        {"symbol", symbolOf(book, fill.instrument)}, {"side", name(fill.side)}, {"quantity", fill.report.lastQuantity.text()},
        {"price", fill.report.lastPrice.text()}, {"value", fill.value.text()}, {"fee", fill.report.fee.text()},
        {"tax", fill.report.tax.text()}, {"currency", fill.value.currency().code()}, {"time", isoUtc(fill.report.time)}};
}

Json toJson(const PositionRow& position, const BookSnapshot& book, const std::optional<Price>& mark)
{
    Json json{{"account", accountNumber(book, position.account)}, {"symbol", symbolOf(book, position.instrument)},
        {"quantity", position.quantity.text()}, {"reserved", position.reserved.text()}, {"cost", position.cost.text()},
        {"realised", position.realised.text()}, {"currency", position.cost.currency().code()}};
    const Instrument* instrument = book.instrument(position.instrument);
    if (mark && instrument != nullptr)
        if (const auto value = valueOf(*instrument, *mark, position.quantity)) {
            json["mark"] = mark->text();
            json["value"] = value->text();
            json["unrealised"] = (*value - position.cost).text();
        }
    return json;
}

Json toJson(const CashRow& cash, const BookSnapshot& book)
{
    return {{"account", accountNumber(book, cash.account)}, {"currency", cash.balance.currency().code()}, {"balance", cash.balance.text()},
        {"reserved", cash.reserved.text()}, {"available", cash.available().text()}, {"pending", cash.pending.text()},
        {"margin", cash.margin.text()}, {"variation", cash.variation.text()}};
}

std::string table(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows)
{
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < header.size(); ++c) {
        std::size_t width = displayWidth(header[c]);
        for (const auto& row : rows)
            width = std::max(width, displayWidth(row[c]));
        widths.push_back(width);
    }
    const auto line = [&](const std::vector<std::string>& cells) {
        std::string text;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const std::string pad(widths[c] - displayWidth(cells[c]), ' ');
            const char first = rows.empty() || rows.front()[c].empty() ? 'x' : rows.front()[c].front();
            const bool number = (first >= '0' && first <= '9') || first == '-' || first == '+';
            text += (c == 0 ? "" : "  ") + (number ? pad + cells[c] : cells[c] + pad);
        }
        while (!text.empty() && text.back() == ' ')
            text.pop_back();
        return text + "\n";
    };
    std::vector<std::string> rule;
    for (const auto width : widths)
        rule.push_back(std::string(width, '-'));
    std::string text = line(header) + line(rule);
    for (const auto& row : rows)
        text += line(row);
    return text;
}

Result<AccountId> accountByNumber(const BookSnapshot& book, const std::string& number)
{
    for (const auto& account : book.accounts)
        if (account.number == number)
            return account.id;
    return notFound("cli.account-unknown", number);
}

Result<Instrument> instrumentBySymbol(const BookSnapshot& book, const std::string& symbol)
{
    for (const auto& instrument : *book.instruments)
        if (instrument.symbol == symbol)
            return instrument;
    return notFound("cli.symbol-unknown", symbol);
}

Result<Client> clientByNumber(const BookSnapshot& book, const std::string& number)
{
    for (const auto& client : book.clients)
        if (client.number == number)
            return client;
    return notFound("cli.client-unknown", number);
}

} // namespace rialto::cli

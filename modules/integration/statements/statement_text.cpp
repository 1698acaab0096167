// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/parse_statement.h"

#include "integration/text_encoding.h"

#include <nlohmann/json.hpp>

namespace rialto::integration {

namespace {

using Json = nlohmann::ordered_json;

Json dateOr(const std::optional<Date>& date) { return date ? Json(date->text()) : Json(nullptr); }
Json amountOr(const std::optional<ExactAmount>& amount, const std::string& currency)
{
    return amount ? Json(amount->text(minorDigits(currency))) : Json(nullptr);
}
Json numberOr(const std::optional<ExactAmount>& amount) { return amount ? Json(amount->text()) : Json(nullptr); }

void put(Json& to, const char* key, const std::string& text)
{
    if (!text.empty())
        to[key] = text;
}

Json placeOf(Json to, const Place& place)
{
    if (place.line > 0)
        to["line"] = place.line;
    if (place.column > 0)
        to["column"] = place.column;
    put(to, "element", place.element);
    return to;
}

Json jsonOf(const StatementBalance& balance)
{
    return {{"kind", name(balance.kind)}, {"code", balance.code}, {"amount", balance.amount.text(minorDigits(balance.currency))},
        {"currency", balance.currency}, {"date", dateOr(balance.date)}};
}

Json jsonOf(const StatementEntry& entry)
{
    Json json{{"bookingDate", dateOr(entry.booked)}, {"valueDate", dateOr(entry.value)}, {"amount", entry.amount.text(minorDigits(entry.currency))},
        {"currency", entry.currency}, {"status", entry.status}};
    put(json, "code", entry.code);
    if (entry.reversal)
        json["reversal"] = true;
    put(json, "counterparty", entry.counterparty);
    put(json, "counterpartyAccount", entry.counterpartyAccount);
    put(json, "reference", entry.reference);
    put(json, "bankReference", entry.bankReference);
    put(json, "id", entry.id);
    put(json, "text", entry.text);
    for (const auto& split : entry.splits) {
        Json part{{"amount", split.amount.text(minorDigits(split.currency))}};
        put(part, "currency", split.currency);
        put(part, "category", split.category);
        put(part, "reference", split.reference);
        put(part, "counterparty", split.counterparty);
        put(part, "text", split.text);
        json["splits"].push_back(std::move(part));
    }
    json["fingerprint"] = entry.fingerprint;
    if (entry.duplicate)
        json["duplicate"] = true;
    return placeOf(std::move(json), entry.place);
}

Json jsonOf(const SecurityName& security)
{
    Json json = Json::object();
    put(json, "isin", security.isin);
    put(json, "symbol", security.symbol);
    put(json, "id", security.id);
    put(json, "idType", security.idType);
    put(json, "name", security.name);
    put(json, "kind", security.kind);
    return json;
}

Json jsonOf(const SecurityTransaction& trade)
{
    Json json{{"kind", trade.kind}, {"code", trade.code}, {"date", dateOr(trade.traded)}, {"settleDate", dateOr(trade.settled)}, {"security", jsonOf(trade.security)},
        {"quantity", numberOr(trade.quantity)}, {"price", numberOr(trade.price)}, {"fees", trade.fees.text(minorDigits(trade.currency))},
        {"taxes", trade.taxes.text(minorDigits(trade.currency))}, {"net", amountOr(trade.net, trade.currency)}, {"currency", trade.currency}};
    put(json, "id", trade.id);
    put(json, "text", trade.text);
    if (trade.cancelled)
        json["cancels"] = true;
    return placeOf(std::move(json), trade.place);
}

Json jsonOf(const StatementPosition& position)
{
    return placeOf({{"security", jsonOf(position.security)}, {"quantity", position.quantity.text()}, {"price", numberOr(position.price)},
                       {"value", amountOr(position.value, position.currency)}, {"currency", position.currency}, {"date", dateOr(position.date)}},
        position.place);
}

Json jsonOf(const SumCheck& sum, const std::string& currency)
{
    Json json{{"status", name(sum.status)}};
    json["opening"] = sum.opening ? Json(sum.opening->amount.text(minorDigits(currency))) : Json(nullptr);
    json["entries"] = sum.entries.text(minorDigits(currency));
    json["count"] = sum.counted;
    json["computedClosing"] = sum.opening ? amountOr(sum.computed, currency) : Json(nullptr);
    if (!sum.opening && sum.closing)
        json["impliedOpening"] = amountOr(sum.computed, currency);
    json["closing"] = sum.closing ? Json(sum.closing->amount.text(minorDigits(currency))) : Json(nullptr);
    json["difference"] = amountOr(sum.difference, currency);
    return json;
}

Json jsonOf(const AccountStatement& statement, bool entries)
{
    const auto& account = statement.account;
    Json id = Json::object();
    id["id"] = account.id;
    put(id, "iban", account.iban);
    put(id, "bank", account.bank);
    put(id, "name", account.name);
    id["currency"] = account.currency;
    put(id, "type", account.type);
    Json json{{"account", std::move(id)}};
    put(json, "statement", statement.id);
    put(json, "sequence", statement.sequence);
    json["from"] = dateOr(statement.from);
    json["to"] = dateOr(statement.to);
    json["opening"] = statement.sum.opening ? jsonOf(*statement.sum.opening) : Json(nullptr);
    json["closing"] = statement.sum.closing ? jsonOf(*statement.sum.closing) : Json(nullptr);
    json["balances"] = Json::array();
    for (const auto& balance : statement.balances)
        json["balances"].push_back(jsonOf(balance));
    json["sumCheck"] = jsonOf(statement.sum, account.currency);
    if (statement.duplicate)
        json["duplicate"] = true;
    put(json, "text", statement.text);
    json["entryCount"] = statement.entries.size();
    if (!entries)
        return json;
    json["entries"] = Json::array();
    for (const auto& entry : statement.entries)
        json["entries"].push_back(jsonOf(entry));
    json["securities"] = Json::array();
    for (const auto& trade : statement.securities)
        json["securities"].push_back(jsonOf(trade));
    json["positions"] = Json::array();
    for (const auto& position : statement.positions)
        json["positions"].push_back(jsonOf(position));
    return json;
}

} // namespace

std::string toJson(const StatementFile& file, bool entries)
{
    Json json{{"format", file.format}, {"encoding", file.encoding}, {"importable", file.importable()}};
    json["accounts"] = Json::array();
    Json duplicates = Json::array();
    for (const auto& statement : file.statements) {
        json["accounts"].push_back(jsonOf(statement, entries));
        for (const auto& entry : statement.entries)
            if (entry.duplicate)
                duplicates.push_back(placeOf({{"fingerprint", entry.fingerprint}, {"amount", entry.amount.text(minorDigits(entry.currency))}, {"id", entry.id}, {"where", "file"}}, entry.place));
    }
    json["entryCount"] = file.entryCount();
    json["duplicates"] = std::move(duplicates);
    json["problems"] = Json::array();
    for (const auto& problem : file.problems)
        json["problems"].push_back(placeOf({{"severity", name(problem.severity)}, {"code", problem.code}, {"detail", problem.detail}}, problem.place));
    json["conventions"] = "amounts are signed from the owner's side, money in is positive; sumCheck: opening + booked entries that are no duplicates = closing, exactly; "
                          "computedClosing is that sum, difference is closing less computedClosing";
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string toText(const StatementFile& file)
{
    std::string text = file.format + ", " + std::to_string(file.statements.size()) + (file.statements.size() == 1 ? " statement, " : " statements, ")
        + std::to_string(file.entryCount()) + " entries\n";
    for (const auto& statement : file.statements) {
        const std::string& currency = statement.account.currency;
        text += "  " + (statement.account.id.empty() ? "(no account)" : statement.account.id) + " " + currency;
        if (!statement.id.empty())
            text += ", " + statement.id;
        const auto balance = [&](const char* title, const std::optional<StatementBalance>& value) {
            if (value)
                text += std::string(", ") + title + " " + value->amount.text(minorDigits(value->currency));
        };
        balance("opening", statement.sum.opening);
        text += ", " + std::to_string(statement.entries.size()) + " entries " + statement.sum.entries.text(minorDigits(currency));
        balance("closing", statement.sum.closing);
        text += ", sum " + std::string(name(statement.sum.status));
        if (statement.sum.difference && !statement.sum.difference->isZero())
            text += " by " + statement.sum.difference->text(minorDigits(currency));
        text += statement.duplicate ? ", a repetition\n" : "\n";
    }
    for (const auto& problem : file.problems)
        text += "  " + std::string(name(problem.severity)) + ": " + problem.detail + " [" + problem.code + "]\n";
    return text;
}

} // namespace rialto::integration

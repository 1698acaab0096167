// SPDX-License-Identifier: GPL-3.0-or-later
#include "oms/basket.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rialto {

namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 20U;
constexpr std::size_t kMostLines = 20'000;
constexpr std::size_t kMostFields = 64;

enum class Column { Account, Symbol, Side, Quantity, Type, Limit, Trigger, Trail, Tif, GoodTill, Display, Other };
constexpr std::array<std::string_view, 11> kNames{"account", "symbol", "side", "quantity", "type", "limit", "trigger", "trail", "tif", "goodtill", "display"};

std::string plain(std::string_view text)
{
    std::string word;
    for (const char c : text) {
        if (c >= 'A' && c <= 'Z')
            word += static_cast<char>(c + 32);
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            word += c;
    }
    return word;
}

Column columnOf(std::string_view text)
{
    std::string word = plain(text);
    if (word == "qty" || word == "shares")
        word = "quantity";
    else if (word == "price" || word == "limitprice")
        word = "limit";
    else if (word == "stop" || word == "stopprice")
        word = "trigger";
    else if (word == "timeinforce")
        word = "tif";
    else if (word == "ticker" || word == "instrument")
        word = "symbol";
    const auto it = std::find(kNames.begin(), kNames.end(), word);
    return it == kNames.end() ? Column::Other : static_cast<Column>(it - kNames.begin());
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r'))
        text.remove_suffix(1);
    return text;
}

std::vector<std::string> split(std::string_view line, char separator)
{
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '"' && quoted && i + 1 < line.size() && line[i + 1] == '"') {
            fields.back() += '"';
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            if (fields.size() == kMostFields)
                return fields;
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    for (std::string& field : fields)
        field = std::string(trimmed(field));
    return fields;
}

// "1,250.50" as spreadsheets copy it; only where every comma parts three digits, and never "0,125", which is a decimal comma.
std::string withoutThousands(const std::string& text)
{
    if (text.rfind("0,", 0) == 0)
        return text;
    const auto point = std::min(text.find('.'), text.size());
    std::string out;
    std::size_t digits = 0;
    bool grouped = false;
    for (std::size_t i = 0; i < point; ++i) {
        if (text[i] == ',') {
            if (digits == 0 || digits > 3 || (grouped && digits != 3))
                return text;
            grouped = true;
            digits = 0;
            continue;
        }
        digits += text[i] >= '0' && text[i] <= '9' ? 1U : 0U;
        out += text[i];
    }
    return grouped && digits != 3 ? text : out + text.substr(point);
}

template <class Number>
std::string read(const std::string& text, Number& into, const char* what)
{
    if (text.empty())
        return "";
    Result<Number> parsed = [&] {
        if constexpr (std::is_same_v<Number, Date>)
            return Date::parse(text);
        else
            return Number::parse(std::is_same_v<Number, Quantity> ? withoutThousands(text) : text); // a price with a comma may mean either
    }();
    if (!parsed)
        return std::string(what) + " '" + text.substr(0, 40) + "' is not one";
    into = *parsed;
    return "";
}

std::optional<Side> sideOf(const std::string& text)
{
    const std::string word = plain(text);
    if (word == "buy" || word == "b" || text == "买入" || text == "买")
        return Side::Buy;
    if (word == "sell" || word == "s" || text == "卖出" || text == "卖")
        return Side::Sell;
    return std::nullopt;
}

void readField(BasketRow& row, Column column, const std::string& field, bool& typed)
{
    OrderRequest& request = row.request;
    OrderTerms& terms = request.terms;
    std::string wrong;
    switch (column) {
    case Column::Account: row.account = field; break;
    case Column::Symbol: row.symbol = field; break;
    case Column::Side:
        if (const auto side = sideOf(field))
            request.side = *side;
        else
            wrong = "side '" + field.substr(0, 40) + "' is neither buy nor sell";
        break;
    case Column::Quantity:
        wrong = read(field, request.quantity, "quantity");
        if (wrong.empty() && !request.quantity.isPositive())
            wrong = "quantity '" + field.substr(0, 40) + "' is not positive";
        break;
    case Column::Type:
        if (field.empty())
            break;
        typed = true;
        wrong = "type '" + field.substr(0, 40) + "' is not known";
        for (int i = 0; i < kOrderTypes; ++i)
            if (plain(field) == plain(name(static_cast<OrderType>(i)))) {
                request.type = static_cast<OrderType>(i);
                wrong.clear();
            }
        break;
    case Column::Limit: wrong = read(field, request.limit, "limit"); break;
    case Column::Trigger: wrong = read(field, terms.trigger, "trigger"); break;
    case Column::Trail:
        if (!field.empty() && field.back() == '%') {
            const auto share = parseDecimal(std::string_view(field).substr(0, field.size() - 1), 2);
            if (!share || *share <= 0 || *share >= 10'000)
                wrong = "trail '" + field.substr(0, 40) + "' is not a share";
            else
                terms.trailBasisPoints = static_cast<int>(*share);
        } else {
            wrong = read(field, terms.trail, "trail");
        }
        break;
    case Column::Tif:
        if (field.empty())
            break;
        wrong = "time in force '" + field.substr(0, 40) + "' is not known";
        for (int i = 0; i < kTimesInForce; ++i)
            if (plain(field) == plain(name(static_cast<TimeInForce>(i)))) {
                request.tif = static_cast<TimeInForce>(i);
                wrong.clear();
            }
        break;
    case Column::GoodTill: wrong = read(field, terms.goodTill, "good till"); break;
    case Column::Display: wrong = read(field, terms.display, "display"); break;
    case Column::Other: break;
    }
    if (row.error.empty())
        row.error = wrong;
}

void complete(BasketRow& row, bool typed)
{
    OrderRequest& request = row.request;
    if (!typed) // what is filled in says what is meant
        request.type = request.terms.trigger.isPositive() ? (request.limit.isZero() ? OrderType::Stop : OrderType::StopLimit)
            : request.limit.isZero()                      ? OrderType::Market
                                                          : OrderType::Limit;
    if (!row.error.empty())
        return;
    if (row.account.empty())
        row.error = "the account is missing";
    else if (row.symbol.empty())
        row.error = "the symbol is missing";
    else if (request.quantity.isZero())
        row.error = "the quantity is missing";
    else if (needsLimit(request.type) && request.limit.isZero())
        row.error = "the limit is missing";
    else if (waitsForTrigger(request.type) && !trails(request.type) && request.terms.trigger.isZero())
        row.error = "the trigger is missing";
}

} // namespace

Result<std::vector<BasketRow>> parseBasket(std::string_view text)
{
    if (text.size() > kMostBytes)
        return invalid("oms.basket-size", std::to_string(text.size()) + " bytes");
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    std::vector<BasketRow> rows;
    std::vector<Column> columns;
    char separator = ',';
    for (std::size_t line = 1; !text.empty(); ++line) {
        if (line > kMostLines)
            return invalid("oms.basket-size", "more than " + std::to_string(kMostLines) + " lines");
        const auto end = text.find('\n');
        const std::string_view raw = trimmed(text.substr(0, end));
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        if (raw.find_first_not_of(" \t;,") == std::string_view::npos)
            continue;
        if (columns.empty()) {
            separator = raw.find('\t') != std::string_view::npos ? '\t' : raw.find(';') != std::string_view::npos ? ';' : ',';
            const auto names = split(raw, separator);
            for (const auto& each : names)
                columns.push_back(columnOf(each));
            std::vector<Column> known;
            std::copy_if(columns.begin(), columns.end(), std::back_inserter(known), [](Column column) { return column != Column::Other; });
            const auto has = [&](Column column) { return std::find(known.begin(), known.end(), column) != known.end(); };
            if (!known.empty()) {
                std::sort(known.begin(), known.end());
                if (std::adjacent_find(known.begin(), known.end()) != known.end())
                    return invalid("oms.basket-columns", "a column is there twice");
                if (!has(Column::Account) || !has(Column::Symbol) || !has(Column::Side) || !has(Column::Quantity))
                    return invalid("oms.basket-columns", "account, symbol, side and quantity are wanted");
                continue;
            }
            columns = {Column::Account, Column::Symbol, Column::Side, Column::Quantity, Column::Limit};
        }
        BasketRow row;
        row.line = line;
        bool typed = false;
        const auto fields = split(raw, separator);
        for (std::size_t i = 0; i < fields.size() && i < columns.size(); ++i)
            readField(row, columns[i], fields[i], typed);
        complete(row, typed);
        rows.push_back(std::move(row));
    }
    if (rows.empty())
        return invalid("oms.basket-empty", "no orders in it");
    return rows;
}

} // namespace rialto

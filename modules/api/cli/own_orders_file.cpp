// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/own_orders_file.h"

#include "api/cli/table_file.h"
#include "api/cli/text_file.h"
#include "integration/csv_reader.h"

#include <algorithm>
#include <map>

namespace rialto::cli {

namespace {

constexpr std::size_t kMostOrders = 1'000'000;

std::string lowered(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

template <class Value>
bool oneOf(const std::string& word, std::initializer_list<std::pair<std::string_view, Value>> known, Value& into)
{
    for (const auto& [text, value] : known)
        if (word == text) {
            into = value;
            return true;
        }
    return false;
}

/// "HH:MM:SS.fraction" in nanoseconds.
bool readClock(const std::string& text, std::int64_t& nanos)
{
    const std::size_t first = text.find(':');
    const std::size_t second = text.find(':', first + 1);
    std::uint64_t hours = 0;
    std::uint64_t minutes = 0;
    std::int64_t seconds = 0;
    const std::string tail = second == std::string::npos ? "0" : text.substr(second + 1);
    const std::string middle = text.substr(first + 1, second == std::string::npos ? std::string::npos : second - first - 1);
    if (!parseWhole(text.substr(0, first), hours) || !parseWhole(middle, minutes) || !parseFixed(tail, 9, seconds) || hours > 100'000
        || minutes > 59 || seconds < 0 || seconds >= 60 * kNanosPerSecond)
        return false;
    nanos = static_cast<std::int64_t>(hours * 60 + minutes) * kNanosPerMinute + seconds;
    return true;
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_source(text), m_csv(m_source, {}) {}

    Result<std::vector<OwnOrderRow>> read()
    {
        const auto head = m_csv.next();
        if (!head)
            return head.error();
        if (!*head)
            return invalid("sim.orders-empty", "the orders file is empty");
        for (std::size_t i = 0; i < m_csv.fields().size(); ++i)
            m_at.emplace(lowered(m_csv.fields()[i]), i);
        if (m_at.count("quantity") == 0 && m_at.count("qty") != 0)
            m_at["quantity"] = m_at["qty"];
        for (const char* needed : {"side", "quantity"})
            if (m_at.count(needed) == 0)
                return invalid("sim.orders-malformed", std::string("the header has no column ") + needed);
        std::vector<OwnOrderRow> rows;
        for (;;) {
            const auto more = m_csv.next();
            if (!more)
                return more.error();
            if (!*more)
                return rows;
            if (rows.size() == kMostOrders)
                return invalid("sim.orders-malformed", "more than a million rows");
            OwnOrderRow row;
            row.row = m_csv.row();
            if (const char* column = take(row))
                return invalid("sim.orders-malformed", "row " + std::to_string(row.row) + ": " + column + " '" + cell(column) + "' cannot be read");
            rows.push_back(std::move(row));
        }
    }

private:
    std::string raw(const std::string& column) const
    {
        const auto found = m_at.find(column);
        return found == m_at.end() || found->second >= m_csv.fields().size() ? std::string() : std::string(m_csv.fields()[found->second]);
    }
    std::string cell(const std::string& column) const { return lowered(raw(column)).substr(0, 40); }

    /// The column that is wrong, null when all is well.
    const char* take(OwnOrderRow& row) const
    {
        using Asked = OwnOrderRow::Action;
        const std::string time = raw("time");
        if (!readSimTime(time, row.moment, row.offset))
            return "time";
        const std::string action = cell("action");
        if (!action.empty()
            && !oneOf<Asked>(action, {{"new", Asked::New}, {"place", Asked::New}, {"cancel", Asked::Cancel}, {"replace", Asked::Replace},
                                       {"modify", Asked::Replace}, {"halt", Asked::Halt}, {"resume", Asked::Resume}}, row.action))
            return "action";
        row.id = row.row;
        if (const std::string id = cell("id"); !id.empty() && (!parseWhole(id, row.id) || row.id == 0 || row.id > (std::uint64_t{1} << 62U)))
            return "id";
        row.symbol = raw("symbol");
        const bool needsTerms = row.action == OwnOrderRow::Action::New || row.action == OwnOrderRow::Action::Replace;
        if (const std::string side = cell("side");
            !oneOf<rialto::Side>(side, {{"buy", rialto::Side::Buy}, {"b", rialto::Side::Buy}, {"bid", rialto::Side::Buy}, {"sell", rialto::Side::Sell}, {"s", rialto::Side::Sell}, {"ask", rialto::Side::Sell}}, row.side)
            && row.action == OwnOrderRow::Action::New)
            return "side";
        const std::string price = cell("price");
        row.type = price.empty() ? OrderType::Market : OrderType::Limit;
        if (const std::string type = cell("type");
            !type.empty() && !oneOf<OrderType>(type, {{"limit", OrderType::Limit}, {"market", OrderType::Market}}, row.type))
            return "type";
        if (const std::string tif = cell("tif");
            !tif.empty()
            && !oneOf<TimeInForce>(tif, {{"day", TimeInForce::Day}, {"gtc", TimeInForce::Gtc}, {"ioc", TimeInForce::Ioc}, {"fok", TimeInForce::Fok}}, row.tif))
            return "tif";
        if (!needsTerms)
            return nullptr;
        const auto quantity = Quantity::parse(cell("quantity"));
        if (!quantity || !quantity->isPositive())
            return "quantity";
        row.quantity = *quantity;
        if (row.type == OrderType::Market && row.action == OwnOrderRow::Action::New)
            return nullptr;
        const auto limit = Price::parse(price);
        if (!limit || !limit->isPositive())
            return "price";
        row.price = *limit;
        return nullptr;
    }

    integration::MemorySource m_source;
    integration::CsvReader m_csv;
    std::map<std::string, std::size_t> m_at;
};

} // namespace

bool readSimTime(std::string_view text, std::optional<Timestamp>& moment, std::int64_t& offset)
{
    std::string word = lowered(text);
    offset = 0;
    if (word.empty())
        return true;
    if (word.front() == '+')
        word.erase(0, 1);
    else if (word.size() > 10 && word.find('-') == 4) {
        std::string iso(text);
        std::transform(iso.begin(), iso.end(), iso.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
        const auto at = parseIso(iso);
        if (at)
            moment = *at;
        return at.ok();
    }
    std::uint64_t epoch = 0;
    if (word.size() >= 10 && word.size() <= 19 && parseWhole(word, epoch)) {
        const std::size_t digits = word.size();
        const std::uint64_t scale = digits <= 10 ? 1'000'000'000 : digits <= 13 ? 1'000'000 : digits <= 16 ? 1000 : 1;
        if (epoch > static_cast<std::uint64_t>(INT64_MAX) / scale)
            return false;
        moment = Timestamp(static_cast<std::int64_t>(epoch * scale));
        return true;
    }
    if (word.find(':') != std::string::npos)
        return readClock(word, offset);
    return parseFixed(word, 9, offset) && offset >= 0;
}

Result<std::vector<OwnOrderRow>> parseOwnOrders(std::string_view text) { return Reader(text).read(); }

Result<std::vector<OwnOrderRow>> readOwnOrders(const std::string& path)
{
    const auto text = readTextFile(path);
    if (!text)
        return text.error();
    auto rows = parseOwnOrders(text->starts_with("\xEF\xBB\xBF") ? std::string_view(*text).substr(3) : std::string_view(*text));
    if (!rows)
        return Error{rows.error().kind, rows.error().code, path + ": " + rows.error().detail};
    return rows;
}

} // namespace rialto::cli

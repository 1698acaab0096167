// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/input/lots_csv.h"

#include "domain/fixed.h"
#include "integration/csv_reader.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <string>

namespace rialto {

namespace {

enum Column : std::size_t { kDate, kAction, kQuantity, kPrice, kFees, kTaxes, kCurrency, kFxRate, kLotId, kSymbol, kTarget, kBasisShare, kFairValue, kAmount, kColumns };

constexpr std::string_view kColumnWords[] = {"date", "tradedate", "time", "", "action", "type", "side", "", "quantity", "qty", "shares", "units", "", "price",
    "unitprice", "", "fees", "fee", "commission", "", "taxes", "tax", "", "currency", "ccy", "", "fxrate", "fx", "exchangerate", "", "lotid", "lot", "", "symbol",
    "instrument", "ticker", "", "newsymbol", "target", "", "basisshare", "basisfraction", "", "fairvalue", "newprice", "", "amount", "gross", "value", ""};

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

std::string folded(std::string_view text)
{
    std::string word;
    for (const char c : text)
        if (c >= 'A' && c <= 'Z')
            word.push_back(static_cast<char>(c + 32));
        else if (c != ' ' && c != '_' && c != '-')
            word.push_back(c);
    return word;
}

std::size_t columnOf(std::string_view header)
{
    const std::string word = folded(trimmed(header));
    std::size_t column = 0;
    for (const std::string_view known : kColumnWords)
        if (known.empty())
            ++column;
        else if (known == word)
            return column;
    return kColumns;
}

char delimiterOf(std::string_view text)
{
    const std::string_view header = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char c : {',', ';', '\t'})
        if (const auto count = std::count(header.begin(), header.end(), c); count > most) {
            most = count;
            best = c;
        }
    return best;
}

class LotRowReader {
public:
    LotRowReader(LotsFile& file, const std::array<std::size_t, kColumns>& places) : m_file(file), m_places(places) {}

    Result<void> read(std::size_t row, std::span<const std::string_view> fields)
    {
        m_row = row;
        m_fields = fields;
        LotEvent event;
        event.row = row;
        const std::string_view date = cell(kDate);
        const auto day = Date::parse(date.size() > 10 && (date[10] == 'T' || date[10] == ' ') ? date.substr(0, 10) : date);
        if (!day || day->year() < 1800)
            return wrong(kDate, "is no date of the form 2024-01-31");
        event.date = *day;
        const auto action = lotAction(cell(kAction));
        if (!action)
            return wrong(kAction, "is no action that is known (buy, sell, split, dividend, ...)");
        event.action = *action;
        event.symbol = std::string(cell(kSymbol));
        event.target = std::string(cell(kTarget));
        if (const auto currency = readCurrency(event); !currency)
            return currency;
        if (const auto quantity = readQuantity(event); !quantity)
            return quantity;
        if (const auto numbers = readNumbers(event); !numbers)
            return numbers;
        if (const auto lot = readLotId(event); !lot)
            return lot;
        m_file.events.push_back(std::move(event));
        return {};
    }

private:
    std::string_view cell(Column column) const
    {
        return m_places[column] < m_fields.size() ? trimmed(m_fields[m_places[column]]) : std::string_view();
    }
    Error wrong(Column column, const std::string& what) const
    {
        constexpr std::string_view kNames[] = {"date", "action", "quantity", "price", "fees", "taxes", "currency", "fx_rate", "lot_id", "symbol",
            "new_symbol", "basis_share", "fair_value", "amount"};
        std::string shown;
        for (const char c : cell(column).substr(0, 40))
            shown.push_back(static_cast<unsigned char>(c) < 0x20 ? '?' : c);
        return invalid("lots.row-malformed", "row " + std::to_string(m_row) + ", column '" + std::string(kNames[column]) + "': "
            + (shown.empty() ? "an empty cell" : "'" + shown + "'") + " " + what);
    }
    Result<void> number(Column column, std::optional<ExactDecimal>& value)
    {
        if (cell(column).empty())
            return {};
        const auto read = ExactDecimal::parse(cell(column));
        if (!read)
            return wrong(column, read.error().code == "domain.number-range" ? "is larger than can be counted" : "is no decimal number");
        m_file.roundedNumbers += read->rounded ? 1 : 0;
        value = *read;
        return {};
    }
    Result<void> readCurrency(LotEvent& event)
    {
        for (const char c : cell(kCurrency)) {
            const bool lower = c >= 'a' && c <= 'z';
            if (!(lower || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) || event.currency.size() == 12)
                return wrong(kCurrency, "is no currency code");
            event.currency.push_back(lower ? static_cast<char>(c - 32) : c);
        }
        auto& seen = m_file.currencies;
        if (!event.currency.empty() && std::find(seen.begin(), seen.end(), event.currency) == seen.end())
            seen.push_back(event.currency);
        return {};
    }
    Result<void> readQuantity(LotEvent& event)
    {
        const std::string_view text = cell(kQuantity);
        const LotAction action = event.action;
        const bool isRatio = action == LotAction::Split || action == LotAction::SpinOff || action == LotAction::Rights || action == LotAction::Merger
            || ((action == LotAction::Bonus || action == LotAction::StockDividend) && text.find_first_of(":/f") != std::string_view::npos);
        if (text.empty()) {
            if (action == LotAction::Buy || action == LotAction::Sell || action == LotAction::SellShort || action == LotAction::BuyToCover)
                return wrong(kQuantity, "where shares are needed");
            return {};
        }
        if (isRatio) {
            auto ratio = readShareRatio(text);
            if (!ratio)
                return wrong(kQuantity, "is no ratio of new to old shares (2, 2:1, 1/10)");
            const std::string word = folded(cell(kAction));
            if ((word == "reversesplit" || word == "consolidation") && ratio->numerator > ratio->denominator)
                std::swap(ratio->numerator, ratio->denominator);
            event.ratio = *ratio;
            return {};
        }
        const auto read = ExactDecimal::parse(text);
        const auto units = read ? read->units(kFixedPlaces, Rounding::HalfEven) : std::nullopt;
        if (!units)
            return wrong(kQuantity, "is no number of shares");
        const bool selling = action == LotAction::Sell || action == LotAction::SellShort;
        if (*units < 0 && !selling)
            return wrong(kQuantity, "is negative: the action says which way the shares go");
        event.quantity = *units < 0 ? -*units : *units;
        const bool trades = selling || action == LotAction::Buy || action == LotAction::BuyToCover;
        if (event.quantity == 0 && trades)
            return wrong(kQuantity, "where shares are needed");
        m_file.roundedNumbers += read->rounded || read->places > kFixedPlaces ? 1 : 0;
        return {};
    }
    Result<void> readNumbers(LotEvent& event)
    {
        std::optional<ExactDecimal> amount;
        std::optional<ExactDecimal> fees;
        std::optional<ExactDecimal> taxes;
        std::optional<ExactDecimal> rate;
        const std::pair<Column, std::optional<ExactDecimal>*> numbers[] = {{kPrice, &event.price}, {kAmount, &amount}, {kFees, &fees}, {kTaxes, &taxes},
            {kFxRate, &rate}, {kBasisShare, &event.basisShare}, {kFairValue, &event.fairValue}};
        for (const auto& [column, value] : numbers)
            if (const auto read = number(column, *value); !read)
                return read;
        if (event.price && event.price->isNegative())
            return wrong(kPrice, "is negative");
        if (!event.price && amount && event.quantity > 0) {
            const ExactDecimal size = ExactDecimal::of(amount->isNegative() ? -amount->mantissa : amount->mantissa, amount->places);
            event.price = ExactDecimal::quotient(Int128(size.mantissa) * kFixedOne, Int128(event.quantity) * ExactDecimal::powerOfTen(size.places));
            if (!event.price)
                return wrong(kAmount, "is larger than can be counted");
        } else if (!event.price && amount && event.action == LotAction::Fee) {
            event.price = amount;
        }
        event.fees = fees.value_or(ExactDecimal{});
        event.taxes = taxes.value_or(ExactDecimal{});
        if (rate) {
            if (rate->mantissa <= 0)
                return wrong(kFxRate, "is no rate above zero");
            event.fxRate = *rate;
        }
        return {};
    }
    Result<void> readLotId(LotEvent& event)
    {
        const std::string_view text = cell(kLotId);
        switch (event.action) {
        case LotAction::Buy:
        case LotAction::SellShort:
        case LotAction::StockDividend: event.lotId = std::string(text); return {};
        case LotAction::SpinOff:
        case LotAction::Rights:
        case LotAction::Merger:
        case LotAction::TickerChange:
            if (event.target.empty())
                event.target = std::string(text);
            return {};
        case LotAction::Sell:
        case LotAction::BuyToCover: break;
        default: return {};
        }
        std::string_view rest = text;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find_first_of(";|"), rest.size());
            const std::string_view word = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (word.empty())
                continue;
            if (const auto day = Date::parse(word); day && word.size() == 10 && !event.selector.acquired) {
                event.selector.acquired = *day;
            } else if (word.front() == '@') {
                const auto price = ExactDecimal::parse(trimmed(word.substr(1)));
                if (!price)
                    return wrong(kLotId, "names a price that is no decimal number");
                event.selector.price = *price;
            } else {
                event.selector.id = std::string(word);
            }
        }
        if (event.action == LotAction::Sell)
            event.lotId = std::string();
        return {};
    }

    LotsFile& m_file;
    const std::array<std::size_t, kColumns>& m_places;
    std::size_t m_row = 0;
    std::span<const std::string_view> m_fields;
};

} // namespace

Result<ShareRatio> readShareRatio(std::string_view text)
{
    const Error malformed = invalid("lots.ratio-malformed", std::string(text.substr(0, 40)));
    std::string_view first = text;
    std::string_view second = "1";
    for (const std::string_view mark : {std::string_view(":"), std::string_view("/"), std::string_view("for")})
        if (const std::size_t at = text.find(mark); at != std::string_view::npos) {
            first = text.substr(0, at);
            second = text.substr(at + mark.size());
            break;
        }
    const auto bare = [](std::string_view part) {
        part = trimmed(part);
        while (!part.empty() && part.back() == '-')
            part.remove_suffix(1);
        while (!part.empty() && part.front() == '-')
            part.remove_prefix(1);
        return trimmed(part);
    };
    const bool signedText = text.find(':') == std::string_view::npos && !text.empty() && text.front() == '-';
    const auto numerator = ExactDecimal::parse(bare(first));
    const auto denominator = ExactDecimal::parse(bare(second));
    if (!numerator || !denominator || signedText || numerator->mantissa <= 0 || denominator->mantissa <= 0)
        return malformed;
    const int places = std::max(numerator->places, denominator->places);
    const auto top = numerator->units(places, Rounding::HalfEven);
    const auto bottom = denominator->units(places, Rounding::HalfEven);
    if (!top || !bottom)
        return malformed;
    const std::int64_t common = std::gcd(*top, *bottom);
    return ShareRatio{*top / common, *bottom / common};
}

Result<LotsFile> readLotsCsv(std::string_view text)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    integration::MemorySource source(text);
    integration::CsvReader reader(source, {delimiterOf(text), '"'}, 65536);
    LotsFile file;
    std::array<std::size_t, kColumns> places;
    places.fill(static_cast<std::size_t>(-1));
    const auto header = reader.next();
    if (!header)
        return invalid("lots.row-malformed", "the first line: " + header.error().text());
    if (!*header)
        return invalid("lots.file-empty", "the file holds no header and no rows");
    for (std::size_t i = 0; i < reader.fields().size(); ++i)
        if (const std::size_t column = columnOf(reader.fields()[i]); column < kColumns && places[column] == static_cast<std::size_t>(-1))
            places[column] = i;
    for (const auto& [column, word] : {std::pair{kDate, "date"}, std::pair{kAction, "action"}, std::pair{kQuantity, "quantity"}})
        if (places[column] == static_cast<std::size_t>(-1))
            return invalid("lots.column-missing",
                "the header has no column '" + std::string(word) + "' (columns: date,action,quantity,price,fees,taxes,currency,fx_rate,lot_id)");
    if (places[kPrice] == static_cast<std::size_t>(-1) && places[kAmount] == static_cast<std::size_t>(-1))
        return invalid("lots.column-missing", "the header has no column 'price' (or 'amount')");
    const std::size_t width = reader.fields().size();
    LotRowReader rows(file, places);
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return invalid("lots.row-malformed", "after row " + std::to_string(reader.row()) + ": " + more.error().text());
        if (!*more)
            break;
        const std::string row = "row " + std::to_string(reader.row());
        if (reader.flaw() != integration::CsvFlaw::None)
            return invalid("lots.row-malformed", row + ": quotes are not closed, or text follows them");
        if (reader.fields().size() > width && !std::all_of(reader.fields().begin() + static_cast<std::ptrdiff_t>(width), reader.fields().end(),
                [](std::string_view field) { return trimmed(field).empty(); }))
            return invalid("lots.row-malformed", row + ": has " + std::to_string(reader.fields().size()) + " cells, the header " + std::to_string(width));
        if (std::all_of(reader.fields().begin(), reader.fields().end(), [](std::string_view field) { return trimmed(field).empty(); }))
            continue;
        if (file.events.size() == kMostLotRows)
            return invalid("lots.too-many-rows", "more than " + std::to_string(kMostLotRows) + " rows");
        if (const auto read = rows.read(reader.row(), reader.fields()); !read)
            return read.error();
    }
    if (file.currencies.size() == 1)
        for (LotEvent& event : file.events)
            event.currency = file.currencies.front();
    return file;
}

Result<LotEvent> readTradeSentence(std::string_view text)
{
    const Error malformed = invalid("lots.what-if-malformed", "'" + std::string(text.substr(0, 60)) + "' is not of the form \"sell 100 @ 12.50\" (then: fee 1.20)");
    std::vector<std::string> words(1);
    for (const char c : text)
        if (c == ' ' || c == '@') {
            if (!words.back().empty())
                words.emplace_back();
            if (c == '@')
                words.back() = "@", words.emplace_back();
        } else {
            words.back().push_back(c);
        }
    if (words.back().empty())
        words.pop_back();
    if (words.size() != 4 && !(words.size() == 6 && (words[4] == "fee" || words[4] == "fees")))
        return malformed;
    const auto action = lotAction(words[0]);
    const auto quantity = ExactDecimal::parse(words[1]);
    const auto price = ExactDecimal::parse(words[3]);
    const auto fee = words.size() == 6 ? ExactDecimal::parse(words[5]) : Result<ExactDecimal>(ExactDecimal{});
    if (!action || (*action != LotAction::Sell && *action != LotAction::BuyToCover && *action != LotAction::Buy) || !quantity || words[2] != "@" || !price || !fee
        || price->isNegative())
        return malformed;
    const auto units = quantity->units(kFixedPlaces, Rounding::HalfEven);
    if (!units || *units <= 0)
        return malformed;
    LotEvent event;
    event.action = *action;
    event.quantity = *units;
    event.price = *price;
    event.fees = *fee;
    return event;
}

} // namespace rialto

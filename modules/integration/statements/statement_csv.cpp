// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/statement_csv.h"

#include "integration/csv_reader.h"
#include "integration/statements/iban.h"
#include "integration/statements/statement_columns.h"
#include "integration/table_layout.h"
#include "integration/statements/text_bits.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace rialto::integration {

namespace {

struct TableRow {
    std::vector<std::string> cells;
    std::uint64_t line = 0;
    CsvFlaw flaw = CsvFlaw::None;
};

struct StatementTable {
    std::vector<std::string> headings;
    StatementColumns columns;
    std::vector<TableRow> rows;
};

std::string cellOf(const TableRow& row, int column)
{
    if (column < 0 || static_cast<std::size_t>(column) >= row.cells.size())
        return {};
    return trimmed(row.cells[static_cast<std::size_t>(column)]);
}

/// Without a currency sign or code around the number.
std::string bare(std::string text)
{
    for (const char* sign : {"€", "$", "£", "¥", "￥", "EUR", "USD", "GBP", "CHF", "CNY", "元"})
        if (const std::size_t at = text.find(sign); at != std::string::npos)
            text.erase(at, std::string_view(sign).size());
    return text;
}

// What the words for a kind of row say about the direction of cash.
struct KindWord {
    const char* word;
    const char* kind;
    int cash; // sign of an amount without one
};
constexpr KindWord kKindWords[] = {
    {"buy", "buy", -1}, {"kauf", "buy", -1}, {"achat", "buy", -1}, {"买入", "buy", -1}, {"证券买入", "buy", -1}, {"purchase", "buy", -1},
    {"sell", "sell", 1}, {"verkauf", "sell", 1}, {"vente", "sell", 1}, {"卖出", "sell", 1}, {"证券卖出", "sell", 1}, {"sale", "sell", 1},
    {"dividend", "dividend", 1}, {"dividende", "dividend", 1}, {"distribution", "dividend", 1}, {"股息入账", "dividend", 1}, {"红利入账", "dividend", 1},
    {"interest", "interest", 1}, {"zinsen", "interest", 1}, {"interest_payment", "interest", 1}, {"利息归本", "interest", 1},
    {"fee", "fee", -1}, {"gebühr", "fee", -1}, {"tax", "tax", -1}, {"item", "cash", 1}, {"liability", "cash", -1},
    {"deposit", "cash", 1}, {"einzahlung", "cash", 1}, {"银证转入", "cash", 1}, {"withdrawal", "cash", -1}, {"auszahlung", "cash", -1}, {"银证转出", "cash", -1},
    {"split", "split", 0},
};
const KindWord* wordOf(const std::string& type)
{
    const std::string key = lower(type);
    for (const auto& word : kKindWords)
        if (key == word.word)
            return &word;
    return nullptr;
}

Result<StatementTable> readTable(std::string_view text, const StatementOptions& options)
{
    const char delimiter = options.delimiter.value_or(sniffDelimiter(text.substr(0, 65'536)));
    MemorySource source(text);
    CsvReader reader(source, {delimiter, '"'});
    StatementTable table;
    bool headed = false;
    std::vector<std::string> first;
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        TableRow row;
        row.line = reader.line();
        row.flaw = reader.flaw();
        for (const auto field : reader.fields())
            row.cells.emplace_back(field);
        if (!headed) {
            // A few lines of address and account may stand before the header.
            if (first.empty())
                first = row.cells;
            StatementColumns columns = columnsOf(row.cells);
            if (!options.mapping.empty()) {
                auto mapped = mappedColumns(options.mapping, row.cells, columns);
                if (mapped)
                    columns = *mapped;
                else if (reader.row() >= 30)
                    return mapped.error();
                else if (!columns.usable())
                    continue;
                else
                    return mapped.error();
            }
            if (columns.usable()) {
                headed = true;
                table.headings = row.cells;
                table.columns = columns;
            } else if (reader.row() >= 30) {
                break;
            }
            continue;
        }
        table.rows.push_back(std::move(row));
        if (table.rows.size() > kStatementEntryLimit)
            return invalid("statement.too-large", "more than " + std::to_string(kStatementEntryLimit) + " rows; split the file");
    }
    if (!headed) {
        std::string found;
        for (const auto& heading : first)
            if (found.size() < 200)
                found += (found.empty() ? "" : ", ") + heading.substr(0, 40);
        return invalid("statement.unknown-format", "line 1: the file is no CAMT, MT940, OFX, QIF or Flex, and as a table it has no header with a date and an amount (it begins: " + found
                + "); say what the columns are with --mapping '{\"date\": \"heading\", \"amount\": 4}'");
    }
    return table;
}

// The activities that portfolio programs write as JSON are rows with headings too.
Result<StatementTable> readActivities(std::string_view text)
{
    const auto document = nlohmann::json::parse(text, nullptr, false);
    const auto* list = document.is_array() ? &document : document.is_object() && document.contains("activities") ? &document["activities"] : nullptr;
    if (list == nullptr || !list->is_array())
        return invalid("statement.unknown-format", document.is_discarded() ? "the JSON is cut or damaged; get the file again" : "the JSON holds no list of activities");
    StatementTable table;
    for (const auto& activity : *list) {
        if (!activity.is_object() || table.rows.size() > kStatementEntryLimit)
            return invalid("statement.unknown-format", "activity " + std::to_string(table.rows.size() + 1) + " is not an object with date, type and price");
        TableRow row;
        row.line = table.rows.size() + 1;
        for (const auto& [key, value] : activity.items()) {
            std::size_t column = 0;
            while (column < table.headings.size() && table.headings[column] != key)
                ++column;
            if (column == 64)
                continue;
            if (column == table.headings.size())
                table.headings.push_back(key);
            if (row.cells.size() <= column)
                row.cells.resize(column + 1);
            row.cells[column] = value.is_string() ? value.get<std::string>() : value.is_null() ? std::string() : value.dump();
        }
        table.rows.push_back(std::move(row));
    }
    table.columns = columnsOf(table.headings);
    if (!table.rows.empty() && !table.columns.usable())
        return invalid("statement.unknown-format", "the activities have no date with a price and quantity or an amount");
    return table;
}

class CsvStatement {
public:
    CsvStatement(StatementTable table, const StatementOptions& options, const char* format) : m_table(std::move(table)), m_options(options) { m_file.format = format; }

    Result<StatementFile> read()
    {
        if (const auto planned = plan(); !planned)
            return planned.error();
        for (const auto& row : m_table.rows)
            readRow(row);
        for (auto& [key, group] : m_groups) {
            checkBalances(group);
            m_file.statements.push_back(std::move(group.statement));
        }
        if (m_file.statements.empty()) {
            m_file.statements.emplace_back();
            m_file.statements.back().carriesBalances = false;
        }
        return std::move(m_file);
    }

private:
    using R = StatementRole;

    struct Balanced {
        std::size_t entry;
        ExactAmount balance;
    };
    struct Group {
        AccountStatement statement;
        std::vector<Balanced> balances;
    };

    std::string cell(const TableRow& row, R role) const { return cellOf(row, m_table.columns[role]); }

    void assume(const std::string& sentence) { m_file.problem(Severity::Note, "assumed", sentence); }

    void problem(Severity severity, const char* code, const std::string& detail, const TableRow& row, R role)
    {
        const int column = m_table.columns[role];
        const std::string heading = column >= 0 ? m_table.headings[static_cast<std::size_t>(column)] : std::string();
        m_file.problem(severity, code, "line " + std::to_string(row.line) + (heading.empty() ? "" : ", column " + heading) + ": " + detail,
            {row.line, static_cast<std::uint64_t>(column + 1), heading});
    }

    Result<void> plan()
    {
        DayOrderEvidence dates;
        int points = 0;
        int commas = 0;
        for (const auto& row : m_table.rows) {
            dates.add(cell(row, R::Date), row.line);
            for (const R role : {R::Amount, R::Debit, R::Credit, R::Balance, R::Quantity, R::Price, R::Fee, R::Tax}) {
                const std::string text = cell(row, role);
                const AmountStyle style = styleOf(bare(text), {0, 0});
                points += style.mark == '.' ? 1 : 0;
                commas += style.mark == ',' ? 1 : 0;
                if ((role == R::Amount) && text.find('-') != std::string::npos)
                    m_signed = true;
                if ((role == R::Fee || role == R::Tax) && text.find('-') != std::string::npos)
                    m_feesSigned = true;
            }
        }
        const bool comma = m_options.decimal ? *m_options.decimal == ',' : commas > points;
        m_style = comma ? AmountStyle{',', '.'} : AmountStyle{'.', ','};
        m_order = m_options.dayOrder;
        if (m_order == DayOrder::Auto) {
            if (dates.contradicts())
                return invalid("statement.date-ambiguous", "line " + std::to_string(dates.dayFirstLine()) + " has a date with the day first and line "
                        + std::to_string(dates.monthFirstLine()) + " one with the month first; say which it is with --date-order");
            m_order = dates.order();
            if (dates.open())
                m_file.problem(Severity::Warning, "date-order-assumed", std::string("no date of the file tells whether the day or the month comes first; read with the ")
                        + (m_order == DayOrder::DayFirst ? "day" : "month") + " first, say otherwise with --date-order");
        }
        planFees();
        return {};
    }

    // Does the amount hold the fee? The rows with a quantity, a price and a fee tell.
    void planFees()
    {
        if (!m_table.columns.has(R::Amount) || (!m_table.columns.has(R::Fee) && !m_table.columns.has(R::Tax)))
            return;
        int apart = 0;
        int within = 0;
        for (const auto& row : m_table.rows) {
            ExactAmount amount, quantity, price, fee;
            if (readAmount(bare(cell(row, R::Amount)), m_style, amount) != AmountFault::None || !readLoose(cell(row, R::Quantity), quantity)
                || !readLoose(cell(row, R::Price), price) || !readLoose(cell(row, R::Fee), fee) || fee.isZero())
                continue;
            const auto value = product(quantity, price);
            if (!value)
                continue;
            const auto magnitude = [](ExactAmount a) { return a.isNegative() ? -a : a; };
            const ExactAmount cent = ExactAmount::fromRaw(100'000'000);
            const auto near = [&](ExactAmount a, ExactAmount b) { return (magnitude(a - b) - cent).isNegative(); };
            apart += near(magnitude(amount), magnitude(*value)) ? 1 : 0;
            within += near(magnitude(amount), magnitude(*value) + magnitude(fee)) || near(magnitude(amount), magnitude(*value) - magnitude(fee)) ? 1 : 0;
        }
        const int netcash = m_table.columns[R::Amount];
        m_feesApart = apart != within ? apart > within : m_feesSigned && m_table.headings[static_cast<std::size_t>(netcash)] != "NetCash";
        if (m_feesApart)
            assume("amounts do not hold fees and taxes, which stand in columns of their own and move cash too");
    }

    bool readLoose(const std::string& text, ExactAmount& value) const
    {
        const auto fault = readAmount(bare(text), m_style, value);
        return fault == AmountFault::None || fault == AmountFault::TooFine;
    }

    static std::optional<ExactAmount> product(const ExactAmount& a, const ExactAmount& b)
    {
        const auto left = narrow(a.raw());
        const auto right = narrow(b.raw());
        if (!left || !right)
            return std::nullopt;
        return ExactAmount::fromRaw(divideRounded(Int128(*left) * *right, Int128(10'000'000'000), Rounding::HalfEven));
    }

    std::optional<ExactAmount> number(const TableRow& row, R role, bool exact)
    {
        const std::string text = cell(row, role);
        if (text.empty() || text == "-" || text == "--")
            return std::nullopt;
        ExactAmount value;
        const auto fault = readAmount(bare(text), m_style, value);
        if (fault == AmountFault::None || (fault == AmountFault::TooFine && !exact))
            return value;
        m_rowBad = true;
        problem(Severity::Error, "amount-malformed", explain(fault, text) + " as the others of the file are written", row, role);
        return std::nullopt;
    }

    /// Money that leaves: negative, however the file writes it.
    ExactAmount cost(const std::optional<ExactAmount>& value) const
    {
        if (!value)
            return {};
        return m_feesSigned ? *value : -*value;
    }

    void readRow(const TableRow& row)
    {
        if (row.flaw == CsvFlaw::UnclosedQuote)
            return problem(Severity::Error, "cut", "a quote is opened and never closed: the file is cut, get it again", row, R::Text);
        if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& text) { return text.empty(); }))
            return;
        if (row.cells.size() < m_table.headings.size() && m_file.format == "csv" && !lastColumnsEmpty(row))
            return problem(Severity::Error, "columns-missing", "the row has " + std::to_string(row.cells.size()) + " cells and the header " + std::to_string(m_table.headings.size())
                    + ": the file is cut or damaged, get it again", row, R::Date);
        m_rowBad = false;
        const auto date = looseDate(cell(row, R::Date), m_order);
        if (!date)
            return problem(Severity::Error, "date-malformed", "\"" + cell(row, R::Date).substr(0, 40) + "\" is not a date", row, R::Date);
        const std::string type = cell(row, R::Type);
        const KindWord* word = wordOf(type);
        const auto quantity = number(row, R::Quantity, false);
        const auto price = number(row, R::Price, false);
        const auto fee = number(row, R::Fee, true);
        const auto tax = number(row, R::Tax, true);
        std::string currency = cell(row, R::Currency);
        if (currency.empty())
            currency = m_options.currency.empty() ? m_lastCurrency : m_options.currency; // a split has none
        m_lastCurrency = currency;
        auto amount = amountOf(row, word, quantity, price);
        if (m_rowBad)
            return;
        const bool computed = !m_table.columns.has(R::Amount) && !m_table.columns.has(R::Debit) && !m_table.columns.has(R::Credit);
        if (computed && amount)
            amount = rounded(*amount + cost(fee) + cost(tax), currency);
        else if (m_feesApart && (amount || fee || tax))
            amount = amount.value_or(ExactAmount()) + cost(fee) + cost(tax);

        Group& group = groupOf(row, currency);
        StatementEntry entry;
        entry.place = {row.line, 1, {}};
        entry.booked = date;
        entry.value = looseDate(cell(row, R::ValueDate), m_order);
        entry.currency = currency;
        entry.code = type;
        entry.id = cell(row, R::Id);
        entry.counterparty = cell(row, R::Counterparty);
        entry.counterpartyAccount = cell(row, R::CounterpartyAccount);
        entry.reference = cell(row, R::Reference);
        entry.text = cell(row, R::Text);
        if (quantity && (m_table.columns.has(R::Symbol) || m_table.columns.has(R::Isin) || m_table.columns.has(R::Name))) {
            SecurityTransaction trade;
            trade.place = entry.place;
            trade.kind = word != nullptr ? word->kind : lower(type);
            trade.code = type;
            trade.id = entry.id;
            trade.traded = date;
            trade.settled = entry.value;
            trade.security.isin = cell(row, R::Isin);
            trade.security.symbol = cell(row, R::Symbol);
            trade.security.name = cell(row, R::Name);
            trade.quantity = trade.kind == "sell" && !quantity->isNegative() ? -*quantity : *quantity;
            trade.price = price;
            trade.fees = -cost(fee);
            trade.taxes = -cost(tax);
            trade.net = amount;
            trade.currency = currency;
            trade.text = entry.text;
            if (entry.reference.empty())
                entry.reference = trade.security.isin.empty() ? trade.security.symbol : trade.security.isin;
            group.statement.securities.push_back(std::move(trade));
        }
        if (!amount || amount->isZero())
            return;
        entry.amount = *amount;
        group.statement.entries.push_back(std::move(entry));
        if (const auto balance = number(row, R::Balance, true))
            group.balances.push_back({group.statement.entries.size() - 1, *balance});
    }

    static bool lastColumnsEmpty(const TableRow& row) { return row.cells.size() > 1 && row.cells.back().empty(); }

    static ExactAmount rounded(const ExactAmount& amount, const std::string& currency)
    {
        Int128 unit = 1;
        for (int i = minorDigits(currency); i < ExactAmount::kPlaces; ++i)
            unit *= 10;
        return ExactAmount::fromRaw(divideRounded(amount.raw(), unit, Rounding::HalfEven) * unit);
    }

    std::optional<ExactAmount> amountOf(const TableRow& row, const KindWord* word, const std::optional<ExactAmount>& quantity, const std::optional<ExactAmount>& price)
    {
        const bool halves = m_table.columns.has(R::Debit) || m_table.columns.has(R::Credit);
        if (m_table.columns.has(R::Amount)) {
            auto amount = number(row, R::Amount, true);
            if (amount && !m_signed && word != nullptr && word->cash < 0)
                amount = -*amount;
            if (amount || !halves)
                return amount;
        }
        if (halves) {
            const auto debit = number(row, R::Debit, true);
            const auto credit = number(row, R::Credit, true);
            if (!debit && !credit)
                return std::nullopt;
            const ExactAmount out = debit ? (debit->isNegative() ? *debit : -*debit) : ExactAmount();
            return out + credit.value_or(ExactAmount());
        }
        if (!quantity || !price)
            return std::nullopt;
        const auto value = product(*quantity, *price);
        if (!value) {
            m_rowBad = true;
            problem(Severity::Error, "amount-range", "quantity times price is too large", row, R::Quantity);
            return std::nullopt;
        }
        if (word == nullptr) {
            m_rowBad = true;
            problem(Severity::Error, "type-unknown", "\"" + cell(row, R::Type).substr(0, 30) + "\" says neither buy, sell, dividend, interest, fee, deposit nor withdrawal", row, R::Type);
            return std::nullopt;
        }
        const ExactAmount magnitude = value->isNegative() ? -*value : *value;
        return word->cash < 0 ? -magnitude : word->cash > 0 ? magnitude : ExactAmount();
    }

    Group& groupOf(const TableRow& row, const std::string& currency)
    {
        const std::string account = cell(row, R::Account);
        const auto [found, made] = m_groups.try_emplace({account, currency});
        if (made) {
            auto& statement = found->second.statement;
            statement.place = {row.line, 1, {}};
            statement.account.id = account;
            if (const auto iban = parseIban(account))
                statement.account.iban = *iban;
            statement.account.currency = currency;
            statement.carriesBalances = false;
            statement.idsAreUnique = m_table.columns.has(R::Id);
        }
        return found->second;
    }

    // Newest first or oldest first: the way in which the balances follow from each other.
    void checkBalances(Group& group)
    {
        auto& entries = group.statement.entries;
        if (group.balances.size() != entries.size() || entries.empty())
            return;
        const auto breakOf = [&](bool reversed) -> std::size_t {
            for (std::size_t i = 1; i < entries.size(); ++i) {
                const auto& before = group.balances[reversed ? i : i - 1].balance;
                const auto& after = group.balances[reversed ? i - 1 : i].balance;
                if (before + entries[reversed ? i - 1 : i].amount != after)
                    return i;
            }
            return 0;
        };
        const std::size_t forward = breakOf(false);
        const std::size_t backward = forward == 0 ? 0 : breakOf(true);
        const bool reversed = forward != 0 && (backward == 0 || backward > forward);
        const std::size_t wrong = reversed ? backward : forward;
        if (wrong != 0)
            m_file.problem(Severity::Error, "balance-chain", "line " + std::to_string(entries[wrong].place.line) + ": the balance does not follow from the row before and the amount; a row is missing or was changed",
                entries[wrong].place);
        const auto& first = group.balances[reversed ? entries.size() - 1 : 0];
        const auto& last = group.balances[reversed ? 0 : entries.size() - 1];
        const std::string& currency = group.statement.account.currency;
        group.statement.balances.push_back({BalanceKind::Opening, "first balance less first amount", first.balance - entries[first.entry].amount, currency, entries[first.entry].booked, entries[first.entry].place});
        group.statement.balances.push_back({BalanceKind::Closing, "last balance", last.balance, currency, entries[last.entry].booked, entries[last.entry].place});
    }

    StatementTable m_table;
    const StatementOptions& m_options;
    StatementFile m_file;
    AmountStyle m_style;
    DayOrder m_order = DayOrder::Auto;
    std::map<std::pair<std::string, std::string>, Group> m_groups;
    std::string m_lastCurrency;
    bool m_signed = false;
    bool m_feesSigned = false;
    bool m_feesApart = false;
    bool m_rowBad = false;
};

} // namespace

Result<StatementFile> parseStatementCsv(std::string_view text, const StatementOptions& options)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
    auto table = json ? readActivities(text) : readTable(text, options);
    if (!table)
        return table.error();
    return CsvStatement(std::move(*table), options, json ? "activities-json" : "csv").read();
}

} // namespace rialto::integration

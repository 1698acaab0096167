// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/qif.h"

#include "integration/statements/text_bits.h"

#include <algorithm>

namespace rialto::integration {

namespace {

struct Line {
    std::string_view text;
    std::uint64_t number = 0;
};

// What a section's records are.
enum class Section { None, Cash, Investment, Account, Other };

struct Action {
    const char* word;
    const char* kind;
    int cash;      // sign of the amount in this account; 0: none moves
    int quantity;  // sign of the quantity
};
constexpr Action kActions[] = {
    {"buy", "buy", -1, 1}, {"buyx", "buy", 0, 1}, {"cvrshrt", "buy", -1, 1}, {"cvrshrtx", "buy", 0, 1},
    {"sell", "sell", 1, -1}, {"sellx", "sell", 0, -1}, {"shtsell", "sell", 1, -1}, {"shtsellx", "sell", 0, -1},
    {"div", "dividend", 1, 0}, {"divx", "dividend", 0, 0}, {"intinc", "interest", 1, 0}, {"intincx", "interest", 0, 0},
    {"cglong", "capital-gain", 1, 0}, {"cglongx", "capital-gain", 0, 0}, {"cgmid", "capital-gain", 1, 0}, {"cgmidx", "capital-gain", 0, 0},
    {"cgshort", "capital-gain", 1, 0}, {"cgshortx", "capital-gain", 0, 0}, {"rtrncap", "return-of-capital", 1, 0}, {"rtrncapx", "return-of-capital", 0, 0},
    {"reinvdiv", "reinvest", 0, 1}, {"reinvint", "reinvest", 0, 1}, {"reinvlg", "reinvest", 0, 1}, {"reinvmd", "reinvest", 0, 1}, {"reinvsh", "reinvest", 0, 1},
    {"shrsin", "transfer", 0, 1}, {"shrsout", "transfer", 0, -1}, {"stksplit", "split", 0, 0},
    {"miscinc", "income", 1, 0}, {"miscincx", "income", 0, 0}, {"miscexp", "fee", -1, 0}, {"miscexpx", "fee", 0, 0},
    {"margint", "interest", -1, 0}, {"margintx", "interest", 0, 0},
    {"xin", "cash", 1, 0}, {"contribx", "cash", 1, 0}, {"xout", "cash", -1, 0}, {"withdrwx", "cash", -1, 0}, {"cash", "cash", 1, 0},
};

class QifReader {
public:
    QifReader(std::string_view text, DayOrder order) : m_text(text), m_order(order) {}

    Result<StatementFile> read()
    {
        m_file.format = "qif";
        if (auto planned = plan(); !planned)
            return planned.error();
        forEachLine([this](const Line& line) { return onLine(line); });
        if (m_entries > kStatementEntryLimit)
            return invalid("statement.too-large", "more than " + std::to_string(kStatementEntryLimit) + " records; split the file");
        if (!m_record.empty()) {
            const std::uint64_t number = m_record.front().number;
            m_file.problem(Severity::Error, "cut", "line " + std::to_string(number) + ": the last record does not end with ^: the file is cut, get it again", {number, 1, "^"});
        }
        closeStatement();
        if (!m_typed)
            return invalid("statement.qif-malformed", "line 1: no !Type: or !Account line is in the file; it is cut or another format");
        return std::move(m_file);
    }

private:
    template <class Visit>
    void forEachLine(Visit visit) const
    {
        std::size_t at = 0;
        std::uint64_t number = 0;
        while (at < m_text.size()) {
            const std::size_t end = std::min(m_text.find_first_of("\r\n", at), m_text.size());
            ++number;
            if (!visit(Line{m_text.substr(at, end - at), number}))
                return;
            at = end;
            if (at < m_text.size())
                at += m_text[at] == '\r' && at + 1 < m_text.size() && m_text[at + 1] == '\n' ? 2 : 1;
        }
    }

    // One look over all dates and amounts: no file says how it writes them.
    Result<void> plan()
    {
        DayOrderEvidence dates;
        int points = 0;
        int commas = 0;
        bool inRecords = false;
        forEachLine([&](const Line& line) {
            if (line.text.empty())
                return true;
            const char tag = line.text.front();
            if (tag == '!') {
                inRecords = sectionOf(line.text) == Section::Cash || sectionOf(line.text) == Section::Investment;
                return true;
            }
            if (!inRecords)
                return true;
            const std::string value = trimmed(line.text.substr(1));
            if (tag == 'D') {
                dates.add(value, line.number);
            } else if (tag == 'T' || tag == 'U' || tag == '$' || tag == 'Q' || tag == 'I' || tag == 'O') {
                const AmountStyle style = styleOf(value, {0, 0});
                points += style.mark == '.' ? 1 : 0;
                commas += style.mark == ',' ? 1 : 0;
            }
            return true;
        });
        m_style = commas > points ? AmountStyle{',', '.'} : AmountStyle{'.', ','};
        if (m_order != DayOrder::Auto)
            return {};
        if (dates.contradicts())
            return invalid("statement.date-ambiguous", "line " + std::to_string(dates.dayFirstLine()) + " has a date with the day first and line "
                    + std::to_string(dates.monthFirstLine()) + " one with the month first; say which it is with --date-order");
        m_order = dates.order();
        if (dates.open())
            m_file.problem(Severity::Warning, "date-order-assumed", std::string("no date of the file tells whether the day or the month comes first; read with the ")
                    + (m_order == DayOrder::DayFirst ? "day" : "month") + " first, say otherwise with --date-order");
        return {};
    }

    static Section sectionOf(std::string_view line)
    {
        const std::string word = lower(trimmed(line));
        if (word == "!account")
            return Section::Account;
        if (!word.starts_with("!type:"))
            return Section::None;
        const std::string type = trimmed(std::string_view(word).substr(6));
        if (type == "invst" || type == "port")
            return Section::Investment;
        for (const char* cash : {"bank", "cash", "ccard", "oth a", "oth l", "oth s"})
            if (type == cash)
                return Section::Cash;
        return Section::Other;
    }

    bool onLine(const Line& line)
    {
        const std::string text = trimmed(line.text);
        if (text.empty())
            return true;
        if (text.front() == '!') {
            onHeader(text, line.number);
            return m_entries <= kStatementEntryLimit;
        }
        if (text.front() == '^') {
            closeRecord();
            return m_entries <= kStatementEntryLimit;
        }
        if (!m_typed) {
            m_file.problem(Severity::Error, "field-malformed", "line " + std::to_string(line.number) + ": a field before any !Type: line; the beginning of the file is missing", {line.number, 1, {}});
            m_typed = true;
        }
        m_record.push_back(line);
        return true;
    }

    void onHeader(const std::string& text, std::uint64_t number)
    {
        if (!m_record.empty()) {
            m_file.problem(Severity::Error, "cut", "line " + std::to_string(number) + ": a new section begins before the record ended with ^; the file is damaged", {number, 1, text.substr(0, 30)});
            m_record.clear();
        }
        const Section section = sectionOf(text);
        if (section == Section::None)
            return; // !Option, !Clear
        m_typed = true;
        m_section = section;
        if (section == Section::Account)
            return;
        closeStatement();
        if (section == Section::Cash || section == Section::Investment) {
            m_current = {};
            m_current.place = {number, 1, text.substr(0, 30)};
            m_current.carriesBalances = false;
            m_current.account = m_account;
            m_current.account.type = section == Section::Investment ? "INVESTMENT" : trimmed(std::string_view(text).substr(6));
            if (m_closing) {
                m_closing->place = m_current.place;
                m_current.balances.push_back(*m_closing);
            }
            m_account = {};
            m_closing.reset();
            m_open = true;
        }
    }

    std::string field(char tag) const
    {
        for (const auto& line : m_record)
            if (line.text.front() == tag)
                return trimmed(line.text.substr(1));
        return {};
    }
    std::uint64_t lineOf(char tag) const
    {
        for (const auto& line : m_record)
            if (line.text.front() == tag)
                return line.number;
        return m_record.front().number;
    }

    std::optional<ExactAmount> number(char tag, bool exact)
    {
        const std::string text = field(tag);
        ExactAmount amount;
        const auto fault = readAmount(text, m_style, amount);
        if (fault == AmountFault::None || (fault == AmountFault::TooFine && !exact))
            return amount;
        if (fault != AmountFault::Empty)
            malformed("amount-malformed", tag, explain(fault, text) + " as the other amounts of the file are written");
        return std::nullopt;
    }

    void malformed(const char* code, char tag, const std::string& why)
    {
        const std::uint64_t line = lineOf(tag);
        m_file.problem(Severity::Error, code, "line " + std::to_string(line) + ", field " + tag + ": " + why, {line, 1, std::string(1, tag)});
    }

    void closeRecord()
    {
        if (m_record.empty())
            return;
        if (m_section == Section::Account)
            takeAccount();
        else if (m_section == Section::Cash && m_open)
            takeCash();
        else if (m_section == Section::Investment && m_open)
            takeInvestment();
        m_record.clear();
    }

    void takeAccount()
    {
        m_account = {};
        m_account.id = field('N');
        m_account.name = field('D');
        m_account.type = field('T');
        m_closing.reset();
        if (const std::string balance = field('$'); !balance.empty()) {
            StatementBalance closing;
            closing.kind = BalanceKind::Closing;
            closing.code = "$";
            if (readAmount(balance, m_style, closing.amount) == AmountFault::None) {
                if (const auto parts = splitDate(field('/')))
                    closing.date = assembleDate(*parts, m_order);
                m_closing = closing;
            }
        }
    }

    std::optional<Date> takeDate()
    {
        const std::string text = field('D');
        const auto parts = splitDate(text);
        const auto date = parts ? assembleDate(*parts, m_order) : std::nullopt;
        if (!date)
            malformed("date-malformed", 'D', "\"" + text.substr(0, 30) + "\" is not a date as the others of the file are written");
        return date;
    }

    void takeCash()
    {
        const auto date = takeDate();
        auto amount = number('T', true);
        if (!amount)
            amount = number('U', true);
        if (!date)
            return;
        if (!amount) {
            malformed("amount-malformed", 'T', "the record has no amount; get the file again");
            return;
        }
        const std::string category = field('L');
        const std::string payee = field('P');
        const bool inBrackets = category.size() > 2 && category.front() == '[' && category.back() == ']';
        if (lower(payee) == "opening balance" && inBrackets && m_current.entries.empty() && m_current.balances.size() <= (closingCount())) {
            StatementBalance opening;
            opening.kind = BalanceKind::Opening;
            opening.code = "Opening Balance";
            opening.amount = *amount;
            opening.date = date;
            opening.place = {m_record.front().number, 1, "T"};
            m_current.balances.push_back(std::move(opening));
            if (m_current.account.id.empty())
                m_current.account.id = category.substr(1, category.size() - 2);
            return;
        }
        StatementEntry entry;
        entry.place = {m_record.front().number, 1, "D"};
        entry.booked = date;
        entry.amount = *amount;
        entry.counterparty = payee;
        entry.text = field('M');
        entry.reference = field('N');
        entry.code = category;
        takeSplits(entry);
        m_current.entries.push_back(std::move(entry));
        ++m_entries;
    }

    std::size_t closingCount() const
    {
        return static_cast<std::size_t>(std::count_if(m_current.balances.begin(), m_current.balances.end(), [](const auto& b) { return b.kind == BalanceKind::Closing; }));
    }

    void takeSplits(StatementEntry& entry)
    {
        ExactAmount sum;
        bool amounts = true;
        for (const auto& line : m_record) {
            const std::string value = trimmed(line.text.substr(1));
            if (line.text.front() == 'S') {
                entry.splits.push_back({});
                entry.splits.back().category = value;
            } else if (line.text.front() == 'E' && !entry.splits.empty()) {
                entry.splits.back().text = value;
            } else if (line.text.front() == '$' && !entry.splits.empty()) {
                if (readAmount(value, m_style, entry.splits.back().amount) != AmountFault::None) {
                    amounts = false;
                    m_file.problem(Severity::Error, "amount-malformed", "line " + std::to_string(line.number) + ", field $: " + explain(AmountFault::Malformed, value), {line.number, 1, "$"});
                }
                sum += entry.splits.back().amount;
            }
        }
        if (!entry.splits.empty() && amounts && sum != entry.amount)
            m_file.problem(Severity::Warning, "splits-differ", "line " + std::to_string(entry.place.line) + ": the splits make " + sum.text(2) + ", the record is "
                    + entry.amount.text(2), entry.place);
    }

    void takeInvestment()
    {
        const auto date = takeDate();
        if (!date)
            return;
        const std::string word = field('N');
        const auto action = std::find_if(std::begin(kActions), std::end(kActions), [&](const Action& known) { return lower(word) == known.word; });
        if (action == std::end(kActions)) {
            malformed(word.empty() ? "action-missing" : "action-unknown", 'N', "\"" + word.substr(0, 30) + "\" is no action of an investment register");
            return;
        }
        SecurityTransaction trade;
        trade.place = {m_record.front().number, 1, "D"};
        trade.code = word;
        trade.kind = action->kind;
        trade.traded = date;
        trade.security.name = field('Y');
        trade.price = number('I', false);
        trade.fees = number('O', true).value_or(ExactAmount());
        trade.text = field('M');
        if (auto quantity = number('Q', false))
            trade.quantity = action->quantity < 0 ? -*quantity : *quantity;
        auto amount = number('T', true);
        if (!amount)
            amount = number('U', true);
        if (amount && action->cash != 0) {
            trade.net = action->cash > 0 ? *amount : -*amount;
            StatementEntry entry;
            entry.place = trade.place;
            entry.booked = date;
            entry.amount = *trade.net;
            entry.code = word;
            entry.counterparty = trade.security.name.empty() ? field('P') : trade.security.name;
            entry.reference = field('L');
            entry.text = trade.text;
            m_current.entries.push_back(std::move(entry));
            ++m_entries;
        } else if (action->cash != 0) {
            malformed("amount-malformed", 'T', "the record moves cash and has no amount; get the file again");
        }
        if (trade.kind != "cash")
            m_current.securities.push_back(std::move(trade));
    }

    void closeStatement()
    {
        if (!m_open)
            return;
        m_open = false;
        m_file.statements.push_back(std::move(m_current));
        m_current = {};
    }

    std::string_view m_text;
    DayOrder m_order;
    AmountStyle m_style;
    StatementFile m_file;
    AccountStatement m_current;
    StatementAccountId m_account;
    std::optional<StatementBalance> m_closing;
    std::vector<Line> m_record;
    Section m_section = Section::None;
    std::size_t m_entries = 0;
    bool m_open = false;
    bool m_typed = false;
};

} // namespace

bool looksLikeQif(std::string_view head)
{
    std::size_t at = 0;
    for (int line = 0; line < 20 && at < head.size(); ++line) {
        const std::size_t end = std::min(head.find_first_of("\r\n", at), head.size());
        const std::string row = lower(trimmed(head.substr(at, end - at)));
        if (row.starts_with("!type:") || row.starts_with("!account") || row.starts_with("!option:") || row.starts_with("!clear:"))
            return true;
        if (!row.empty())
            return false;
        at = end + 1;
    }
    return false;
}

Result<StatementFile> parseQif(std::string_view text, DayOrder order) { return QifReader(text, order).read(); }

} // namespace rialto::integration

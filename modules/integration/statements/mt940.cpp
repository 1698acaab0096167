// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/mt940.h"

#include "integration/statements/iban.h"
#include "integration/statements/mt940_details.h"
#include "integration/statements/text_bits.h"

#include <algorithm>
#include <array>

namespace rialto::integration {

namespace {

std::optional<int> twoDigits(std::string_view text)
{
    if (text.size() < 2 || !isDigit(text[0]) || !isDigit(text[1]))
        return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

std::optional<Date> dateOf(int year, int month, int day)
{
    char text[11];
    const auto put = [&text](int at, int value, int width) {
        for (int i = width - 1; i >= 0; --i, value /= 10)
            text[at + i] = static_cast<char>('0' + value % 10);
    };
    put(0, year, 4);
    put(5, month, 2);
    put(8, day, 2);
    text[4] = text[7] = '-';
    const auto date = Date::parse(std::string_view(text, 10));
    return date ? std::optional<Date>(*date) : std::nullopt;
}

// YYMMDD; the SWIFT window: 80 to 99 are of the last century.
std::optional<Date> shortDate(std::string_view text)
{
    const auto year = twoDigits(text);
    const auto month = text.size() >= 4 ? twoDigits(text.substr(2)) : std::nullopt;
    const auto day = text.size() >= 6 ? twoDigits(text.substr(4)) : std::nullopt;
    if (!year || !month || !day)
        return std::nullopt;
    return dateOf(*year < 80 ? 2000 + *year : 1900 + *year, *month, *day);
}

// MMDD of the year that brings it nearest to the value date.
std::optional<Date> entryDate(std::string_view text, Date value)
{
    const auto month = twoDigits(text);
    const auto day = twoDigits(text.substr(2));
    if (!month || !day)
        return std::nullopt;
    std::optional<Date> best;
    for (const int year : {value.year(), value.year() - 1, value.year() + 1}) {
        const auto date = dateOf(year, *month, *day);
        if (date && (!best || std::abs(*date - value) < std::abs(*best - value)))
            best = date;
    }
    return best;
}

struct Field {
    std::string tag;
    std::vector<std::string> lines;
    std::uint64_t line = 0;
};

/// ":61:" -> "61"; empty when the line begins no field.
std::string tagOf(std::string_view line)
{
    if (line.size() < 4 || line[0] != ':')
        return {};
    const std::size_t end = line.find(':', 1);
    if (end == std::string_view::npos || end < 3 || end > 4)
        return {};
    const std::string_view tag = line.substr(1, end - 1);
    if (tag == "NS" || tag == "940" || tag == "942")
        return std::string(tag);
    if (!isDigit(tag[0]) || !isDigit(tag[1]) || (tag.size() == 3 && !isCapital(tag[2])))
        return {};
    return std::string(tag);
}

bool isTrailer(std::string_view line)
{
    if (line == "-" || line.starts_with("-}"))
        return true;
    return line.size() == 4 && line[0] == '-' && isCapital(line[1]) && isCapital(line[2]) && isCapital(line[3]);
}

struct Amount61 {
    ExactAmount amount;
    std::size_t end = 0; // behind the amount
};

class Mt940Reader {
public:
    explicit Mt940Reader(std::string_view text) : m_text(text) {}

    Result<StatementFile> read()
    {
        m_file.format = "mt940";
        std::size_t at = 0;
        std::uint64_t number = 0;
        while (at < m_text.size()) {
            const std::size_t end = std::min(m_text.find_first_of("\r\n", at), m_text.size());
            ++number;
            onLine(m_text.substr(at, end - at), number);
            at = end;
            if (at < m_text.size())
                at += m_text[at] == '\r' && at + 1 < m_text.size() && m_text[at + 1] == '\n' ? 2 : 1;
            if (m_fields == 0 && number > 200)
                break;
            if (m_entries > kStatementEntryLimit)
                return invalid("statement.too-large", "more than " + std::to_string(kStatementEntryLimit) + " entries; split the file");
        }
        closeField();
        closeStatement();
        if (m_fields == 0)
            return invalid("statement.mt940-malformed", "no field of MT940 (:20:, :25:, :60F:, :61:, :62F:) is in the file; is it another format?");
        if (m_interim)
            m_file.format = "mt942";
        return std::move(m_file);
    }

private:
    void onLine(std::string_view line, std::uint64_t number)
    {
        if (line.starts_with("{1:") || line.starts_with("{2:") || line.starts_with("{4:")) {
            if (line.find("{2:I942") != std::string_view::npos || line.find("{2:O942") != std::string_view::npos)
                m_interim = true;
            const std::size_t body = line.find("{4:");
            closeField();
            closeStatement();
            if (body == std::string_view::npos || body + 3 >= line.size())
                return;
            line.remove_prefix(body + 3);
        }
        if (isTrailer(line)) {
            closeField();
            closeStatement();
            return;
        }
        if (line == ":" && !m_field.tag.empty()) { // a tag torn by a line break
            m_torn = true;
            return;
        }
        std::string mended;
        if (m_torn) {
            m_torn = false;
            mended = ":" + std::string(line);
            if (!tagOf(mended).empty())
                line = mended;
        }
        const std::string tag = tagOf(line);
        if (tag.empty()) {
            if (!m_field.tag.empty())
                m_field.lines.emplace_back(line);
            return;
        }
        closeField();
        m_field.tag = tag;
        m_field.lines.assign(1, std::string(line.substr(tag.size() + 2)));
        m_field.line = number;
    }

    void closeField()
    {
        if (m_field.tag.empty())
            return;
        const Field field = std::move(m_field);
        m_field = {};
        ++m_fields;
        if (field.tag == "940" || field.tag == "942") {
            m_interim = m_interim || field.tag == "942";
            return;
        }
        if (field.tag == "20")
            closeStatement();
        if (!m_open) {
            m_open = true;
            m_current = {};
            m_current.place = {field.line, 1, ":" + field.tag + ":"};
            m_entryOpen = false;
        }
        take(field);
    }

    void take(const Field& field)
    {
        const std::string& tag = field.tag;
        if (tag == "20")
            m_current.id = trimmed(field.lines.front());
        else if (tag == "25" || tag == "25P")
            takeAccount(field);
        else if (tag == "28" || tag == "28C")
            m_current.sequence = trimmed(field.lines.front());
        else if (tag == "61")
            takeEntry(field);
        else if (tag == "86")
            takeDetails(field);
        else if (tag == "34F")
            takeFloor(field);
        else if (tag == "90D" || tag == "90C")
            takeTotals(field);
        else if (tag == "13" || tag == "13D")
            m_interim = true;
        else if (tag.size() == 3 && (tag[0] == '6'))
            takeBalance(field);
        else if (tag == "64" || tag == "65" || tag == "60" || tag == "62")
            takeBalance(field);
        else if (tag == "NS")
            takeNs(field);
        if (tag.starts_with("62") || tag.starts_with("90"))
            m_entryOpen = false;
    }

    void takeAccount(const Field& field)
    {
        std::string text = trimmed(field.lines.front());
        if (!text.empty() && text.front() == '/')
            text.erase(0, 1);
        auto& account = m_current.account;
        // Some banks write the currency behind the number.
        if (text.size() > 6 && isDigit(text[text.size() - 4]) && Currency::parse(std::string_view(text).substr(text.size() - 3))) {
            account.currency = text.substr(text.size() - 3);
            text.resize(text.size() - 3);
        }
        if (const auto iban = parseIban(text)) {
            account.iban = *iban;
            account.id = *iban;
        } else if (const std::size_t slash = text.find('/'); slash != std::string::npos) {
            account.bank = trimmed(std::string_view(text).substr(0, slash));
            account.id = trimmed(std::string_view(text).substr(slash + 1));
            if (const auto inner = parseIban(account.id))
                account.iban = *inner;
        } else {
            account.id = trimmed(text);
        }
        if (field.tag == "25P" && field.lines.size() > 1)
            account.bank = trimmed(field.lines[1]);
    }

    void takeBalance(const Field& field)
    {
        const std::string text = trimmed(field.lines.front());
        StatementBalance balance;
        balance.code = field.tag;
        balance.place = {field.line, 1, ":" + field.tag + ":"};
        const bool first = field.tag.back() == 'F';
        const std::string digits = field.tag.substr(0, 2);
        if (digits == "60")
            balance.kind = first || field.tag == "60" ? BalanceKind::Opening : BalanceKind::IntermediateOpening;
        else if (digits == "62")
            balance.kind = first || field.tag == "62" ? BalanceKind::Closing : BalanceKind::IntermediateClosing;
        else if (digits == "64")
            balance.kind = BalanceKind::ClosingAvailable;
        else if (digits == "65")
            balance.kind = BalanceKind::ForwardAvailable;
        else
            return;
        std::size_t at = 1;
        if (text.empty() || (text[0] != 'C' && text[0] != 'D'))
            return malformed(field, "a balance begins with C or D, its date and currency (C140901EUR137,00)");
        balance.date = shortDate(std::string_view(text).substr(at));
        if (!balance.date)
            return malformed(field, "the date of the balance is not YYMMDD");
        at += 6;
        if (text.size() >= at + 3 && isCapital(text[at]) && isCapital(text[at + 1]) && isCapital(text[at + 2])) {
            balance.currency = text.substr(at, 3);
            at += 3;
        } else {
            balance.currency = m_current.account.currency; // left out by some: that of the opening balance
        }
        if (const auto fault = readAmount(std::string_view(text).substr(at), {',', 0}, balance.amount); fault != AmountFault::None)
            if (text.find('.') == std::string::npos || readAmount(std::string_view(text).substr(at), {'.', 0}, balance.amount) != AmountFault::None)
                return malformed(field, "balance: " + explain(fault, std::string_view(text).substr(at)));
        if (text[0] == 'D')
            balance.amount = -balance.amount;
        if (m_current.account.currency.empty())
            m_current.account.currency = balance.currency;
        for (const auto& other : m_current.balances)
            if (other.kind == balance.kind && balance.kind != BalanceKind::ForwardAvailable)
                return malformed(field, "the statement has this balance twice");
        m_current.balances.push_back(std::move(balance));
    }

    void takeEntry(const Field& field)
    {
        m_entryOpen = false;
        std::string text = trimmed(field.lines.front());
        std::size_t used = 1;
        StatementEntry entry;
        entry.place = {field.line, 1, ":61:"};
        std::string why = readEntry(text, entry);
        // A line break inside the field: some exports wrap it.
        while (!why.empty() && used < field.lines.size() && used < 4) {
            text += trimmed(field.lines[used++]);
            StatementEntry again;
            again.place = entry.place;
            if (readEntry(text, again).empty()) {
                entry = std::move(again);
                why.clear();
            }
        }
        if (!why.empty())
            return malformed(field, why);
        for (; used < field.lines.size(); ++used) {
            const std::string extra = trimmed(field.lines[used]);
            if (extra.empty())
                continue;
            entry.text += (entry.text.empty() ? "" : " ") + extra;
        }
        entry.currency = m_current.account.currency;
        m_current.entries.push_back(std::move(entry));
        ++m_entries;
        m_entryOpen = true;
        m_supplement = m_current.entries.back().text;
        m_details.clear();
    }

    /// Empty when all is well, else what is wrong.
    std::string readEntry(std::string_view text, StatementEntry& entry) const
    {
        const auto value = shortDate(text);
        if (!value)
            return "the value date is not YYMMDD";
        entry.value = *value;
        std::size_t at = 6;
        if (text.size() >= at + 4 && std::all_of(text.begin() + 6, text.begin() + 10, isDigit)) {
            const auto booked = entryDate(text.substr(at), *value);
            if (!booked)
                return "the entry date is not MMDD";
            entry.booked = booked;
            at += 4;
        }
        while (at < text.size() && text[at] == ' ')
            ++at;
        bool debit = false;
        bool reversal = false;
        if (at + 1 < text.size() && (text[at] == 'R' || text[at] == 'E') && (text[at + 1] == 'C' || text[at + 1] == 'D')) {
            reversal = text[at] == 'R'; // E: expected
            if (text[at] == 'E')
                entry.status = "pending";
            debit = reversal ? text[at + 1] == 'C' : text[at + 1] == 'D';
            at += 2;
        } else if (at < text.size() && (text[at] == 'C' || text[at] == 'D')) {
            debit = text[at] == 'D';
            at += 1;
        } else {
            return "after the dates stands C, D, RC or RD";
        }
        if (at < text.size() && isCapital(text[at]))
            ++at; // funds code: third letter of the currency
        while (at < text.size() && text[at] == ' ')
            ++at;
        std::size_t end = at;
        while (end < text.size() && (isDigit(text[end]) || text[end] == ',' || text[end] == '.'))
            ++end;
        const std::string_view digits = text.substr(at, end - at);
        AmountFault fault = readAmount(digits, {',', 0}, entry.amount);
        if (fault == AmountFault::Malformed)
            fault = readAmount(digits, {'.', 0}, entry.amount);
        if (fault != AmountFault::None)
            return explain(fault, digits);
        if (debit)
            entry.amount = -entry.amount;
        entry.reversal = reversal;
        at = end;
        if (at + 4 > text.size() || !isCapital(text[at]))
            return "after the amount stands a type of four characters (NTRF)";
        entry.code = std::string(text.substr(at, 4));
        if (!std::all_of(entry.code.begin(), entry.code.end(), [](char c) { return isDigit(c) || isCapital(c) || c == ' '; })) {
            // "NCHG" may be the last thing; what is no letter begins the reference.
            const std::size_t bad = static_cast<std::size_t>(std::find_if(entry.code.begin(), entry.code.end(), [](char c) { return !isDigit(c) && !isCapital(c); }) - entry.code.begin());
            entry.code.resize(bad);
        }
        at += entry.code.size();
        const std::string_view rest = text.substr(at);
        const std::size_t slashes = rest.find("//");
        std::string own = std::string(rest.substr(0, slashes));
        if (own.size() > 16) { // 16 characters of reference; some banks write the other's name behind
            entry.counterparty = trimmed(std::string_view(own).substr(16));
            own.resize(16);
        }
        entry.reference = trimmed(own);
        if (slashes != std::string_view::npos)
            entry.bankReference = trimmed(rest.substr(slashes + 2));
        if (!entry.booked)
            entry.booked = entry.value;
        return {};
    }

    void takeDetails(const Field& field)
    {
        if (!m_entryOpen) {
            for (const auto& line : field.lines) {
                const std::string part = trimmed(line);
                if (!part.empty())
                    m_current.text += (m_current.text.empty() ? "" : " ") + part;
            }
            return;
        }
        // A bank may write one :86: a line; together they are one.
        m_details.insert(m_details.end(), field.lines.begin(), field.lines.end());
        auto& entry = m_current.entries.back();
        entry.text.clear();
        readDetails(m_details, entry);
        if (!m_supplement.empty())
            entry.text = entry.text.empty() ? m_supplement : m_supplement + " " + entry.text;
    }

    void takeNs(const Field& field)
    {
        if (!m_entryOpen)
            return;
        auto& entry = m_current.entries.back();
        for (const auto& line : field.lines) {
            const auto number = twoDigits(line);
            if (!number)
                continue;
            const std::string value = trimmed(std::string_view(line).substr(2));
            if (*number >= 1 && *number <= 14)
                entry.text += (entry.text.empty() ? "" : " ") + value;
            else if (*number == 15 || *number == 16)
                entry.counterparty += (entry.counterparty.empty() ? "" : " ") + value;
        }
    }

    void takeFloor(const Field& field)
    {
        m_interim = true;
        const std::string text = trimmed(field.lines.front());
        if (m_current.account.currency.empty() && text.size() >= 3 && isCapital(text[0]) && isCapital(text[1]) && isCapital(text[2]))
            m_current.account.currency = text.substr(0, 3);
    }

    void takeTotals(const Field& field)
    {
        m_interim = true;
        const std::string text = trimmed(field.lines.front());
        std::size_t at = 0;
        std::uint64_t count = 0;
        while (at < text.size() && isDigit(text[at]) && at < 9)
            count = count * 10 + static_cast<std::uint64_t>(text[at++] - '0');
        ExactAmount sum;
        if (at == 0 || text.size() < at + 4 || readAmount(std::string_view(text).substr(at + 3), {',', 0}, sum) != AmountFault::None)
            return malformed(field, "the totals are a number, a currency and a sum (3EUR120,50)");
        if (m_current.account.currency.empty())
            m_current.account.currency = text.substr(at, 3);
        auto& totals = m_current.totals;
        totals.place = {field.line, 1, ":" + field.tag + ":"};
        (field.tag == "90D" ? totals.debits : totals.credits) = count;
        (field.tag == "90D" ? totals.debitSum : totals.creditSum) = sum;
    }

    void malformed(const Field& field, const std::string& why)
    {
        m_file.problem(Severity::Error, "field-malformed", "line " + std::to_string(field.line) + ", field :" + field.tag + ":" + field.lines.front().substr(0, 60) + " cannot be read: "
                + why, {field.line, 1, ":" + field.tag + ":"});
    }

    void closeStatement()
    {
        if (!m_open)
            return;
        m_open = false;
        const auto has = [this](BalanceKind first, BalanceKind second) {
            return std::any_of(m_current.balances.begin(), m_current.balances.end(), [&](const auto& b) { return b.kind == first || b.kind == second; });
        };
        const bool opens = has(BalanceKind::Opening, BalanceKind::IntermediateOpening);
        const bool closes = has(BalanceKind::Closing, BalanceKind::IntermediateClosing);
        m_current.carriesBalances = !m_interim;
        if (!m_interim && !opens && (closes || !m_current.entries.empty()))
            m_file.problem(Severity::Error, "opening-missing", "the statement that begins at line " + std::to_string(m_current.place.line)
                    + " has no opening balance (:60F: or :60M:); it is a part of a file", m_current.place);
        for (const auto& balance : m_current.balances) {
            if (balance.kind == BalanceKind::Opening || balance.kind == BalanceKind::IntermediateOpening)
                m_current.from = balance.date;
            else if (balance.kind == BalanceKind::Closing || balance.kind == BalanceKind::IntermediateClosing)
                m_current.to = balance.date;
        }
        for (auto& entry : m_current.entries)
            if (entry.currency.empty())
                entry.currency = m_current.account.currency;
        m_file.statements.push_back(std::move(m_current));
        m_current = {};
    }

    std::string_view m_text;
    StatementFile m_file;
    Field m_field;
    AccountStatement m_current;
    std::vector<std::string> m_details;
    std::string m_supplement;
    std::size_t m_fields = 0;
    std::size_t m_entries = 0;
    bool m_open = false;
    bool m_entryOpen = false;
    bool m_interim = false;
    bool m_torn = false;
};

} // namespace

bool looksLikeMt940(std::string_view text)
{
    std::size_t at = 0;
    for (int line = 0; line < 40 && at < text.size(); ++line) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        const std::string_view row = text.substr(at, end - at);
        if (row.starts_with("{1:F") || !tagOf(row).empty())
            return true;
        at = end + 1;
    }
    return false;
}

Result<StatementFile> parseMt940(std::string_view text) { return Mt940Reader(text).read(); }

} // namespace rialto::integration

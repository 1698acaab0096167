// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/mt940.h"

#include "integration/statements/iban.h"
#include "integration/statements/mt940_details.h"
#include "integration/statements/mt940_line.h"
#include "integration/statements/text_bits.h"

#include <algorithm>
#include <array>

namespace rialto::integration {

namespace {

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
        std::string why = readEntryLine(text, entry);
        // A line break inside the field: some exports wrap it.
        while (!why.empty() && used < field.lines.size() && used < 4) {
            text += trimmed(field.lines[used++]);
            StatementEntry again;
            again.place = entry.place;
            if (readEntryLine(text, again).empty()) {
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
            const auto number = leadingNumber(line);
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

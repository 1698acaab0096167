// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/mt940_details.h"

#include "integration/statements/text_bits.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rialto::integration {

namespace {

// SEPA code words inside the purpose lines of German banks.
void readSepaWords(const std::string& purpose, StatementEntry& entry)
{
    static constexpr std::array<std::string_view, 11> kWords{"EREF+", "KREF+", "MREF+", "CRED+", "DEBT+", "COAM+", "OAMT+", "SVWZ+", "ABWA+", "ABWE+", "PREF+"};
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (const auto word : kWords)
        if (const std::size_t at = purpose.find(word); at != std::string::npos)
            found.emplace_back(at, word);
    std::sort(found.begin(), found.end());
    if (found.empty()) {
        append(entry.text, purpose, " ");
        return;
    }
    append(entry.text, trimmed(std::string_view(purpose).substr(0, found.front().first)), " ");
    std::string other;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::size_t from = found[i].first + found[i].second.size();
        const std::size_t to = i + 1 < found.size() ? found[i + 1].first : purpose.size();
        const std::string value = trimmed(std::string_view(purpose).substr(from, to - from));
        if (found[i].second == "EREF+" && value != "NOTPROVIDED")
            entry.reference = value;
        else if (found[i].second == "SVWZ+")
            append(entry.text, value, " ");
        else
            append(other, std::string(found[i].second) + value, " ");
    }
    if (entry.text.empty())
        entry.text = other;
}

bool isSubfielded(const std::string& text)
{
    return text.size() > 5 && isDigit(text[0]) && isDigit(text[1]) && isDigit(text[2]) && (text[3] == '?' || text[3] == '>' || text[3] == '<' || text[3] == '~' || text[3] == '^')
        && isDigit(text[4]) && isDigit(text[5]);
}

void readSubfields(const std::string& text, StatementEntry& entry)
{
    const char separator = text[3];
    std::string purpose;
    std::string booking;
    std::string bank;
    std::string account;
    std::string iban;
    std::string name;
    std::size_t at = 3;
    while (at + 2 < text.size()) {
        const int number = (text[at + 1] - '0') * 10 + (text[at + 2] - '0');
        std::size_t end = at + 3;
        // A separator counts only before two digits: the text may hold one of its own.
        while (end < text.size() && !(text[end] == separator && end + 2 < text.size() && isDigit(text[end + 1]) && isDigit(text[end + 2])))
            ++end;
        const std::string_view value = std::string_view(text).substr(at + 3, end - at - 3);
        if (number == 0)
            booking = trimmed(value);
        else if ((number >= 20 && number <= 29) || (number >= 60 && number <= 63))
            purpose += value;
        else if (number == 30)
            bank = trimmed(value);
        else if (number == 31)
            account = trimmed(value);
        else if (number == 32 || number == 33)
            name += value;
        else if (number == 38)
            iban = trimmed(value);
        at = end;
    }
    entry.counterparty = trimmed(name);
    entry.counterpartyAccount = !iban.empty() ? iban : bank.empty() || account.empty() ? account : bank + "/" + account;
    readSepaWords(trimmed(purpose), entry);
    if (entry.text.empty())
        entry.text = booking;
}

// "/TRTP/SEPA OVERBOEKING/IBAN/NL..../BIC/..../NAME/.../REMI/.../EREF/..."
bool readSlashWords(const std::string& text, StatementEntry& entry)
{
    static constexpr std::array<std::string_view, 19> kWords{"TRTP", "TRCD", "IBAN", "BIC", "NAME", "REMI", "EREF", "MARF", "CSID", "ORDP", "BENM", "ID", "PREF",
        "RTRN", "ADDR", "CNTP", "PURP", "ISDT", "SVCL"};
    if (text.empty() || text.front() != '/')
        return false;
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (std::size_t at = text.find('/'); at != std::string::npos; at = text.find('/', at + 1)) {
        for (const auto word : kWords) {
            const std::string_view rest = std::string_view(text).substr(at + 1);
            if (rest.starts_with(word) && rest.size() > word.size() && rest[word.size()] == '/') {
                found.emplace_back(at, word);
                break;
            }
        }
    }
    if (found.size() < 2)
        return false;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const std::size_t from = found[i].first + found[i].second.size() + 2;
        const std::size_t to = i + 1 < found.size() ? found[i + 1].first : text.size();
        const std::string value = trimmed(from < to ? std::string_view(text).substr(from, to - from) : std::string_view());
        if (found[i].second == "IBAN")
            entry.counterpartyAccount = value;
        else if (found[i].second == "NAME")
            entry.counterparty = value;
        else if (found[i].second == "REMI")
            entry.text = value;
        else if (found[i].second == "EREF" && value != "NOTPROVIDED")
            entry.reference = value;
    }
    if (entry.text.empty())
        entry.text = trimmed(text);
    return true;
}

} // namespace

void readDetails(const std::vector<std::string>& lines, StatementEntry& entry)
{
    std::string joined;
    std::string spaced;
    for (const auto& line : lines) {
        joined += line; // lines are cut at 65 characters wherever that falls
        append(spaced, trimmed(line), " ");
    }
    const std::string text = trimmed(joined);
    if (isSubfielded(text))
        readSubfields(text, entry);
    else if (!readSlashWords(text, entry))
        readSepaWords(spaced, entry);
}

} // namespace rialto::integration

// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/statements/parse_statement.h"

#include "integration/statements/camt.h"
#include "integration/statements/ibkr_flex.h"
#include "integration/statements/mt940.h"
#include "integration/statements/ofx.h"
#include "integration/statements/qif.h"
#include "integration/statements/statement_check.h"
#include "integration/statements/statement_csv.h"
#include "integration/statements/text_bits.h"

#include <algorithm>

namespace rialto::integration {

namespace {

Result<StatementFile> parseByContent(std::string text, const StatementOptions& options)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos)
        return invalid("statement.empty", "the file is empty; get it again");
    const std::string head = text.substr(0, 65'536);
    const bool markup = text[first] == '<';
    const std::string small = lower(std::string_view(head).substr(first, 512));
    if (markup && (small.starts_with("<!doctype html") || small.starts_with("<html")))
        return invalid("statement.web-page", "line 1: the file is a web page, most likely the bank's log-in; log in and download the statement again");
    if (markup && looksLikeFlex(head))
        return parseFlex(std::move(text));
    if (markup && looksLikeCamt(head))
        return parseCamt(std::move(text));
    if (looksLikeOfx(head))
        return parseOfx(text);
    if (markup) {
        const std::size_t message = head.find("urn:iso:std:iso:20022:tech:xsd:");
        if (message != std::string::npos) {
            const std::string name = head.substr(message + 31, std::min<std::size_t>(15, head.find('"', message + 31) - message - 31));
            return invalid("statement.other-message", "line 1: this is the message " + name + ", which is no statement"
                    + (name.starts_with("pain.001") ? "; it is a payment order, give it to the bank" : ""));
        }
        // The beginning may be what is missing: say what the parser sees.
        const auto xml = XmlText::parse(std::move(text));
        if (!xml)
            return xml.error();
        return invalid("statement.unknown-format", "line 1: an XML document <" + std::string((*xml)->root().name()).substr(0, 40)
                + "> of no known kind; known are camt.052, camt.053, camt.054, OFX and IBKR Flex");
    }
    if (looksLikeQif(head))
        return parseQif(text, options.dayOrder);
    if (looksLikeMt940(head))
        return parseMt940(text);
    return parseStatementCsv(text, options);
}

} // namespace

Result<void> refuseBinary(std::string_view bytes)
{
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\x1F\x8B") || bytes.starts_with("BZh") || bytes.starts_with("\xFD" "7zXZ") || bytes.starts_with("7z\xBC\xAF"))
        return invalid("statement.archive", "the file is packed (zip, gzip or a workbook); unpack it, or save the workbook as CSV, and import that");
    if (bytes.starts_with("%PDF") || bytes.starts_with("\xD0\xCF\x11\xE0") || bytes.starts_with("{\\rtf"))
        return invalid("statement.document", "the file is a document for people (PDF, Word or Excel); download CAMT, MT940, OFX, QIF or CSV from the bank");
    return {};
}

Result<StatementFile> parseStatement(std::string text, const StatementOptions& options)
{
    auto file = parseByContent(std::move(text), options);
    if (!file)
        return file;
    for (auto& statement : file->statements) {
        if (statement.account.id.empty())
            statement.account.id = options.account;
        if (statement.account.currency.empty())
            statement.account.currency = options.currency;
        for (auto& balance : statement.balances)
            if (balance.currency.empty())
                balance.currency = statement.account.currency;
        for (auto& entry : statement.entries)
            if (entry.currency.empty())
                entry.currency = statement.account.currency;
    }
    finishStatements(*file);
    return file;
}

} // namespace rialto::integration

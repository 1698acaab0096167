// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/statement_options.h"

#include "integration/connectors/file_source.h"

namespace rialto::cli {

void StatementArguments::addTo(CLI::App& app)
{
    app.add_option("file", file, "The file; its format is found from its content")->required();
    app.add_option("--account", account, "Account of the book (its number); default: the one the file names");
    app.add_option("--currency", currency, "Currency where the file names none (QIF, some CSV)");
    app.add_option("--date-order", dateOrder, "Order of day, month and year where the file leaves it open")->check(CLI::IsMember({"auto", "dmy", "mdy", "ymd"}))->capture_default_str();
    app.add_option("--mapping", mapping, "Columns of a CSV as JSON, or a file that holds it: {\"date\": \"heading\", \"amount\": 4}");
    app.add_option("--delimiter", delimiter, "One of , ; | tab; default: found out");
    app.add_option("--decimal", decimal, "Decimal mark of a CSV; default: found out")->check(CLI::IsMember({"point", "comma"}));
    app.add_option("--encoding", encoding, "utf-8, latin-1, windows-1252, gb18030, utf-16le, utf-16be; default: found out");
}

Result<integration::StatementFile> StatementArguments::read() const
{
    integration::StatementOptions options;
    options.account = account;
    options.currency = currency;
    options.dayOrder = integration::parseDayOrder(dateOrder).value_or(integration::DayOrder::Auto);
    if (!delimiter.empty())
        options.delimiter = delimiter == "tab" ? '\t' : delimiter.front();
    if (!decimal.empty())
        options.decimal = decimal == "comma" ? ',' : '.';
    options.mapping = mapping;
    if (!mapping.empty() && mapping.front() != '{') {
        auto source = integration::FileSource::open(mapping);
        if (!source)
            return source.error();
        auto text = integration::readUpTo(**source, std::size_t{1} << 20);
        if (!text)
            return text.error();
        options.mapping = std::move(*text);
    }
    return integration::readStatementFile(file, options, encoding);
}

} // namespace rialto::cli

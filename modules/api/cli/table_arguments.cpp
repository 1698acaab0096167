// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/table_arguments.h"

#include "integration/connectors/file_source.h"

namespace rialto::cli {

using namespace rialto::integration;

void addTableOptions(CLI::App& app, TableArguments& arguments)
{
    app.add_option("--zone", arguments.zone, "Time zone of times without an offset, for example Asia/Shanghai");
    app.add_option("--currency", arguments.currency, "Currency of the prices; default: guessed from the symbol");
    app.add_option("--date", arguments.date, "Day of a file that holds only times, YYYY-MM-DD");
    app.add_option("--date-format", arguments.dateFormat, "How dates are written, for example dd.MM.yyyy HH:mm");
    app.add_option("--delimiter", arguments.delimiter, "One of , ; | tab; default: found out");
    app.add_option("--decimal", arguments.decimal, "Decimal mark; default: found out")->check(CLI::IsMember({"point", "comma"}));
    app.add_option("--encoding", arguments.encoding, "utf-8, gb18030, utf-16le, utf-16be; default: found out");
}

Result<ImportOptions> tableOptions(const TableArguments& arguments)
{
    ImportOptions options;
    options.symbol = arguments.symbol;
    options.zone = arguments.zone;
    options.datePattern = arguments.dateFormat;
    options.dryRun = arguments.dryRun;
    for (const BarInterval interval : {BarInterval::Minute, BarInterval::Hour, BarInterval::Day})
        if (arguments.interval == name(interval))
            options.interval = interval;
    if (!arguments.delimiter.empty())
        options.delimiter = arguments.delimiter == "tab" ? '\t' : arguments.delimiter.front();
    if (!arguments.decimal.empty())
        options.decimal = arguments.decimal == "comma" ? DecimalStyle::Comma : DecimalStyle::Point;
    if (!arguments.date.empty()) {
        const auto date = Date::parse(arguments.date);
        if (!date)
            return date.error();
        options.date = *date;
    }
    if (!arguments.encoding.empty()) {
        const auto encoding = parseEncoding(arguments.encoding);
        if (!encoding)
            return encoding.error();
        options.encoding = *encoding;
    }
    if (!arguments.mapping.empty()) {
        std::string json = arguments.mapping;
        if (json.front() != '{') {
            auto file = FileSource::open(json);
            if (!file)
                return file.error();
            const auto text = readUpTo(**file, std::size_t{1} << 20);
            if (!text)
                return text.error();
            json = *text;
        }
        const auto mapping = parseMapping(json);
        if (!mapping)
            return mapping.error();
        options.mapping = *mapping;
    }
    return options;
}

} // namespace rialto::cli

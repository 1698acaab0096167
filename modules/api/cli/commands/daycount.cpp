// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/pricing/day_count.h"
#include "api/cli/batch_table.h"

#include <fmt/format.h>

namespace rialto::cli {

namespace {

struct DaycountArguments {
    std::string batch;
    std::string out;
    std::string convention;
    std::string start;
    std::string end;
    std::string referenceStart;
    std::string referenceEnd;
};

struct DaycountColumns {
    std::size_t start, end;
    std::optional<std::size_t> named, referenceStart, referenceEnd;
};

Result<DaycountColumns> daycountColumns(const BatchTable& table, const std::string& convention)
{
    const auto start = table.column({"start", "start_date", "date1", "d1", "from"});
    const auto end = table.column({"end", "end_date", "date2", "d2", "to"});
    const auto named = table.column({"day_count", "daycount", "convention", "day_counter", "basis"});
    if (!start || !end || (!named && convention.empty()))
        return invalid("daycount.columns-missing", "needed: start,end and day_count (or --convention); for ACT/ACT ISMA also ref_start,ref_end");
    return DaycountColumns{*start, *end, named, table.column({"ref_start", "reference_start", "period_start"}), table.column({"ref_end", "reference_end", "period_end"})};
}

Result<void> countRow(BatchTable& table, std::size_t row, const DaycountColumns& columns, const std::string& convention)
{
    const auto rule = pricing::parseDayCount(columns.named ? table.cell(row, *columns.named) : convention);
    if (!rule)
        return table.wrong(row, rule.error().detail);
    const auto from = table.date(row, columns.start);
    const auto to = table.date(row, columns.end);
    if (!from)
        return from.error();
    if (!to)
        return to.error();
    std::optional<pricing::ReferencePeriod> reference;
    if (columns.referenceStart && columns.referenceEnd && !table.cell(row, *columns.referenceStart).empty() && !table.cell(row, *columns.referenceEnd).empty()) {
        const auto first = table.date(row, *columns.referenceStart);
        const auto last = table.date(row, *columns.referenceEnd);
        if (!first)
            return first.error();
        if (!last)
            return last.error();
        reference = pricing::ReferencePeriod{*first, *last};
    }
    const auto counted = pricing::countDays(*rule, *from, *to, reference);
    if (!counted)
        return table.wrong(row, counted.error().detail);
    table.append(row, "days", std::to_string(counted->days));
    table.append(row, "year_fraction", counted->yearFraction);
    return {};
}

int countDaysOf(Context& context, const DaycountArguments& arguments)
{
    auto table = !arguments.batch.empty() ? BatchTable::read(arguments.batch)
                                          : BatchTable::parse(fmt::format("day_count,start,end,ref_start,ref_end\n{},{},{},{},{}\n", arguments.convention,
                                                arguments.start, arguments.end, arguments.referenceStart, arguments.referenceEnd));
    if (!table)
        return context.fail(table.error());
    const auto columns = daycountColumns(*table, arguments.convention);
    if (!columns)
        return context.fail(columns.error());
    for (std::size_t row = 0; row < table->rows(); ++row)
        if (const auto counted = countRow(*table, row, *columns, arguments.convention); !counted)
            return context.fail(counted.error());
    Json known = Json::array();
    for (const auto convention : pricing::allDayCounts())
        known.push_back(std::string(pricing::name(convention)));
    return finishBatch(context, *table, arguments.out, {{"method", "QuantLib day counters"}, {"known", known}});
}

} // namespace

Command daycountCommand()
{
    return {{"daycount"}, "Days and fraction of a year between dates under a day-count convention",
        {"rialtoctl daycount --batch periods.csv --json", "rialtoctl daycount --convention '30E/360' --start 2024-01-31 --end 2024-02-29"}, [](CLI::App& app) -> Action {
            auto given = std::make_shared<DaycountArguments>();
            app.add_option("--batch", given->batch, "CSV: day_count,start,end and, for ACT/ACT ISMA, ref_start,ref_end");
            app.add_option("--out", given->out, "Write the CSV here instead of printing it");
            app.add_option("--convention", given->convention, "For example ACT/360, 30/360 US, ACT/ACT ISDA");
            app.add_option("--start", given->start, "YYYY-MM-DD");
            app.add_option("--end", given->end, "YYYY-MM-DD");
            app.add_option("--ref-start", given->referenceStart, "Coupon period, for ACT/ACT ISMA");
            app.add_option("--ref-end", given->referenceEnd, "Coupon period, for ACT/ACT ISMA");
            return [given](Context& context) { return countDaysOf(context, *given); };
        }};
}

} // namespace rialto::cli

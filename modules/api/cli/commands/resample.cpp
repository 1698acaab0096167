// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/book_json.h"
#include "api/cli/collected_bars.h"
#include "domain/time_zone.h"
#include "integration/time_field.h"
#include "market/resample.h"

namespace rialto::cli {

namespace {

struct ResampleArguments {
    std::string file;
    std::string from = "1m";
    std::string to = "1h";
    std::string session;
    std::string zone;
    std::string align;
    std::string date;
    bool csv = false;
};

std::optional<std::int64_t> secondsOf(const std::string& text)
{
    std::int64_t count = 0;
    std::size_t i = 0;
    for (; i < text.size() && text[i] >= '0' && text[i] <= '9' && count < 100'000; ++i)
        count = count * 10 + (text[i] - '0');
    if (i == 0 || i + 1 != text.size() || count == 0)
        return std::nullopt;
    const std::int64_t unit = text[i] == 's' ? 1 : text[i] == 'm' ? 60 : text[i] == 'h' ? 3600 : text[i] == 'd' ? 86'400 : 0;
    return unit == 0 ? std::nullopt : std::optional(count * unit);
}

std::optional<std::int64_t> clockOf(std::string_view text)
{
    std::int64_t nanos = 0;
    if (text == "24:00")
        return 86'400;
    return integration::readTimeOfDay(text, nanos) ? std::optional(nanos / kNanosPerSecond) : std::nullopt;
}

int resample(Context& context, const ResampleArguments& arguments)
{
    market::ResampleOptions options;
    const auto from = secondsOf(arguments.from);
    const auto to = secondsOf(arguments.to);
    if (!from || !to)
        return context.fail(invalid("market.resample-interval", "an interval is a number and s, m, h or d: 1m, 5m, 1h, 1d"));
    options.fromSeconds = *from;
    options.toSeconds = *to;
    if (!arguments.session.empty()) {
        const auto dash = arguments.session.find('-');
        const auto open = clockOf(std::string_view(arguments.session).substr(0, dash));
        const auto close = dash == std::string::npos ? std::nullopt : clockOf(std::string_view(arguments.session).substr(dash + 1));
        if (!open || !close)
            return context.fail(invalid("cli.session-malformed", "a session is written as 09:30-16:00"));
        options.hasSession = true;
        options.openSeconds = *open;
        options.closeSeconds = *close;
        options.alignment = arguments.align == "clock" ? market::BarAlignment::Clock : market::BarAlignment::Session;
    }
    integration::ImportOptions reading;
    reading.zone = arguments.zone;
    if (!arguments.date.empty()) {
        const auto date = Date::parse(arguments.date);
        if (!date)
            return context.fail(date.error());
        reading.date = *date;
    }
    const auto file = barsOfFile(arguments.file, reading);
    if (!file)
        return context.fail(file.error());
    // A file whose headings name a zone (ms_since_midnight_NY) is resampled in it.
    options.zone = arguments.zone;
    if (options.zone.empty())
        for (const auto& assumption : file->report.assumptions)
            if (assumption.find("America/New_York") != std::string::npos)
                options.zone = "America/New_York";
    if (options.zone.empty())
        options.zone = "UTC";
    const auto made = market::resample(file->bars, options);
    if (!made)
        return context.fail(made.error());
    const bool days = options.toSeconds == 86'400;
    std::string csv = days ? "date,open,high,low,close,volume\n" : "start_utc,open,high,low,close,volume\n";
    Json rows = Json::array();
    std::vector<std::vector<std::string>> cells;
    for (std::size_t i = 0; i < made->bars.size(); ++i) {
        const Bar& bar = made->bars[i];
        const std::string time = days ? Date::ofUtc(bar.start).text() : isoUtc(bar.start);
        std::string local = time;
        if (!days)
            if (const auto offset = utcOffsetSeconds(bar.start, options.zone)) {
                local = isoUtc(bar.start + *offset * kNanosPerSecond);
                local.pop_back();
            }
        rows.push_back({{"start", time}, {"local", local}, {"open", bar.open.text()}, {"high", bar.high.text()}, {"low", bar.low.text()}, {"close", bar.close.text()},
            {"volume", bar.volume.text()}, {"bars", made->merged[i]}});
        cells.push_back({local, bar.open.text(2), bar.high.text(2), bar.low.text(2), bar.close.text(2), bar.volume.text(), std::to_string(made->merged[i])});
        csv += time + "," + bar.open.text() + "," + bar.high.text() + "," + bar.low.text() + "," + bar.close.text() + "," + bar.volume.text() + "\n";
    }
    if (arguments.csv && !context.json) {
        csv.pop_back();
        return context.ok({}, csv);
    }
    const bool bySession = options.hasSession && options.alignment == market::BarAlignment::Session;
    Json document{{"file", arguments.file}, {"symbol", file->key.symbol}, {"from", arguments.from}, {"to", arguments.to},
        {"conventions",
            {{"label", "first instant of the interval"}, {"alignment", bySession ? "session opening" : "local midnight"}, {"zone", options.zone},
                {"session", options.hasSession ? arguments.session : "all hours"}, {"emptyIntervals", "have no bar"},
                {"values", "open of the first, highest high, lowest low, close of the last, sum of volumes"}}},
        {"barsRead", file->bars.size()}, {"outsideSession", made->outside}, {"count", made->bars.size()}, {"bars", rows}};
    return context.ok(document, table({"start (" + options.zone + ")", "open", "high", "low", "close", "volume", "bars"}, cells) + "bars begin at their label, counted from "
            + (bySession ? "the session's opening" : "local midnight") + "; " + std::to_string(made->outside) + " bars outside the session");
}

} // namespace

Command resampleCommand()
{
    return {{"resample"}, "Make longer bars of a file's shorter ones",
        {"rialtoctl resample spy_20131007_trade.csv --from 1m --to 1h --json", "rialtoctl resample minutes.csv --to 30m --session 09:30-16:00 --tz America/New_York --csv"},
        [](CLI::App& app) -> Action {
            auto given = std::make_shared<ResampleArguments>();
            app.add_option("file", given->file, "Bars as import bars reads them")->required();
            app.add_option("--from", given->from, "Interval of the file")->capture_default_str();
            app.add_option("--to", given->to, "5m, 15m, 30m, 1h, 2h, 4h, 1d, ...")->capture_default_str();
            app.add_option("--session", given->session, "Local hours that count, 09:30-16:00; default: all");
            app.add_option("--tz", given->zone, "Time zone of the session and of times without an offset; default: the file's, else UTC");
            app.add_option("--align", given->align, "Bars begin at the session's opening or at full hours of the clock")->check(CLI::IsMember({"session", "clock"}));
            app.add_option("--date", given->date, "Day of a file that holds only times");
            app.add_flag("--csv", given->csv, "Print CSV");
            return [given](Context& context) { return resample(context, *given); };
        }};
}

} // namespace rialto::cli

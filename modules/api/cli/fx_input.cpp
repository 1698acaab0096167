// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/fx_input.h"

#include <algorithm>
#include <cctype>

namespace rialto::cli {

void addFxOptions(CLI::App& app, FxArguments& arguments)
{
    app.add_option("--input", arguments.files, "Files of fixings to read in place of the book (ECB XML or CSV)");
    app.add_option("--date", arguments.date, "The day, YYYY-MM-DD; default: the newest there is");
    app.add_option("--rule", arguments.rule, "Which fixing serves a day that has none")->check(CLI::IsMember({"exact", "previous", "next"}))->capture_default_str();
}

Result<std::vector<research::Fixing>> fxFixings(Context& context, const FxArguments& arguments, std::optional<Date> day)
{
    if (!arguments.files.empty()) {
        auto harvest = readResearchFiles(arguments.files);
        if (!harvest)
            return harvest.error();
        if (harvest->fixings.empty())
            return invalid("cli.no-fixings", arguments.files.front() + " is " + harvest->format + " and holds no fixings");
        return std::move(harvest->fixings);
    }
    std::unique_ptr<BookSession> session;
    auto desk = openDesk(context, session);
    if (!desk)
        return desk.error();
    const Date from = day ? *day - research::kLongestGapDays : research::kAlwaysKnown;
    const Date to = day ? *day + research::kLongestGapDays : research::kStillKnown;
    auto fixings = (*desk)->fixings(from, to);
    if (fixings && fixings->empty())
        return notFound("research.fx-no-fixing", "the book holds no fixing" + (day ? " around " + day->text() : std::string()) + "; import a file of reference rates first");
    return fixings;
}

research::DayRule dayRule(const std::string& name)
{
    return name == "exact" ? research::DayRule::Exact : name == "next" ? research::DayRule::Next : research::DayRule::Previous;
}

Result<std::pair<std::string, std::string>> fxPair(const std::string& text)
{
    std::string letters;
    for (const char c : text)
        if (c != '/' && c != '-' && c != ' ')
            letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const bool sound = letters.size() == 6 && std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!sound)
        return invalid("cli.fx-pair", text + " is no pair of currencies; write EUR/USD");
    return std::pair(letters.substr(0, 3), letters.substr(3));
}

Json crossJson(const research::CrossRate& rate, const std::string& from, const std::string& to, const std::string& rule)
{
    Json legs = Json::array();
    for (const auto& leg : rate.legs)
        legs.push_back({{"pair", leg.base + "/" + leg.quote}, {"rate", leg.rate.text()}, {"date", leg.date.text()}, {"source", leg.source}});
    return Json{{"pair", from + "/" + to}, {"rate", rate.rate.text()}, {"date", rate.asked.text()}, {"fixingDate", rate.used.text()}, {"rule", rule}, {"method", rate.method},
        {"legs", legs}, {"meaning", "one " + from + " in " + to + "; crosses and inverses to ten significant digits, rounded half even"}};
}

std::optional<Date> newestDay(const std::vector<research::Fixing>& fixings)
{
    std::optional<Date> newest;
    for (const auto& each : fixings)
        newest = newest && each.date < *newest ? newest : each.date;
    return newest;
}

} // namespace rialto::cli

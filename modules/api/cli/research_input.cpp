// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/research_input.h"

#include "integration/connectors/any_file.h"

namespace rialto::cli {

Result<integration::Harvest> readResearchFiles(const std::vector<std::string>& files, const std::string& symbol)
{
    integration::Harvest all;
    for (std::size_t i = 0; i < files.size(); ++i) {
        integration::ImportOptions options;
        options.symbol = symbol;
        options.dryRun = true;
        auto report = integration::importAnyFile(files[i], options, {});
        if (!report)
            return report.error();
        if (i == 0)
            all = std::move(report->harvest);
        else
            all.absorb(std::move(report->harvest), files[i]);
    }
    all.settle();
    return all;
}

Result<std::unique_ptr<research::ResearchStore>> openDesk(Context& context, std::unique_ptr<BookSession>& session)
{
    BookOptions options;
    options.directory = context.book;
    auto opened = context.books.open(context.withCredentials(options));
    if (!opened)
        return opened.error();
    session = std::move(*opened);
    return session->openResearch();
}

Result<std::optional<Date>> optionalDate(const std::string& text)
{
    if (text.empty())
        return std::optional<Date>();
    const auto date = Date::parse(text);
    if (!date)
        return date.error();
    return std::optional<Date>(*date);
}

Json vintageJson(Date date)
{
    return date == research::kAlwaysKnown || date == research::kStillKnown ? Json(nullptr) : Json(date.text());
}

} // namespace rialto::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/news_view.h"

#include "api/cli/research_input.h"

#include <algorithm>
#include <ostream>

namespace rialto::cli {

namespace {

Json itemJson(const research::MergedDocument& merged, int score)
{
    const auto& item = merged.document;
    Json author = nullptr;
    if (!item.author.empty() || !item.authorEmail.empty())
        author = Json{{"name", item.author}, {"email", item.authorEmail}};
    Json out{{"title", item.title}, {"link", item.link}, {"canonicalUrl", item.link.empty() ? std::string() : research::canonicalUrl(item.link)}, {"description", item.summary},
        {"content", item.content}, {"published", item.publishedText}, {"publishedParsed", item.published ? Json(isoUtc(*item.published)) : Json(nullptr)}, {"author", author},
        {"guid", item.id}, {"categories", item.tags}, {"symbols", item.symbols}, {"source", item.source}, {"sources", merged.sources}, {"copies", merged.copies},
        {"mergedBy", merged.mergedBy.empty() ? Json(nullptr) : Json(merged.mergedBy)}};
    if (score > 0)
        out["score"] = score;
    return out;
}

Json feedJson(const std::map<std::string, std::string>& about)
{
    Json out = Json::object();
    Json author = Json::object();
    for (const auto& [key, value] : about) {
        if (key == "authorName" && !value.empty())
            author["name"] = value;
        else if (key == "authorEmail" && !value.empty())
            author["email"] = value;
        else if (key != "authorName" && key != "authorEmail")
            out[key] = value;
    }
    if (!author.empty())
        out["author"] = author;
    return out;
}

} // namespace

void addNewsOptions(CLI::App& app, NewsArguments& arguments)
{
    app.add_option("--input", arguments.files, "Feeds to read in place of the book: RSS, Atom, JSON Feed");
    app.add_option("--symbol", arguments.symbol, "Only items that name this instrument");
    app.add_option("--since", arguments.since, "Only items of this day or later, YYYY-MM-DD");
    app.add_option("--limit", arguments.limit, "At most so many items")->capture_default_str();
    app.add_option("--similar", arguments.similar, "Shared shingles in thousandths from which two items are one")->check(CLI::Range(1, 1000))->capture_default_str();
    app.add_flag("--all", arguments.all, "Do not merge items");
}

int showNews(Context& context, const NewsArguments& arguments)
{
    const auto since = optionalDate(arguments.since);
    if (!since)
        return context.fail(since.error());
    std::vector<research::Document> documents;
    Json feed = nullptr;
    Json rejected = Json::array();
    if (!arguments.files.empty()) {
        auto harvest = readResearchFiles(arguments.files);
        if (!harvest)
            return context.fail(harvest.error());
        if (harvest->kind != "documents")
            return context.fail(invalid("cli.no-news", arguments.files.front() + " is " + harvest->format + " and holds no news"));
        documents = std::move(harvest->documents);
        if (arguments.files.size() == 1)
            feed = feedJson(harvest->about);
        for (const auto& row : harvest->rejectedRows)
            rejected.push_back({{"row", row.row}, {"line", row.line}, {"place", row.column}, {"code", row.code}, {"detail", row.detail}});
    } else {
        std::unique_ptr<BookSession> session;
        auto desk = openDesk(context, session);
        if (!desk)
            return context.fail(desk.error());
        auto read = (*desk)->documents("news");
        if (!read)
            return context.fail(read.error());
        documents = std::move(*read);
    }
    const std::size_t total = documents.size();
    for (auto& each : documents)
        for (auto& symbol : research::symbolsIn(each.title + "\n" + each.summary + "\n" + each.content, {}))
            if (std::find(each.symbols.begin(), each.symbols.end(), symbol) == each.symbols.end())
                each.symbols.push_back(std::move(symbol));
    std::erase_if(documents, [&](const research::Document& each) {
        const bool early = since->has_value() && (!each.published || Date::ofUtc(*each.published) < **since);
        const bool other = !arguments.symbol.empty() && std::find(each.symbols.begin(), each.symbols.end(), arguments.symbol) == each.symbols.end();
        return early || other;
    });
    std::vector<research::MergedDocument> merged;
    if (arguments.all)
        for (const auto& each : documents)
            merged.push_back({each, {each.source}, 1, {}});
    else
        merged = research::merge(documents, arguments.similar);
    std::vector<int> scores(merged.size(), 0);
    if (!arguments.query.empty()) {
        std::vector<research::Document> searched;
        for (const auto& each : merged)
            searched.push_back(each.document);
        std::vector<research::MergedDocument> found;
        scores.clear();
        for (const auto& hit : research::search(searched, arguments.query)) {
            found.push_back(merged[hit.index]);
            scores.push_back(hit.score);
        }
        merged = std::move(found);
    }
    Json items = Json::array();
    std::string text;
    for (std::size_t i = 0; i < merged.size() && i < arguments.limit; ++i) {
        items.push_back(itemJson(merged[i], scores[i]));
        const auto& item = merged[i].document;
        text += (item.published ? isoUtc(*item.published) : std::string("(no date)           ")) + "  " + item.title + (merged[i].copies > 1 ? "  [" + std::to_string(merged[i].copies) + " copies]" : "") + "\n";
        if (!item.link.empty())
            text += "    " + item.link + "\n";
    }
    Json document{{"feed", feed}, {"read", total}, {"count", merged.size()}, {"items", items}, {"rejected", rejected},
        {"method", "newest first; items are one when canonical addresses agree, or three-word shingles of title and description agree to " + std::to_string(arguments.similar)
                + " thousandths (Jaccard); search wants all words, Chinese by pairs of characters"}};
    if (!arguments.query.empty())
        document["query"] = arguments.query;
    if (context.json)
        context.out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        context.out << (text.empty() ? "no item\n" : text);
    return kOk;
}

} // namespace rialto::cli

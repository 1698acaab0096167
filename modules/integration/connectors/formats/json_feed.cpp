// SPDX-License-Identifier: GPL-3.0-or-later
// JSON Feed 1.0 and 1.1 (jsonfeed.org).
#include "integration/connector.h"
#include "integration/feed_reader.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace jsonfeed {
namespace {

int recognise(const Payload& payload)
{
    return payload.json != nullptr && (*payload.json)["version"].text.find("jsonfeed.org/version") != std::string::npos ? 95 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& json = *payload.json;
    harvest.about["feedType"] = "json";
    harvest.about["feedVersion"] = json["version"].text.substr(json["version"].text.rfind('/') + 1);
    harvest.about["title"] = json["title"].text;
    harvest.about["link"] = json["home_page_url"].text;
    harvest.about["description"] = json["description"].text;
    const auto authorOf = [](const JsonNode& node) -> const JsonNode& { return node.has("authors") ? node["authors"].at(0)["name"] : node["author"]["name"]; };
    const JsonNode& items = json["items"];
    for (std::size_t i = 0; i < items.size(); ++i) {
        const JsonNode& item = items.at(i);
        research::Document document;
        document.kind = "news";
        document.source = json["title"].text;
        document.id = item["id"].text;
        document.title = item["title"].text;
        document.link = item["url"].text.empty() ? item["external_url"].text : item["url"].text;
        document.summary = item["summary"].text;
        document.content = item["content_html"].text.empty() ? item["content_text"].text : item["content_html"].text;
        document.author = authorOf(item).text.empty() ? authorOf(json).text : authorOf(item).text;
        document.publishedText = item["date_published"].text.empty() ? item["date_modified"].text : item["date_published"].text;
        document.published = feedTime(document.publishedText);
        if (!document.published && !document.publishedText.empty())
            harvest.repaired("date-unreadable");
        for (const auto& tag : item["tags"].items)
            document.tags.push_back(tag.text);
        takeDocument(harvest, std::move(document), i + 1, 0);
    }
    return {};
}

} // namespace
} // namespace jsonfeed

Connector jsonFeedConnector() { return {"json-feed", "JSON Feed 1.0 and 1.1", "documents", jsonfeed::recognise, jsonfeed::parse}; }

} // namespace rialto::integration

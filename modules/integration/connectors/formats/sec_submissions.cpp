// SPDX-License-Identifier: GPL-3.0-or-later
// SEC EDGAR: submissions/CIK##########.json. Filings stand in columns of equal length; older ones in files of their own that
// hold the columns alone.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace submissions {
namespace {

const JsonNode& columns(const JsonNode& json) { return json.has("filings") ? json["filings"]["recent"] : json; }

int recognise(const Payload& payload)
{
    return payload.json != nullptr && columns(*payload.json)["accessionNumber"].isArray() && columns(*payload.json)["form"].isArray() ? 95 : 0;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& json = *payload.json;
    const JsonNode& list = columns(json);
    const std::string cik = json["cik"].text;
    const std::string name = json["name"].text;
    const JsonNode& accession = list["accessionNumber"];
    std::vector<std::string> symbols;
    for (const auto& ticker : json["tickers"].items)
        symbols.push_back(ticker.text);
    if (symbols.empty() && payload.options != nullptr && !payload.options->symbol.empty())
        symbols.push_back(payload.options->symbol);
    for (std::size_t i = 0; i < accession.size(); ++i) {
        const std::string number = accession.at(i).text;
        const auto filed = Date::parse(list["filingDate"].at(i).text);
        if (number.empty() || !filed) {
            harvest.reject(i + 1, 0, number, number.empty() ? "fields-missing" : "date-malformed", list["filingDate"].at(i).text);
            continue;
        }
        research::Document document;
        document.kind = "filing";
        document.id = number;
        const std::string form = list["form"].at(i).text;
        const std::string what = list["primaryDocDescription"].at(i).text;
        document.title = (name.empty() ? "" : name + ": ") + form + (what.empty() || what == form ? "" : ", " + what);
        std::string plain = number;
        std::erase(plain, '-');
        std::string shortCik = cik;
        while (shortCik.size() > 1 && shortCik.front() == '0')
            shortCik.erase(0, 1);
        if (!shortCik.empty())
            document.link = "https://www.sec.gov/Archives/edgar/data/" + shortCik + "/" + plain + "/" + list["primaryDocument"].at(i).text;
        document.summary = list["reportDate"].at(i).text.empty() ? "" : "Period of report " + list["reportDate"].at(i).text;
        if (!list["items"].at(i).text.empty())
            document.summary += (document.summary.empty() ? "Items " : "; items ") + list["items"].at(i).text;
        document.author = name;
        document.publishedText = list["acceptanceDateTime"].at(i).text.empty() ? list["filingDate"].at(i).text : list["acceptanceDateTime"].at(i).text;
        document.published = feedTime(document.publishedText);
        if (!document.published)
            document.published = filed->startUtc();
        document.source = "sec";
        document.symbols = symbols;
        document.tags.push_back(form);
        harvest.documents.push_back(std::move(document));
        harvest.accept();
    }
    if (json["filings"]["files"].size() > 0)
        harvest.assume("older filings are in " + std::to_string(json["filings"]["files"].size()) + " more files that the answer names");
    return {};
}

} // namespace
} // namespace submissions

Connector secSubmissionsConnector() { return {"sec-submissions", "SEC EDGAR submissions (JSON)", "documents", submissions::recognise, submissions::parse}; }

} // namespace rialto::integration

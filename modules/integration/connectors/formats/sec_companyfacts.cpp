// SPDX-License-Identifier: GPL-3.0-or-later
// SEC EDGAR: api/xbrl/companyfacts/CIK##########.json and companyconcept. Each figure keeps the filing that said it.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace companyfacts {
namespace {

int recognise(const Payload& payload)
{
    if (payload.json == nullptr || !payload.json->isObject())
        return 0;
    if ((*payload.json)["facts"].isObject() && payload.json->has("cik"))
        return 95;
    return payload.json->has("cik") && payload.json->has("taxonomy") && payload.json->has("units") ? 95 : 0;
}

void units(const JsonNode& list, const std::string& taxonomy, const std::string& name, research::Company& company, Harvest& harvest)
{
    for (std::size_t u = 0; u < list.size() && u < list.keys.size(); ++u) {
        const JsonNode& figures = list.items[u];
        for (std::size_t i = 0; i < figures.size(); ++i) {
            const JsonNode& each = figures.at(i);
            const std::string place = taxonomy + ":" + name + " " + list.keys[u];
            const auto end = Date::parse(each["end"].text);
            const auto filed = Date::parse(each["filed"].text);
            if (!end || !filed) {
                harvest.reject(i + 1, 0, place, "date-malformed", end ? each["filed"].text : each["end"].text);
                continue;
            }
            bool rounded = false;
            const auto value = Decimal::parse(each["val"].text, &rounded);
            if (!value) {
                harvest.reject(i + 1, 0, place, each["val"].isNull() ? "value-missing" : "value-malformed", each["val"].text);
                continue;
            }
            if (rounded)
                harvest.repaired("rounded");
            research::CompanyFact fact;
            fact.taxonomy = taxonomy;
            fact.conceptName = name;
            fact.unit = list.keys[u];
            fact.end = *end;
            if (each.has("start")) {
                const auto start = Date::parse(each["start"].text);
                if (!start || *start > *end) {
                    harvest.reject(i + 1, 0, place, "date-malformed", each["start"].text + " to " + each["end"].text);
                    continue;
                }
                fact.start = *start;
            }
            fact.value = *value;
            fact.accession = each["accn"].text;
            fact.fiscalYear = static_cast<int>(wholeNumber(each["fy"].text).value_or(0));
            fact.fiscalPeriod = each["fp"].text;
            fact.form = each["form"].text;
            fact.filed = *filed;
            company.facts.push_back(std::move(fact));
            harvest.accept();
        }
    }
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& json = *payload.json;
    research::Company company;
    company.cik = json["cik"].text;
    while (company.cik.size() < 10 && allDigits(company.cik))
        company.cik.insert(0, 1, '0');
    company.name = json["entityName"].text;
    if (payload.options != nullptr)
        company.symbol = payload.options->symbol;
    if (json.has("taxonomy")) {
        units(json["units"], json["taxonomy"].text, json["tag"].text, company, harvest);
    } else {
        const JsonNode& facts = json["facts"];
        for (std::size_t t = 0; t < facts.size() && t < facts.keys.size(); ++t)
            for (std::size_t c = 0; c < facts.items[t].size() && c < facts.items[t].keys.size(); ++c)
                units(facts.items[t].items[c]["units"], facts.keys[t], facts.items[t].keys[c], company, harvest);
    }
    if (harvest.rowsRead == 0)
        return notFound("import.no-rows", payload.fileName + ": there is no fact in it");
    harvest.companies.push_back(std::move(company));
    return {};
}

} // namespace
} // namespace companyfacts

Connector secCompanyfactsConnector() { return {"sec-companyfacts", "SEC EDGAR company facts (XBRL as JSON)", "facts", companyfacts::recognise, companyfacts::parse}; }

} // namespace rialto::integration

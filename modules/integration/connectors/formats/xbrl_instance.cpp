// SPDX-License-Identifier: GPL-3.0-or-later
// XBRL 2.1 instances (one filing): numeric facts with their context and unit. Facts of a segment (a dimension) are told apart
// by it and are not figures of the company as a whole; text facts are counted and left aside.
#include "integration/connector.h"
#include "integration/text_rows.h"

#include <map>

namespace rialto::integration {

namespace xbrl {
namespace {

struct Context {
    std::optional<Date> start;
    Date end;
    std::string segment;
    std::string entity;
    bool sound = false;
};

int recognise(const Payload& payload) { return payload.xml != nullptr && payload.xml->root.name == "xbrl" ? 95 : 0; }

Context contextOf(const XmlNode& node)
{
    Context out;
    if (const XmlNode* entity = node.child("entity")) {
        out.entity = entity->childText("identifier");
        if (const XmlNode* segment = entity->child("segment"))
            out.segment = std::string(trimSpaces(segment->inner));
    }
    if (const XmlNode* scenario = node.child("scenario"))
        out.segment += std::string(trimSpaces(scenario->inner));
    const XmlNode* period = node.child("period");
    if (period == nullptr)
        return out;
    const auto day = [](std::string text) { return Date::parse(std::string_view(text).substr(0, 10)); };
    if (const XmlNode* instant = period->child("instant")) {
        const auto date = day(instant->text());
        out.sound = date.ok();
        if (date)
            out.end = *date;
        return out;
    }
    const auto start = day(period->childText("startDate"));
    const auto end = day(period->childText("endDate"));
    out.sound = start && end && *start <= *end;
    if (out.sound) {
        out.start = *start;
        out.end = *end;
    }
    return out;
}

std::string localPart(std::string text) { return text.substr(text.find(':') == std::string::npos ? 0 : text.find(':') + 1); }

std::string unitOf(const XmlNode& node)
{
    if (const XmlNode* divide = node.child("divide")) {
        const XmlNode* top = divide->child("unitNumerator");
        const XmlNode* bottom = divide->child("unitDenominator");
        return (top == nullptr ? "" : localPart(top->childText("measure"))) + "/" + (bottom == nullptr ? "" : localPart(bottom->childText("measure")));
    }
    return localPart(node.childText("measure"));
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const XmlNode& root = payload.xml->root;
    if (payload.xml->flaws > 0)
        return corrupt("import.xml-malformed", payload.fileName + ", " + payload.xml->firstFlaw + "; fetch the file again");
    std::map<std::string, Context, std::less<>> contexts;
    std::map<std::string, std::string, std::less<>> units;
    for (const auto& each : root.children) {
        if (each.name == "context")
            contexts.emplace(std::string(each.attribute("id")), contextOf(each));
        else if (each.name == "unit")
            units.emplace(std::string(each.attribute("id")), unitOf(each));
    }
    research::Company company;
    std::string form;
    Date reported;
    int year = 0;
    std::string fiscalPeriod;
    for (const auto& each : root.children) {
        if (each.name == "EntityRegistrantName")
            company.name = each.text();
        else if (each.name == "EntityCentralIndexKey")
            company.cik = each.text();
        else if (each.name == "TradingSymbol")
            company.symbol = upperCase(each.text());
        else if (each.name == "DocumentType")
            form = each.text();
        else if (each.name == "DocumentFiscalYearFocus")
            year = static_cast<int>(wholeNumber(each.text()).value_or(0));
        else if (each.name == "DocumentFiscalPeriodFocus")
            fiscalPeriod = each.text();
        else if (each.name == "DocumentPeriodEndDate")
            if (const auto date = Date::parse(each.text()))
                reported = *date;
    }
    std::int64_t texts = 0;
    std::int64_t segments = 0;
    std::uint64_t row = 0;
    for (const auto& each : root.children) {
        if (!each.hasAttribute("contextRef"))
            continue;
        ++row;
        const std::string place = std::string(each.prefix) + ":" + std::string(each.name);
        const auto context = contexts.find(each.attribute("contextRef"));
        if (context == contexts.end() || !context->second.sound) {
            harvest.reject(row, each.line, place, "fields-missing", "its context " + std::string(each.attribute("contextRef").substr(0, 60)) + " is not there or has no period");
            continue;
        }
        if (company.cik.empty())
            company.cik = context->second.entity;
        if (!each.hasAttribute("unitRef")) {
            ++texts;
            harvest.accept();
            continue;
        }
        const auto unit = units.find(each.attribute("unitRef"));
        const bool nil = each.attribute("nil", true) == "true";
        const auto value = Decimal::parse(each.text());
        if (unit == units.end() || (!value && !nil)) {
            harvest.reject(row, each.line, place, unit == units.end() ? "fields-missing" : "value-malformed", unit == units.end() ? std::string(each.attribute("unitRef")) : each.text().substr(0, 40));
            continue;
        }
        harvest.accept();
        if (!context->second.segment.empty()) {
            ++segments;
            continue;
        }
        if (nil)
            continue;
        research::CompanyFact fact;
        fact.taxonomy = each.prefix;
        fact.conceptName = each.name;
        fact.unit = unit->second;
        fact.start = context->second.start;
        fact.end = context->second.end;
        fact.value = *value;
        fact.accession = payload.fileName;
        fact.fiscalYear = year;
        fact.fiscalPeriod = fiscalPeriod;
        fact.form = form;
        fact.filed = reported;
        company.facts.push_back(std::move(fact));
    }
    while (company.cik.size() < 10 && allDigits(company.cik))
        company.cik.insert(0, 1, '0');
    if (company.name.empty())
        company.name = payload.stem();
    harvest.assume("an instance does not say when it was filed: the end of its period stands for it");
    if (texts > 0)
        harvest.assume(std::to_string(texts) + " facts are text and have no figure");
    if (segments > 0)
        harvest.assume(std::to_string(segments) + " facts are of a segment and are not figures of the whole company");
    if (company.facts.empty())
        return notFound("import.no-rows", payload.fileName + ": there is no figure of the company in it");
    harvest.companies.push_back(std::move(company));
    return {};
}

} // namespace
} // namespace xbrl

Connector xbrlInstanceConnector() { return {"xbrl-instance", "XBRL 2.1 instance (XML)", "facts", xbrl::recognise, xbrl::parse}; }

} // namespace rialto::integration

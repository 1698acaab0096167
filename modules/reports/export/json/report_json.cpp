// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/json/report_json.h"

#include "domain/fixed.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rialto::reports {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLargestFile = 256U << 20U;
constexpr int kMostDecimals = 12;

void put(Json& object, const char* name, const std::string& text)
{
    if (!text.empty())
        object[name] = text;
}

Json cellJson(const ReportDocument& document, const Cell& cell)
{
    Json json = Json::object();
    json["text"] = cell.text;
    put(json, "detail", cell.detail);
    if (!cell.figure.empty())
        json["figure"] = document.key + "/" + cell.figure;
    if (!cell.detailFigure.empty())
        json["detailFigure"] = document.key + "/" + cell.detailFigure;
    return json;
}

struct BlockWriter {
    const ReportDocument& document;
    Json& blocks;

    Json& open(const char* type)
    {
        blocks.push_back(Json{{"type", type}});
        return blocks.back();
    }
    Json id(const std::string& figure) const { return figure.empty() ? Json(nullptr) : Json(document.key + "/" + figure); }

    void operator()(const Cover& cover)
    {
        Json& json = open("cover");
        put(json, "firm", cover.firm);
        put(json, "title", cover.title);
        put(json, "period", cover.period);
        put(json, "client", cover.client);
        json["facts"] = Json::array();
        for (const auto& fact : cover.facts)
            json["facts"].push_back({{"label", fact.detail}, {"text", fact.text}});
        if (!cover.figure.empty())
            json["figure"] = {{"label", cover.figureLabel}, {"text", cover.figure}, {"detail", cover.figureDetail}, {"figure", id(cover.figureId)}};
    }
    void operator()(const Heading& heading)
    {
        Json& json = open("heading");
        json["level"] = heading.level;
        json["text"] = heading.text;
        put(json, "lead", heading.lead);
    }
    void operator()(const Paragraph& paragraph) { open("paragraph")["text"] = paragraph.text; }
    void operator()(const KeyFigures& block)
    {
        Json& json = open("figures");
        json["figures"] = Json::array();
        for (const auto& figure : block.figures)
            json["figures"].push_back({{"label", figure.label}, {"text", figure.value}, {"detail", figure.detail}, {"figure", id(figure.figure)}});
    }
    void operator()(const Table& table)
    {
        Json& json = open("table");
        put(json, "caption", table.caption);
        json["columns"] = Json::array();
        for (const auto& column : table.columns)
            json["columns"].push_back(column.title);
        json["rows"] = Json::array();
        for (const auto& row : table.rows) {
            Json cells = Json::array();
            for (const auto& cell : row.cells)
                cells.push_back(cellJson(document, cell));
            json["rows"].push_back({{"style", name(row.style)}, {"cells", std::move(cells)}});
        }
    }
    void operator()(const LineChart& chart)
    {
        Json& json = open("line-chart");
        put(json, "title", chart.title);
        json["series"] = Json::array();
        for (const auto& series : chart.series)
            json["series"].push_back({{"name", series.name}, {"points", series.points.size()}});
    }
    void operator()(const DonutChart& chart)
    {
        Json& json = open("donut-chart");
        put(json, "title", chart.title);
        json["slices"] = Json::array();
        for (const auto& slice : chart.slices)
            json["slices"].push_back({{"name", slice.name}, {"value", slice.value}, {"share", slice.share}});
    }
    void operator()(const BarChart& chart)
    {
        Json& json = open("bar-chart");
        put(json, "title", chart.title);
        json["bars"] = Json::array();
        for (const auto& bar : chart.bars)
            json["bars"].push_back({{"label", bar.label}, {"value", bar.value}});
    }
    void operator()(const Footnotes& notes) { open("notes")["notes"] = notes.notes; }
    void operator()(const PageBreak&) {}
};

Json figureJson(const ReportDocument& document, const Figure& figure)
{
    Json json{{"id", document.key + "/" + figure.id}, {"value", formatDecimal(figure.units, figure.decimals, figure.decimals)}, {"kind", name(figure.kind)}};
    put(json, "unit", figure.unit);
    json["operation"] = name(figure.operation);
    json["formula"] = formulaText(figure);
    if (!figure.inputs.empty()) {
        json["inputs"] = Json::array();
        for (const auto& input : figure.inputs)
            json["inputs"].push_back(document.key + "/" + input);
    }
    if (figure.adjustment != 0)
        json["adjustment"] = figure.adjustment;
    if (figure.from != Date())
        json["from"] = figure.from.text();
    if (figure.to != Date())
        json["to"] = figure.to.text();
    put(json, "method", figure.method);
    if (!figure.sources.empty()) {
        json["sources"] = Json::array();
        for (const auto& row : figure.sources)
            json["sources"].push_back({{"kind", row.kind}, {"key", row.key}, {"text", row.text}, {"value", formatDecimal(row.units, figure.decimals, figure.decimals)}});
    }
    return json;
}

/// Reads a member as text; "" when it is absent, `bad` when it is something else.
class MemberReader {
public:
    std::string text(const Json& object, const char* member)
    {
        const auto at = object.find(member);
        if (at == object.end() || at->is_null())
            return {};
        if (!at->is_string()) {
            bad = true;
            return {};
        }
        return at->get<std::string>();
    }
    Date day(const Json& object, const char* member)
    {
        const std::string words = text(object, member);
        if (words.empty())
            return {};
        const auto date = Date::parse(words);
        bad = bad || !date.ok();
        return date.valueOr(Date());
    }
    std::int64_t units(const Json& object, const char* member, int decimals)
    {
        const auto value = parseDecimal(text(object, member), decimals);
        bad = bad || !value.ok();
        return value.valueOr(0);
    }
    bool bad = false;
};

std::optional<Operation> operationOf(const std::string& words)
{
    for (int i = 0; i <= static_cast<int>(Operation::Volatility); ++i)
        if (words == name(static_cast<Operation>(i)))
            return static_cast<Operation>(i);
    return std::nullopt;
}

std::optional<FigureKind> kindOf(const std::string& words)
{
    for (const auto kind : {FigureKind::Money, FigureKind::Price, FigureKind::Quantity, FigureKind::Rate, FigureKind::Count})
        if (words == name(kind))
            return kind;
    return std::nullopt;
}

std::string withoutKey(const std::string& id, const std::string& key)
{
    return id.size() > key.size() && id.compare(0, key.size(), key) == 0 && id[key.size()] == '/' ? id.substr(key.size() + 1) : id;
}

int decimalsOf(const std::string& value)
{
    const auto point = value.find('.');
    return point == std::string::npos ? 0 : static_cast<int>(value.size() - point - 1);
}

Result<Figure> readFigure(const Json& json, const std::string& key)
{
    if (!json.is_object())
        return invalid("reports.file-malformed", "a figure is no object");
    MemberReader read;
    Figure figure;
    figure.id = withoutKey(read.text(json, "id"), key);
    const std::string value = read.text(json, "value");
    figure.decimals = decimalsOf(value);
    if (figure.decimals > kMostDecimals)
        return invalid("reports.file-malformed", figure.id);
    figure.units = read.units(json, "value", figure.decimals);
    figure.unit = read.text(json, "unit");
    figure.method = read.text(json, "method");
    figure.from = read.day(json, "from");
    figure.to = read.day(json, "to");
    const auto operation = operationOf(read.text(json, "operation"));
    const auto kind = kindOf(read.text(json, "kind"));
    if (const auto at = json.find("adjustment"); at != json.end()) {
        read.bad = read.bad || !at->is_number_integer();
        figure.adjustment = at->is_number_integer() ? at->get<std::int64_t>() : 0;
    }
    if (const auto at = json.find("inputs"); at != json.end()) {
        read.bad = read.bad || !at->is_array();
        for (const auto& input : *at) {
            read.bad = read.bad || !input.is_string();
            figure.inputs.push_back(input.is_string() ? withoutKey(input.get<std::string>(), key) : std::string());
        }
    }
    if (const auto at = json.find("sources"); at != json.end()) {
        read.bad = read.bad || !at->is_array();
        for (const auto& row : *at) {
            if (!row.is_object()) {
                read.bad = true;
                continue;
            }
            figure.sources.push_back({read.text(row, "kind"), read.text(row, "key"), read.text(row, "text"), read.units(row, "value", figure.decimals)});
        }
    }
    if (read.bad || !operation || !kind || figure.id.empty())
        return invalid("reports.file-malformed", "figure " + figure.id.substr(0, 120));
    figure.operation = *operation;
    figure.kind = *kind;
    return figure;
}

} // namespace

std::string reportJson(const ReportDocument& document)
{
    Json json{{"report", document.id}, {"key", document.key}, {"title", document.title}, {"language", document.language == Language::Chinese ? "zh" : "en"}};
    put(json, "client", document.client);
    json["from"] = document.from.text();
    json["to"] = document.to.text();
    json["currency"] = document.currency;
    json["created"] = isoUtc(document.createdAt);
    json["author"] = document.author;
    json["simulated"] = !document.furniture.simulated.empty();
    json["conventions"] = {{"rates", "fractions: 0.0125 is 1.25 %"}, {"rounding", "half even, once, at each figure"}, {"signs", "+ comes in, - goes out, from the client's side"}};
    json["blocks"] = Json::array();
    BlockWriter writer{document, json["blocks"]};
    for (const auto& block : document.blocks)
        std::visit(writer, block);
    json["figures"] = Json::array();
    for (const auto& figure : document.figures)
        json["figures"].push_back(figureJson(document, figure));
    json["series"] = Json::array();
    for (const auto& day : document.series)
        json["series"].push_back({{"date", day.date.text()}, {"id", document.key + "/series/" + day.date.text()}, {"value", formatDecimal(day.value, document.seriesDecimals, document.seriesDecimals)},
            {"contributed", formatDecimal(day.contributed, document.seriesDecimals, document.seriesDecimals)}});
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Result<ReportFigures> readReportFigures(std::string_view text)
{
    if (text.size() > kLargestFile)
        return invalid("reports.file-too-large", std::to_string(text.size()) + " bytes");
    // Deeper than our own files ever are is refused before it is built.
    int depth = 0;
    const auto shallow = [&depth](int level, Json::parse_event_t, Json&) {
        depth = std::max(depth, level);
        return level < 16;
    };
    const Json json = Json::parse(text.begin(), text.end(), shallow, false);
    if (json.is_discarded() || !json.is_object() || depth >= 16)
        return invalid("reports.file-malformed", "no report of ours");
    MemberReader read;
    ReportFigures report;
    report.key = read.text(json, "key");
    report.report = read.text(json, "report");
    report.client = read.text(json, "client");
    report.from = read.day(json, "from");
    report.to = read.day(json, "to");
    const auto figures = json.find("figures");
    if (read.bad || report.key.empty() || report.report.empty() || figures == json.end() || !figures->is_array())
        return invalid("reports.file-malformed", "no report of ours");
    for (const auto& one : *figures) {
        auto figure = readFigure(one, report.key);
        if (!figure)
            return figure.error();
        report.figures.push_back(std::move(*figure));
    }
    if (const auto series = json.find("series"); series != json.end() && series->is_array())
        for (const auto& day : *series) {
            if (!day.is_object())
                return invalid("reports.file-malformed", "series");
            const int decimals = decimalsOf(read.text(day, "value"));
            if (decimals > kMostDecimals)
                return invalid("reports.file-malformed", "series");
            report.series.push_back({read.day(day, "date"), read.units(day, "value", decimals), read.units(day, "contributed", decimals)});
            if (read.bad || (report.series.size() > 1 && report.series[report.series.size() - 2].date >= report.series.back().date))
                return invalid("reports.file-malformed", "series");
        }
    return report;
}

ReportFigures figuresOf(const ReportDocument& document)
{
    return {document.key, document.id, document.client, document.from, document.to, document.figures, document.series};
}

} // namespace rialto::reports

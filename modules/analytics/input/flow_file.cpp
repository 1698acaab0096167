// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/input/flow_file.h"

#include "analytics/input/text_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace rialto::analytics {
namespace {

using Json = nlohmann::json;

const Json* member(const Json& object, std::initializer_list<const char*> names)
{
    for (const char* name : names)
        if (const auto found = object.find(name); found != object.end())
            return &*found;
    return nullptr;
}

Result<DatedFlow> flowOf(const Json& json, std::size_t index)
{
    const Json* date = nullptr;
    const Json* amount = nullptr;
    if (json.is_array() && json.size() == 2) {
        date = &json[0];
        amount = &json[1];
    } else if (json.is_object()) {
        date = member(json, {"date", "when", "day"});
        amount = member(json, {"amount", "value", "flow", "cash_flow"});
    }
    const std::string where = "flow " + std::to_string(index + 1);
    if (date == nullptr || amount == nullptr || !date->is_string())
        return invalid("analysis.flows", where + " is no pair of a date (text) and an amount");
    const std::string text = date->get<std::string>();
    const auto day = Date::parse(text.size() > 10 && (text[10] == 'T' || text[10] == ' ') ? std::string_view(text).substr(0, 10) : std::string_view(text));
    if (!day)
        return invalid("analysis.flows", where + ": no date (YYYY-MM-DD): " + text.substr(0, 40));
    std::optional<double> value;
    if (amount->is_number())
        value = amount->get<double>();
    else if (amount->is_string())
        value = readNumber(amount->get<std::string>());
    if (!value || !std::isfinite(*value))
        return invalid("analysis.flows", where + ": the amount is no number");
    return DatedFlow{*day, *value};
}

bool looksLikeFlow(const Json& json)
{
    return (json.is_array() && json.size() == 2 && json[0].is_string()) || (json.is_object() && member(json, {"date", "when", "day"}) != nullptr);
}

Result<FlowCase> caseOf(const Json& json)
{
    FlowCase result;
    const Json* flows = &json;
    if (json.is_object()) {
        flows = member(json, {"flows", "transactions", "cash_flows"});
        if (const Json* name = member(json, {"case", "name", "id"}))
            result.name = name->is_string() ? name->get<std::string>() : name->dump();
        if (const Json* guess = member(json, {"guess"}); guess != nullptr && guess->is_number())
            result.guess = guess->get<double>();
    }
    if (flows == nullptr || !flows->is_array())
        return invalid("analysis.flows", "\"flows\" must be a list of [date, amount]");
    for (std::size_t i = 0; i < flows->size(); ++i) {
        const auto flow = flowOf((*flows)[i], i);
        if (!flow)
            return flow.error();
        result.flows.push_back(*flow);
    }
    return result;
}

Result<FlowFile> fromJson(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return invalid("analysis.json", "the text is no valid JSON");
    const Json* cases = json.is_object() ? member(json, {"cases"}) : json.is_array() ? &json : nullptr;
    FlowFile file;
    const bool single = cases == nullptr || (json.is_array() && (json.empty() || looksLikeFlow(json[0])));
    if (single) {
        auto only = caseOf(json);
        if (!only)
            return only.error();
        file.cases.push_back(std::move(*only));
        return file;
    }
    if (!cases->is_array())
        return invalid("analysis.flows", "\"cases\" must be a list");
    file.list = true;
    for (std::size_t i = 0; i < cases->size(); ++i) {
        auto each = caseOf((*cases)[i]);
        if (!each)
            return invalid(each.error().code, "case " + std::to_string(i + 1) + ": " + each.error().detail);
        file.cases.push_back(std::move(*each));
    }
    return file;
}

Result<FlowFile> fromCsv(std::string_view text)
{
    const auto table = TextTable::parse(text);
    if (!table)
        return table.error();
    auto dateColumn = table->dateColumn();
    auto amount = table->column({"amount", "cashflow", "cash_flow", "cash flow", "flow", "value", "net_amount"});
    if (!dateColumn && table->columns() == 2) // no header
        dateColumn = 0;
    if (!amount && table->columns() == 2 && dateColumn)
        amount = 1 - *dateColumn;
    if (!dateColumn || !amount)
        return invalid("analysis.flows", "needed: the columns date and amount");
    const auto split = table->column({"case", "id", "name", "portfolio"});
    const auto dates = table->dates(*dateColumn);
    if (!dates)
        return dates.error();
    FlowFile file;
    file.list = split.has_value();
    for (std::size_t row = 0; row < table->rows(); ++row) {
        const auto value = table->required(row, *amount);
        if (!value)
            return value.error();
        const std::string name = split ? table->cell(row, *split) : std::string();
        auto at = std::find_if(file.cases.rbegin(), file.cases.rend(), [&](const FlowCase& each) { return each.name == name; });
        if (at == file.cases.rend()) {
            file.cases.push_back({name, {}, std::nullopt});
            at = file.cases.rbegin();
        }
        at->flows.push_back({(*dates)[row], *value});
    }
    return file;
}

} // namespace

Result<FlowFile> FlowFile::parse(std::string_view text)
{
    if (text.size() > TextTable::kMostBytes)
        return invalid("analysis.too-large", "more than 256 MiB; split the file");
    const auto start = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start == std::string_view::npos)
        return invalid("analysis.empty", "the file is empty");
    return text[start] == '{' || text[start] == '[' ? fromJson(text.substr(start)) : fromCsv(text);
}

} // namespace rialto::analytics

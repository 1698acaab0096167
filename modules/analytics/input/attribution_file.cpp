// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/input/attribution_file.h"

#include "analytics/input/text_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace rialto::analytics {
namespace {

struct AttributionField {
    std::array<const char*, 5> names;
    bool needed;
};

constexpr std::array<AttributionField, 8> kAttributionFields{{
    {{"wp", "portfolio_weight", "weight_portfolio", "portfolio weight", "w_p"}, true},
    {{"wb", "benchmark_weight", "weight_benchmark", "benchmark weight", "w_b"}, true},
    {{"rp", "portfolio_return", "return_portfolio", "portfolio return", "r_p"}, true},
    {{"rb", "benchmark_return", "return_benchmark", "benchmark return", "r_b"}, true},
    {{"cash", "cash_return", "local_cash", "c", "eurodeposit"}, false},
    {{"fx", "currency_return", "fx_return", "currency return", "e"}, false},
    {{"hp", "portfolio_exposure", "portfolio_currency_weight", "hedge_p", "h_p"}, false},
    {{"hb", "benchmark_exposure", "benchmark_currency_weight", "hedge_b", "h_b"}, false},
}};

CurrencySector sectorOf(std::string name, const std::array<double, 8>& values)
{
    CurrencySector sector{std::move(name), values[0], values[1], values[2], values[3], std::isnan(values[4]) ? 0 : values[4], std::isnan(values[5]) ? 0 : values[5], {}, {}};
    if (!std::isnan(values[6]))
        sector.portfolioExposure = values[6];
    if (!std::isnan(values[7]))
        sector.benchmarkExposure = values[7];
    return sector;
}

Result<AttributionPeriod> periodOf(const nlohmann::json& json, std::size_t number, bool& currencies)
{
    const std::string where = "period " + std::to_string(number + 1);
    if (!json.is_object())
        return invalid("analysis.attribution", where + " is no object with wp, wb, rp and rb");
    AttributionPeriod period;
    for (const char* key : {"period", "date", "name"})
        if (const auto name = json.find(key); name != json.end() && period.name.empty())
            period.name = name->is_string() ? name->get<std::string>() : name->dump();
    std::array<const nlohmann::json*, 8> lists{};
    std::size_t count = 0;
    for (std::size_t f = 0; f < lists.size(); ++f) {
        for (const char* key : kAttributionFields[f].names)
            if (const auto found = json.find(key); found != json.end() && found->is_array() && lists[f] == nullptr)
                lists[f] = &*found;
        if (lists[f] == nullptr) {
            if (kAttributionFields[f].needed)
                return invalid("analysis.attribution", where + ": the list '" + kAttributionFields[f].names[0] + "' is missing");
            continue;
        }
        if (f == 0)
            count = lists[f]->size();
        if (lists[f]->size() != count)
            return invalid("analysis.attribution", where + ": '" + kAttributionFields[f].names[0] + "' has " + std::to_string(lists[f]->size()) + " values, wp has " + std::to_string(count));
        currencies = currencies || f >= 4;
    }
    const nlohmann::json* names = nullptr;
    for (const char* key : {"sectors", "sector", "names", "markets"})
        if (const auto found = json.find(key); found != json.end() && found->is_array() && names == nullptr)
            names = &*found;
    if (names != nullptr && names->size() != count)
        return invalid("analysis.attribution", where + ": as many sectors as weights are needed");
    for (std::size_t i = 0; i < count; ++i) {
        std::array<double, 8> values;
        values.fill(kMissing);
        for (std::size_t f = 0; f < lists.size(); ++f) {
            if (lists[f] == nullptr)
                continue;
            const auto& cell = (*lists[f])[i];
            if (!cell.is_number() && !(cell.is_null() && f >= 4))
                return invalid("analysis.attribution", where + ": '" + kAttributionFields[f].names[0] + "' " + std::to_string(i + 1) + " is no number");
            if (cell.is_number())
                values[f] = cell.get<double>();
        }
        std::string name = "sector " + std::to_string(i + 1);
        if (names != nullptr)
            name = (*names)[i].is_string() ? (*names)[i].get<std::string>() : (*names)[i].dump();
        period.sectors.push_back(sectorOf(std::move(name), values));
    }
    return period;
}

Result<AttributionFile> attributionFromJson(std::string_view text)
{
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded())
        return invalid("analysis.json", "the text is no valid JSON");
    const nlohmann::json* list = json.is_array() ? &json : nullptr;
    if (json.is_object())
        if (const auto found = json.find("periods"); found != json.end() && found->is_array())
            list = &*found;
    AttributionFile file;
    const std::size_t count = list != nullptr ? list->size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
        auto period = periodOf(list != nullptr ? (*list)[i] : json, i, file.currencies);
        if (!period)
            return period.error();
        file.periods.push_back(std::move(*period));
    }
    return file;
}

Result<AttributionFile> attributionFromCsv(std::string_view text)
{
    const auto table = TextTable::parse(text);
    if (!table)
        return table.error();
    AttributionFile file;
    std::array<std::optional<std::size_t>, 8> columns;
    for (std::size_t f = 0; f < columns.size(); ++f) {
        for (const char* each : kAttributionFields[f].names)
            if (!columns[f])
                columns[f] = table->columnNamed(each);
        if (!columns[f] && kAttributionFields[f].needed)
            return invalid("analysis.attribution", std::string("the column '") + kAttributionFields[f].names[0] + "' is missing; needed are sector,wp,wb,rp,rb");
        file.currencies = file.currencies || (f >= 4 && columns[f]);
    }
    const auto sector = table->column({"sector", "name", "country", "market", "asset", "asset_class", "industry", "segment", "currency"});
    const auto period = table->column({"period", "date", "month", "quarter", "year"});
    for (std::size_t row = 0; row < table->rows(); ++row) {
        std::array<double, 8> values;
        values.fill(kMissing);
        for (std::size_t f = 0; f < columns.size(); ++f) {
            if (!columns[f])
                continue;
            const auto value = kAttributionFields[f].needed ? table->required(row, *columns[f]) : table->number(row, *columns[f]);
            if (!value)
                return value.error();
            values[f] = *value;
        }
        const std::string name = period ? table->cell(row, *period) : std::string();
        if (file.periods.empty() || file.periods.back().name != name) {
            // Rows of a period stand together or come back later: both are one period.
            const auto known = std::find_if(file.periods.begin(), file.periods.end(), [&](const AttributionPeriod& each) { return each.name == name; });
            if (known != file.periods.end()) {
                known->sectors.push_back(sectorOf(sector ? table->cell(row, *sector) : "sector " + std::to_string(known->sectors.size() + 1), values));
                continue;
            }
            file.periods.push_back({name, {}});
        }
        auto& at = file.periods.back();
        at.sectors.push_back(sectorOf(sector ? table->cell(row, *sector) : "sector " + std::to_string(at.sectors.size() + 1), values));
    }
    return file;
}

} // namespace

std::vector<Sector> AttributionPeriod::plain() const
{
    std::vector<Sector> all;
    for (const auto& each : sectors)
        all.push_back({each.name, each.portfolioWeight, each.benchmarkWeight, each.portfolioReturn, each.benchmarkReturn});
    return all;
}

Result<AttributionFile> AttributionFile::parse(std::string_view text)
{
    if (text.size() > TextTable::kMostBytes)
        return invalid("analysis.too-large", "more than 256 MiB; split the file");
    const auto start = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (start == std::string_view::npos)
        return invalid("analysis.empty", "the file is empty");
    auto file = text[start] == '{' || text[start] == '[' ? attributionFromJson(text.substr(start)) : attributionFromCsv(text);
    if (file && file->periods.empty())
        return invalid("analysis.empty", "there is no period");
    return file;
}

} // namespace rialto::analytics

// SPDX-License-Identifier: GPL-3.0-or-later
// Reference files of mainland China's markets as WonderTrader keeps them (JSON, often GBK): sessions, holidays, fees and the
// products of each exchange.
#include "integration/connector.h"
#include "integration/text_rows.h"

namespace rialto::integration {

namespace wondertrader {
namespace {

enum class Shape { None, Sessions, Holidays, Fees, Products };

Shape shapeOf(const JsonNode& json)
{
    if (!json.isObject() || json.size() == 0)
        return Shape::None;
    const JsonNode& first = json.at(0);
    if (first.has("sections") && first.has("offset"))
        return Shape::Sessions;
    if (first.has("byvolume") && first.has("open"))
        return Shape::Fees;
    if (first.at(0).has("pricetick") && first.at(0).has("session"))
        return Shape::Products;
    if (first.isArray() && first.at(0).isString() && first.at(0).text.size() == 8 && Date::parse(first.at(0).text))
        return Shape::Holidays;
    return Shape::None;
}

int recognise(const Payload& payload) { return payload.json != nullptr && shapeOf(*payload.json) != Shape::None ? 85 : 0; }

bool minuteOfDay(const std::string& text)
{
    const auto value = wholeNumber(text);
    return value && *value >= 0 && *value <= 2400 && *value % 100 < 60;
}

Result<void> parse(const Payload& payload, Harvest& harvest)
{
    const JsonNode& json = *payload.json;
    const Shape shape = shapeOf(json);
    std::uint64_t row = 0;
    const auto take = [&](const std::string& key, std::vector<std::pair<std::string, std::string>> fields, bool sound, const std::string& why) {
        ++row;
        if (!sound) {
            harvest.reject(row, 0, key, "value-malformed", why);
            return;
        }
        harvest.records.push_back({key, std::move(fields)});
        harvest.accept();
    };
    for (std::size_t i = 0; i < json.size() && i < json.keys.size(); ++i) {
        const JsonNode& each = json.items[i];
        const std::string& key = json.keys[i];
        if (shape == Shape::Sessions) {
            std::string text;
            bool sound = each["sections"].size() > 0;
            for (const auto& section : each["sections"].items) {
                sound = sound && minuteOfDay(section["from"].text) && minuteOfDay(section["to"].text);
                text += (text.empty() ? "" : " ") + section["from"].text + "-" + section["to"].text;
            }
            take(key, {{"name", each["name"].text}, {"offset", each["offset"].text}, {"sections", text}}, sound, text);
        } else if (shape == Shape::Holidays) {
            for (const auto& day : each.items) {
                const auto date = Date::parse(day.text);
                take(key, {{"date", date ? date->text() : std::string()}, {"what", "holiday"}}, date.ok(), day.text);
            }
        } else if (shape == Shape::Fees) {
            const auto number = [&](const char* name) { return Decimal::parse(each[name].text).ok(); };
            take(key, {{"open", each["open"].text}, {"close", each["close"].text}, {"closeToday", each["closetoday"].text}, {"byVolume", each["byvolume"].text}},
                number("open") && number("close") && number("closetoday"), each["open"].text + " " + each["close"].text);
        } else {
            for (std::size_t k = 0; k < each.size() && k < each.keys.size(); ++k) {
                const JsonNode& product = each.items[k];
                const auto tick = Decimal::parse(product["pricetick"].text);
                take(key + "." + each.keys[k], {{"name", product["name"].text}, {"tick", product["pricetick"].text}, {"multiplier", product["volscale"].text}, {"session", product["session"].text}, {"holiday", product["holiday"].text}},
                    tick && tick->isPositive() && Decimal::parse(product["volscale"].text).ok(), product["pricetick"].text);
            }
        }
    }
    return {};
}

} // namespace
} // namespace wondertrader

Connector wondertraderReferenceConnector() { return {"wondertrader-reference", "China's sessions, holidays, fees and products (JSON)", "reference", wondertrader::recognise, wondertrader::parse}; }

} // namespace rialto::integration

// SPDX-License-Identifier: GPL-3.0-or-later
#include "brokers/binance/binance_adapter.h"

#include <nlohmann/json.hpp>

namespace rialto::binance {

namespace {

using Json = nlohmann::json;

std::string text(const Json& json, const char* key)
{
    const bool there = json.is_object() && json.contains(key) && json[key].is_string();
    return there ? json[key].get<std::string>() : std::string();
}

std::int64_t whole(const Json& json, const char* key)
{
    const bool there = json.is_object() && json.contains(key) && json[key].is_number_integer();
    return there ? json[key].get<std::int64_t>() : 0;
}

} // namespace

Result<Terms> readTerms(const std::string& settings, const std::string& secret)
{
    const Json json = Json::parse(settings, nullptr, false);
    const Json keys = Json::parse(secret, nullptr, false);
    Terms terms;
    terms.url = text(json, "url");
    terms.key = text(keys, "key");
    terms.secret = text(keys, "secret");
    if (terms.key.empty() || terms.secret.empty())
        return invalid("broker.secret-missing", "the secret is one line {\"key\":\"...\",\"secret\":\"...\"}");
    const std::string asset = text(json, "quoteAsset");
    if (!asset.empty())
        terms.quoteAsset = asset;
    const auto currency = Currency::parse(text(json, "currency"));
    if (!currency || terms.url.rfind("http", 0) != 0 || !json.contains("instruments") || !json["instruments"].is_array())
        return invalid("broker.settings", "binance needs \"url\", \"currency\" and \"instruments\": [{\"id\":1,\"symbol\":\"BTCUSDT\"}]");
    terms.currency = *currency;
    for (const Json& each : json["instruments"]) {
        const std::int64_t id = whole(each, "id");
        if (id <= 0 || id > INT32_MAX || text(each, "symbol").empty())
            return invalid("broker.settings", "an instrument needs \"id\" and \"symbol\"");
        terms.symbols[InstrumentId(static_cast<std::uint32_t>(id))] = text(each, "symbol");
    }
    return terms;
}

} // namespace rialto::binance

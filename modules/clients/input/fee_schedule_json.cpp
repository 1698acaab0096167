// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/input/fee_schedule_json.h"

#include "clients/input/exact_cell.h"
#include "integration/json_tree.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace rialto::clients {

namespace {

using integration::JsonNode;

std::string folded(std::string_view text)
{
    std::string word;
    for (const char c : text)
        if (c >= 'A' && c <= 'Z')
            word.push_back(static_cast<char>(c + 32));
        else if (c != ' ' && c != '_' && c != '-')
            word.push_back(c);
    return word;
}

template <class Value>
struct Word {
    std::string_view text;
    Value value;
};

constexpr Word<FeeKind> kKinds[] = {{"marginal", FeeKind::Marginal}, {"tiered", FeeKind::Marginal}, {"tiers", FeeKind::Marginal}, {"graduated", FeeKind::Marginal},
    {"blended", FeeKind::Marginal}, {"progressive", FeeKind::Marginal}, {"slab", FeeKind::Marginal}, {"cliff", FeeKind::Cliff}, {"breakpoint", FeeKind::Cliff}, {"linear", FeeKind::Cliff},
    {"flat", FeeKind::Flat}, {"fixed", FeeKind::Flat}, {"pertrade", FeeKind::PerTrade}, {"transaction", FeeKind::PerTrade}, {"trade", FeeKind::PerTrade},
    {"performance", FeeKind::Performance}, {"incentive", FeeKind::Performance}};
constexpr Word<BillingFrequency> kFrequencies[] = {{"month", BillingFrequency::Month}, {"monthly", BillingFrequency::Month}, {"quarter", BillingFrequency::Quarter},
    {"quarterly", BillingFrequency::Quarter}, {"halfyear", BillingFrequency::HalfYear}, {"halfyearly", BillingFrequency::HalfYear}, {"semiannual", BillingFrequency::HalfYear},
    {"semiannually", BillingFrequency::HalfYear}, {"year", BillingFrequency::Year}, {"yearly", BillingFrequency::Year}, {"annual", BillingFrequency::Year}, {"annually", BillingFrequency::Year}};
constexpr Word<DayBasis> kDayBases[] = {{"equal", DayBasis::Equal}, {"periods", DayBasis::Equal}, {"actual/365", DayBasis::Actual365}, {"act/365", DayBasis::Actual365},
    {"365", DayBasis::Actual365}, {"actual/actual", DayBasis::ActualActual}, {"act/act", DayBasis::ActualActual}, {"actual/360", DayBasis::Actual360}, {"act/360", DayBasis::Actual360},
    {"360", DayBasis::Actual360}, {"30/360", DayBasis::Thirty360}, {"30e/360", DayBasis::Thirty360}};
constexpr Word<ValueBasis> kValueBases[] = {{"end", ValueBasis::End}, {"ending", ValueBasis::End}, {"periodend", ValueBasis::End}, {"arrears", ValueBasis::End},
    {"start", ValueBasis::Start}, {"beginning", ValueBasis::Start}, {"periodstart", ValueBasis::Start}, {"advance", ValueBasis::Start}, {"average", ValueBasis::Average}, {"mean", ValueBasis::Average},
    {"daily", ValueBasis::Daily}, {"dailyaverage", ValueBasis::Daily}, {"averagedaily", ValueBasis::Daily}, {"averagedailybalance", ValueBasis::Daily}};
constexpr Word<Rounding> kRoundings[] = {{"halfup", Rounding::HalfUp}, {"halfeven", Rounding::HalfEven}, {"bankers", Rounding::HalfEven}, {"down", Rounding::Down}, {"up", Rounding::Up},
    {"floor", Rounding::Floor}, {"ceiling", Rounding::Ceiling}, {"truncate", Rounding::Down}};

template <class Value, std::size_t Size>
std::optional<Value> wordOf(const Word<Value> (&words)[Size], std::string_view text)
{
    const std::string word = folded(text);
    for (const auto& each : words)
        if (each.text == word)
            return each.value;
    return std::nullopt;
}

class ScheduleReader {
public:
    explicit ScheduleReader(const JsonNode& root) : m_root(root) {}

    Result<FeeSchedule> read()
    {
        if (!m_root.isObject())
            return malformed("the document", "is no object");
        m_out.id = text("id");
        m_out.name = text("name");
        const auto currency = Currency::parse(m_root.has("currency") ? text("currency") : "USD");
        if (!currency)
            return malformed("currency", "is no ISO 4217 code");
        m_out.currency = *currency;
        if (const auto words = readWords(); !words)
            return words.error();
        for (const auto& [key, into] : {std::pair{"minimum", &m_out.minimum}, std::pair{"maximum", &m_out.maximum}})
            if (const JsonNode& node = m_root[alias(key)]; !node.isNull()) {
                const auto amount = money(node, key);
                if (!amount)
                    return amount.error();
                *into = *amount;
            }
        if (const auto components = readComponents(); !components)
            return components.error();
        if (const auto valid = validate(m_out); !valid)
            return valid.error();
        return std::move(m_out);
    }

private:
    static Error malformed(const std::string& key, const std::string& what) { return invalid("billing.schedule-malformed", key + " " + what); }
    std::string text(std::string_view key) const { return m_root[key].isScalar() ? m_root[key].text : std::string(); }
    std::string alias(const std::string& key) const
    {
        for (const std::string& each : {key, key + "_fee", key.substr(0, 3), key.substr(0, 3) + "_fee"})
            if (m_root.has(each))
                return each;
        return key;
    }

    Result<void> readWords()
    {
        const auto pick = [&](std::initializer_list<const char*> keys, const auto& words, auto& into) -> Result<void> {
            for (const char* key : keys)
                if (const JsonNode& node = m_root[key]; node.isScalar()) {
                    const auto value = wordOf(words, node.text);
                    if (!value)
                        return malformed(key, "'" + node.text.substr(0, 30) + "' is not known");
                    into = *value;
                    return {};
                }
            return {};
        };
        if (const auto done = pick({"period", "frequency", "billing_period", "billing_frequency"}, kFrequencies, m_out.frequency); !done)
            return done;
        if (const auto done = pick({"day_count", "day_basis", "daycount"}, kDayBases, m_out.dayBasis); !done)
            return done;
        if (const auto done = pick({"value", "value_basis", "valuation", "timing", "billing"}, kValueBases, m_out.valueBasis); !done)
            return done;
        if (const auto done = pick({"rounding"}, kRoundings, m_out.rounding); !done)
            return done;
        for (const char* key : {"aggregate", "aggregation", "household_aggregation", "householding"})
            if (const JsonNode& node = m_root[key]; !node.isNull()) {
                const std::string word = folded(node.text);
                if (word != "household" && word != "true" && word != "account" && word != "false" && word != "none")
                    return malformed(key, "is household or account");
                m_out.household = word == "household" || word == "true";
            }
        for (const char* key : {"proration", "prorate"})
            if (const JsonNode& node = m_root[key]; !node.isNull()) {
                const std::string word = folded(node.text);
                if (word != "days" && word != "daily" && word != "true" && word != "none" && word != "false")
                    return malformed(key, "is days or none");
                m_out.prorate = word == "days" || word == "daily" || word == "true";
            }
        for (const char* key : {"prorate_minimum", "minimum_prorated"})
            if (const JsonNode& node = m_root[key]; node.kind == JsonNode::Kind::Bool)
                m_out.prorateMinimum = node.text == "true";
        return {};
    }

    Result<std::int64_t> money(const JsonNode& node, const std::string& key) const
    {
        const auto minor = node.isScalar() ? exactUnits(node.text, m_out.currency.digits(), nullptr) : std::nullopt;
        if (!minor || *minor > kLargestAmount || *minor < 0)
            return malformed(key, "'" + node.text.substr(0, 30) + "' is no amount of " + m_out.currency.code());
        return *minor;
    }
    Result<std::int64_t> rate(const JsonNode& object, const std::string& key) const
    {
        // The name may carry the unit.
        const std::array<std::pair<std::string, int>, 7> keys{{{key, 10}, {key + "_percent", 8}, {key + "_pct", 8}, {key + "_bps", 6}, {key + "_bp", 6}, {key == "rate" ? "bps" : "", 6}, {key == "rate" ? "percent" : "", 8}}};
        for (const auto& [name, places] : keys) {
            if (name.empty() || object[name].isNull())
                continue;
            std::string text = object[name].isScalar() ? object[name].text : std::string("?");
            int at = places;
            const auto ends = [&](std::string_view tail) { return text.size() > tail.size() && folded(text).ends_with(tail); };
            if (ends("%")) {
                at = 8;
                text = text.substr(0, text.find('%'));
            } else if (ends("bps") || ends("bp")) {
                at = 6;
                text = text.substr(0, text.find_first_of("bB"));
            }
            while (!text.empty() && text.back() == ' ')
                text.pop_back();
            const auto units = exactUnits(text, at, nullptr);
            if (!units || *units < 0 || *units > kRateOne)
                return malformed(name, "'" + object[name].text.substr(0, 30) + "' is no rate between 0 and 100 % (0.0125, \"1.25%\" or \"125bp\")");
            return *units;
        }
        return std::int64_t{0};
    }

    Result<std::vector<FeeTier>> tiers(const JsonNode& list, bool& upperBelongs) const
    {
        if (!list.isArray() || list.size() == 0 || list.size() > 1000)
            return malformed("tiers", "is a list of tiers");
        std::vector<FeeTier> out;
        bool byFrom = false;
        bool byTo = false;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const JsonNode& node = list.at(i);
            const std::string which = "tier " + std::to_string(i + 1);
            if (!node.isObject())
                return malformed(which, "is no object");
            FeeTier tier;
            bool haveFrom = false;
            for (const char* key : {"from", "above", "min", "lower", "over"})
                if (const JsonNode& value = node[key]; !value.isNull() && !haveFrom) {
                    const auto amount = money(value, which + ", " + key);
                    if (!amount)
                        return amount.error();
                    tier.from = *amount;
                    haveFrom = true;
                }
            for (const char* key : {"up_to", "upto", "to", "max", "upper", "limit", "threshold"})
                if (const JsonNode& value = node[key]; !value.isNull() && !tier.upTo) {
                    const auto amount = money(value, which + ", " + key);
                    if (!amount)
                        return amount.error();
                    tier.upTo = *amount;
                }
            byFrom = byFrom || haveFrom;
            byTo = byTo || tier.upTo.has_value();
            bool hasRate = false;
            for (const std::string& key : node.keys)
                hasRate = hasRate || key.starts_with("rate") || key == "bps" || key == "percent";
            if (!hasRate)
                return malformed(which, "has no rate");
            const auto read = rate(node, "rate");
            if (!read)
                return malformed(which + ",", read.error().detail);
            tier.rate = *read;
            if (!haveFrom && !out.empty())
                tier.from = out.back().upTo.value_or(-1);
            out.push_back(tier);
        }
        if (byFrom && !byTo) {
            std::stable_sort(out.begin(), out.end(), [](const FeeTier& a, const FeeTier& b) { return a.from < b.from; });
            for (std::size_t i = 0; i + 1 < out.size(); ++i)
                out[i].upTo = out[i + 1].from;
        }
        upperBelongs = byTo || !byFrom;
        return out;
    }

    Result<FeeComponent> component(const JsonNode& node, FeeKind kind) const
    {
        FeeComponent out;
        out.kind = kind;
        for (const char* key : {"label", "name"})
            if (out.label.empty() && &node != &m_root && node[key].isString())
                out.label = node[key].text.substr(0, 80);
        if (out.label.empty())
            out.label = kind == FeeKind::PerTrade ? "trade fee" : kind == FeeKind::Performance ? "performance fee" : kind == FeeKind::Flat ? "flat fee" : "advisory fee";
        if (kind == FeeKind::Marginal || kind == FeeKind::Cliff) {
            if (!node.has("tiers") && (node.has("rate") || node.has("rate_bps") || node.has("rate_percent"))) {
                const auto single = rate(node, "rate");
                if (!single)
                    return single.error();
                out.tiers.push_back({0, std::nullopt, *single});
                return out;
            }
            auto read = tiers(node["tiers"], out.upperBelongs);
            if (!read)
                return read.error();
            out.tiers = std::move(*read);
            return out;
        }
        for (const char* key : {"amount", "fee", "per_trade"})
            if (const JsonNode& value = node[key]; value.isScalar()) {
                const auto amount = money(value, std::string(name(kind)) + ", " + key);
                if (!amount)
                    return amount.error();
                out.amount = *amount;
                break;
            }
        for (const char* key : {"minimum", "minimum_per_trade", "min"})
            if (kind == FeeKind::PerTrade && &node != &m_root && node[key].isScalar()) {
                const auto amount = money(node[key], std::string("per_trade, ") + key);
                if (!amount)
                    return amount.error();
                out.leastPerTrade = *amount;
                break;
            }
        const auto part = rate(node, "rate");
        const auto hurdle = rate(node, "hurdle");
        if (!part)
            return part.error();
        if (!hurdle)
            return hurdle.error();
        out.rate = *part;
        out.hurdle = *hurdle;
        const std::string per = folded(node["per"].text);
        out.perPeriod = per == "period" || (!per.empty() && wordOf(kFrequencies, per) == m_out.frequency && m_out.frequency != BillingFrequency::Year);
        if (!per.empty() && !out.perPeriod && per != "year" && per != "annual" && per != "trade")
            return malformed("per", "'" + per.substr(0, 30) + "' is year, period or the schedule's own period");
        out.perAccount = folded(node["each"].text) == "account";
        out.hardHurdle = folded(node["hurdle_type"].text) != "soft";
        out.netMark = folded(node["high_water_mark"].text) == "net";
        return out;
    }

    Result<void> add(const JsonNode& node, FeeKind kind)
    {
        auto one = component(node, kind);
        if (!one)
            return one.error();
        m_out.components.push_back(std::move(*one));
        return {};
    }

    Result<void> readComponents()
    {
        const auto kindOf = [](const JsonNode& node) -> std::optional<FeeKind> {
            for (const char* key : {"type", "kind", "method", "basis"})
                if (node[key].isString())
                    return wordOf(kKinds, node[key].text);
            return node.has("tiers") ? std::optional(FeeKind::Marginal) : std::nullopt;
        };
        if (const JsonNode& list = m_root["components"]; list.isArray()) {
            if (list.size() > 100)
                return malformed("components", "has more than a hundred entries");
            for (std::size_t i = 0; i < list.size(); ++i) {
                const auto kind = kindOf(list.at(i));
                if (!kind)
                    return malformed("component " + std::to_string(i + 1), "has no type (marginal, cliff, flat, per_trade or performance)");
                if (const auto added = add(list.at(i), *kind); !added)
                    return added;
            }
        } else if (m_root.has("type") || m_root.has("kind") || m_root.has("method") || m_root.has("tiers")) {
            const auto kind = kindOf(m_root);
            if (!kind)
                return malformed("type", "is marginal, cliff, flat, per_trade or performance");
            const bool apart = (*kind == FeeKind::Flat && m_root["flat"].isObject()) || (*kind == FeeKind::PerTrade && m_root["per_trade"].isObject())
                || (*kind == FeeKind::Performance && m_root["performance"].isObject());
            if (!apart)
                if (const auto added = add(m_root, *kind); !added)
                    return added;
        }
        for (const auto& [key, kind] : {std::pair{"flat", FeeKind::Flat}, std::pair{"per_trade", FeeKind::PerTrade}, std::pair{"performance", FeeKind::Performance}})
            if (m_root[key].isObject())
                if (const auto added = add(m_root[key], kind); !added)
                    return added;
        return {};
    }

    const JsonNode& m_root;
    FeeSchedule m_out;
};

} // namespace

Result<FeeSchedule> readFeeSchedule(std::string_view json)
{
    const auto tree = integration::parseJson(json, {32, 100'000});
    if (!tree)
        return invalid("billing.schedule-malformed", tree.error().text());
    return ScheduleReader(*tree).read();
}

std::string writeFeeSchedule(const FeeSchedule& schedule)
{
    using Json = nlohmann::ordered_json;
    const auto money = [&](std::int64_t minor) { return Money(minor, schedule.currency).text(); };
    const auto rate = [](std::int64_t value) { return formatDecimal(value, 10, 0); };
    Json components = Json::array();
    for (const FeeComponent& each : schedule.components) {
        Json one{{"type", std::string(name(each.kind))}, {"label", each.label}};
        if (!each.tiers.empty()) {
            Json tiers = Json::array();
            for (const FeeTier& tier : each.tiers) {
                Json row;
                if (!each.upperBelongs || each.tiers.size() == 1)
                    row["from"] = money(tier.from);
                else if (tier.upTo)
                    row["up_to"] = money(*tier.upTo);
                row["rate"] = rate(tier.rate);
                tiers.push_back(row);
            }
            one["tiers"] = tiers;
        } else {
            one["amount"] = money(each.amount);
            one["rate"] = rate(each.rate);
            if (each.kind == FeeKind::Flat) {
                one["per"] = each.perPeriod ? "period" : "year";
                one["each"] = each.perAccount ? "account" : "group";
            }
            if (each.kind == FeeKind::PerTrade)
                one["minimum"] = money(each.leastPerTrade);
            if (each.kind == FeeKind::Performance) {
                one["hurdle"] = rate(each.hurdle);
                one["hurdle_type"] = each.hardHurdle ? "hard" : "soft";
                one["high_water_mark"] = each.netMark ? "net" : "gross";
            }
        }
        components.push_back(one);
    }
    Json out{{"id", schedule.id}, {"name", schedule.name}, {"currency", schedule.currency.code()}, {"period", std::string(name(schedule.frequency))},
        {"day_count", std::string(name(schedule.dayBasis))}, {"value", std::string(name(schedule.valueBasis))}, {"aggregate", schedule.household ? "household" : "account"},
        {"proration", schedule.prorate ? "days" : "none"}, {"prorate_minimum", schedule.prorateMinimum}, {"rounding", std::string(name(schedule.rounding))}, {"components", components}};
    if (schedule.minimum)
        out["minimum"] = money(*schedule.minimum);
    if (schedule.maximum)
        out["maximum"] = money(*schedule.maximum);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace rialto::clients

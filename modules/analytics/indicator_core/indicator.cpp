// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/indicator.h"

#include "base/check.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace rialto::analytics {

std::vector<Indicator> registeredIndicators();

namespace {

std::string plainName(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain.push_back(c);
        else if (c >= 'A' && c <= 'Z')
            plain.push_back(static_cast<char>(c + 32));
    }
    return plain;
}

std::string without(std::string text, std::string_view part)
{
    const std::size_t at = text.find(part);
    if (at != std::string::npos && text.size() > part.size())
        text.erase(at, part.size());
    return text;
}

/// "fast_period", "optInFastPeriod" and "fast" are one name; so are "timeperiod", "length" and "period".
std::string parameterKey(std::string_view name)
{
    std::string key = plainName(name);
    if (key.rfind("optin", 0) == 0)
        key.erase(0, 5);
    if (key == "timeperiod" || key == "length" || key == "n" || key == "window" || key == "lookback")
        return "period";
    return without(key, "period");
}

std::string numberText(double value)
{
    char buffer[40];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc() ? std::string(buffer, end) : std::string("?");
}

Result<double> parsed(const Parameter& parameter, const std::string& text)
{
    if (parameter.kind == Parameter::Kind::Choice) {
        std::string known;
        for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
            if (plainName(parameter.choices[i]) == plainName(text))
                return static_cast<double>(i);
            known += (i ? ", " : "") + parameter.choices[i];
        }
        return invalid("indicator.bad-value", parameter.name + "=" + text + " (known: " + known + ")");
    }
    double value = 0;
    const char* begin = text.data();
    const char* end = begin + text.size();
    if (begin != end && *begin == '+')
        ++begin;
    const auto [stop, error] = std::from_chars(begin, end, value);
    const bool whole = parameter.kind == Parameter::Kind::Whole;
    if (error != std::errc() || stop != end || !std::isfinite(value) || (whole && value != std::floor(value)))
        return invalid("indicator.bad-value", parameter.name + "=" + text + " is not a " + (whole ? "whole number" : "number"));
    if (value < parameter.low || value > parameter.high)
        return invalid("indicator.bad-value",
            parameter.name + "=" + text + " is outside " + numberText(parameter.low) + " to " + numberText(parameter.high));
    return value;
}

bool matches(const Parameter& parameter, const std::string& key)
{
    return parameterKey(parameter.name) == key
        || std::any_of(parameter.aliases.begin(), parameter.aliases.end(), [&](const std::string& other) { return parameterKey(other) == key; });
}

} // namespace

Parameter whole(std::string name, int fallback, std::string meaning, int low, double high)
{
    return {std::move(name), Parameter::Kind::Whole, double(fallback), double(low), high, {}, std::move(meaning), {}};
}

Parameter real(std::string name, double fallback, std::string meaning, double low, double high)
{
    return {std::move(name), Parameter::Kind::Real, fallback, low, high, {}, std::move(meaning), {}};
}

Parameter choice(std::string name, std::vector<std::string> choices, std::string meaning, int fallback)
{
    const double high = double(choices.size()) - 1;
    return {std::move(name), Parameter::Kind::Choice, double(fallback), 0, high, std::move(choices), std::move(meaning), {}};
}

std::size_t Values::place(std::string_view name) const
{
    for (std::size_t i = 0; i < m_parameters->size(); ++i)
        if ((*m_parameters)[i].name == name)
            return i;
    return m_parameters->size();
}

bool Values::has(std::string_view name) const
{
    return place(name) < m_parameters->size();
}

double Values::real(std::string_view name) const
{
    const std::size_t at = place(name);
    RIALTO_CHECK(at < m_values.size(), "an indicator asked for a parameter that it does not define");
    return m_values[at];
}

bool Values::is(std::string_view name, std::string_view choice) const
{
    const std::size_t at = place(name);
    RIALTO_CHECK(at < m_values.size(), "an indicator asked for a parameter that it does not define");
    return (*m_parameters)[at].choices[static_cast<std::size_t>(m_values[at])] == choice;
}

std::string Values::text(std::size_t at) const
{
    const Parameter& parameter = (*m_parameters)[at];
    return parameter.kind == Parameter::Kind::Choice ? parameter.choices[static_cast<std::size_t>(m_values[at])] : numberText(m_values[at]);
}

const std::vector<Indicator>& indicatorCatalogue()
{
    static const std::vector<Indicator> catalogue = [] {
        std::vector<Indicator> entries = registeredIndicators();
        std::sort(entries.begin(), entries.end(), [](const Indicator& a, const Indicator& b) { return a.name < b.name; });
        return entries;
    }();
    return catalogue;
}

const Indicator* findIndicator(std::string_view name)
{
    static const std::map<std::string, const Indicator*> names = [] {
        std::map<std::string, const Indicator*> all;
        for (const Indicator& entry : indicatorCatalogue())
            all.emplace(plainName(entry.name), &entry);
        for (const Indicator& entry : indicatorCatalogue())
            for (const std::string& alias : entry.aliases)
                all.emplace(plainName(alias), &entry);
        return all;
    }();
    const auto found = names.find(plainName(name));
    return found == names.end() ? nullptr : found->second;
}

Result<Values> defaultValues(const Indicator& indicator)
{
    return indicatorValues(indicator, {});
}

Result<Values> parameterValues(const std::vector<Parameter>& parameters, const std::vector<std::string>& pairs)
{
    std::vector<double> values;
    for (const Parameter& parameter : parameters)
        values.push_back(parameter.fallback);
    for (const std::string& pair : pairs) {
        const std::size_t equal = pair.find('=');
        if (equal == std::string::npos)
            return invalid("indicator.bad-value", pair + " (write name=value)");
        const std::string key = parameterKey(pair.substr(0, equal));
        bool known = false;
        for (std::size_t i = 0; i < parameters.size(); ++i) {
            if (!matches(parameters[i], key))
                continue;
            const auto value = parsed(parameters[i], pair.substr(equal + 1));
            if (!value)
                return value.error();
            values[i] = *value;
            known = true;
        }
        if (!known) {
            std::string names;
            for (const Parameter& parameter : parameters)
                names += (names.empty() ? "" : ", ") + parameter.name;
            return invalid("indicator.unknown-parameter", pair.substr(0, equal) + " (known: " + (names.empty() ? "none" : names) + ")");
        }
    }
    return Values(parameters, std::move(values));
}

Result<Values> indicatorValues(const Indicator& indicator, const std::vector<std::string>& pairs)
{
    auto values = parameterValues(indicator.parameters, pairs);
    if (values && indicator.refuse)
        if (const std::string why = indicator.refuse(*values); !why.empty())
            return invalid("indicator.bad-value", why);
    return values;
}

Result<Outputs> computeIndicator(const Indicator& indicator, const Values& values, const Series& series)
{
    const auto column = [&](const std::string& name) {
        return name == "value" ? series.value : name == "second" ? series.second : name == "open" ? series.open : name == "high" ? series.high
            : name == "low" ? series.low : name == "close" ? series.close : series.volume;
    };
    for (const std::string& name : indicator.inputs) {
        if (name == "time") {
            if (series.time.size() != series.size)
                return invalid("indicator.missing-column", indicator.name + " needs the times of the bars");
            continue;
        }
        const auto numbers = column(name);
        if (numbers.size() != series.size)
            return invalid("indicator.missing-column", indicator.name + " needs the column " + name);
        const auto bad = std::find_if(numbers.begin(), numbers.end(), [](double x) { return !std::isfinite(x); });
        if (bad != numbers.end())
            return invalid("indicator.bad-number", "bar " + std::to_string(bad - numbers.begin() + 1) + " has no finite " + name);
    }
    Outputs outputs(indicator.outputs.size(), std::vector<double>(series.size, kNone));
    std::vector<double*> places;
    for (std::vector<double>& output : outputs)
        places.push_back(output.data());
    indicator.batch(series, values, places);
    return outputs;
}

int warmUpBars(const Indicator& indicator, const Values& values)
{
    constexpr int kLimit = 300'000;
    const std::unique_ptr<Stream> stream = indicator.stream(values);
    std::vector<double> out(indicator.outputs.size());
    std::vector<bool> seen(out.size(), false);
    // Waves of several lengths, so that turning points, gaps and volume of every kind occur.
    for (int i = 0; i < kLimit; ++i) {
        const auto price = [](double t) { return 100 + 7 * std::sin(t / 9) + 2 * std::sin(t / 2.3) + 11 * std::sin(t / 61); };
        Tick tick;
        tick.open = price(i - 0.6);
        tick.close = price(i);
        tick.high = std::max(tick.open, tick.close) + 0.6;
        tick.low = std::min(tick.open, tick.close) - 0.5;
        tick.volume = 1000 + 400 * std::sin(i / 3.7);
        tick.value = tick.close;
        tick.second = tick.open;
        tick.time = std::int64_t(i) * 60'000;
        stream->update(tick, out);
        for (std::size_t k = 0; k < out.size(); ++k)
            seen[k] = seen[k] || !std::isnan(out[k]);
        if (std::all_of(seen.begin(), seen.end(), [](bool one) { return one; }))
            return i;
    }
    return -1;
}

std::vector<double> sourceColumn(const Series& s, std::string_view source)
{
    const std::string name = plainName(source);
    const auto mean = [&](std::initializer_list<std::span<const double>> columns) {
        std::vector<double> result;
        for (const auto& column : columns)
            if (column.size() != s.size)
                return result;
        result.resize(s.size);
        for (std::size_t i = 0; i < s.size; ++i) {
            for (const auto& column : columns)
                result[i] += column[i];
            result[i] /= double(columns.size());
        }
        return result;
    };
    if (name == "open")
        return mean({s.open});
    if (name == "high")
        return mean({s.high});
    if (name == "low")
        return mean({s.low});
    if (name == "close")
        return mean({s.close});
    if (name == "volume")
        return mean({s.volume});
    if (name == "hl2")
        return mean({s.high, s.low});
    if (name == "hlc3")
        return mean({s.high, s.low, s.close});
    if (name == "hlcc4")
        return mean({s.high, s.low, s.close, s.close});
    if (name == "ohlc4")
        return mean({s.open, s.high, s.low, s.close});
    return {};
}

} // namespace rialto::analytics

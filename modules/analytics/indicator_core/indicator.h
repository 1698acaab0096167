// SPDX-License-Identifier: GPL-3.0-or-later
// An indicator as data (name, parameters with defaults and ranges, inputs, outputs, how to draw it) plus two ways to compute
// it: a Stream that takes one bar at a time in O(1) amortised, and a batch over columns. Both give the same bits (test:
// indicators). Each file of modules/analytics/indicators defines one `Indicator fooIndicator();` and is thereby in the
// catalogue; screens, screener and console know indicators only through it. Warm-up values are NaN. Pure; any thread; a
// Stream belongs to one thread at a time.
#pragma once

#include "analytics/indicator_core/tick.h"
#include "base/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rialto::analytics {

inline constexpr std::size_t kMaxOutputs = 16;
/// No window is longer: bounds memory whatever a user types.
inline constexpr double kMaxPeriod = 100'000;

struct Parameter {
    enum class Kind { Whole, Real, Choice };
    std::string name;
    Kind kind = Kind::Whole;
    double fallback = 0; // the default; of a choice its place
    double low = 0;
    double high = 0;
    std::vector<std::string> choices{};
    std::string meaning{};
    std::vector<std::string> aliases{}; // what other programs call it

    Parameter also(std::vector<std::string> names) &&
    {
        aliases = std::move(names);
        return std::move(*this);
    }
};

Parameter whole(std::string name, int fallback, std::string meaning, int low = 1, double high = kMaxPeriod);
Parameter real(std::string name, double fallback, std::string meaning, double low = -1e9, double high = 1e9);
/// The first choice is the default unless `fallback` says which.
Parameter choice(std::string name, std::vector<std::string> choices, std::string meaning, int fallback = 0);

enum class Draw { Line, Histogram, Dots, Cloud, Candle, Marker };

/// Where a chart draws an output: with the indicator (over the candles or in its pane), or nowhere, because it is of another
/// scale than its neighbours: consoles, screeners and legends still have it.
enum class Place { Drawn, Told };

struct Output {
    std::string name;
    Draw draw = Draw::Line;
    Place place = Place::Drawn;
};

/// The parameters' values in the order of the definition. Asking for an unknown name is a broken invariant.
class Values {
public:
    Values(const std::vector<Parameter>& parameters, std::vector<double> values) : m_parameters(&parameters), m_values(std::move(values)) {}
    double real(std::string_view name) const;
    int whole(std::string_view name) const { return static_cast<int>(real(name)); }
    bool is(std::string_view name, std::string_view choice) const;
    bool has(std::string_view name) const;
    const std::vector<double>& list() const { return m_values; }
    /// As the user reads it: "14", "0.5" or the choice.
    std::string text(std::size_t place) const;

private:
    std::size_t place(std::string_view name) const;
    const std::vector<Parameter>* m_parameters;
    std::vector<double> m_values;
};

class Stream {
public:
    virtual ~Stream() = default;
    /// Takes the next bar; every output is written, NaN where there is none yet.
    virtual void update(const Tick& tick, std::span<double> out) = 0;
    /// The same state again, so that a bar in progress can be tried without keeping it. Costs what the state holds (its window).
    virtual std::unique_ptr<Stream> clone() const = 0;
};

using Outputs = std::vector<std::vector<double>>;

struct Indicator {
    std::string name{};
    std::string title{};
    std::string group{}; // overlap, momentum, volume, volatility, price, cycle, statistic, math, pattern, performance, chart
    std::vector<std::string> inputs{"value"}; // of: value second open high low close volume time
    std::vector<Parameter> parameters{};
    std::vector<Output> outputs{{"value"}};
    std::string method{}; // formula and conventions in words, with the source
    std::vector<std::string> aliases{};
    bool overlay = false; // drawn over the candles; else in a pane of its own
    std::vector<double> guides{}; // levels of that pane that readers look for: 30 and 70 of the rsi
    std::string source = "close"; // what `value` is unless the caller chooses
    std::string secondSource = "open";
    std::function<std::unique_ptr<Stream>(const Values&)> stream{};
    std::function<void(const Series&, const Values&, std::span<double* const>)> batch{};
    std::function<std::string(const Values&)> refuse{}; // a sentence when parameters do not go together
};

/// The catalogue, sorted by name (generated from modules/analytics/indicators).
const std::vector<Indicator>& indicatorCatalogue();
/// By name or alias, case and punctuation ignored. Null when unknown.
const Indicator* findIndicator(std::string_view name);

/// "fast=12" pairs over the defaults. Names may be written as other libraries do (fastperiod, fast_period, timeperiod).
/// Errors: indicator.unknown-parameter, indicator.bad-value.
Result<Values> indicatorValues(const Indicator& indicator, const std::vector<std::string>& pairs);
/// The same for parameters of anything; the values point into `parameters`, which must outlive them.
Result<Values> parameterValues(const std::vector<Parameter>& parameters, const std::vector<std::string>& pairs);
Result<Values> defaultValues(const Indicator& indicator);

/// All outputs, each of the series' length. Errors: indicator.missing-column, indicator.bad-number.
Result<Outputs> computeIndicator(const Indicator& indicator, const Values& values, const Series& series);

/// Bars before every output has a value, found by running a made-up series; -1 when it depends on the prices.
int warmUpBars(const Indicator& indicator, const Values& values);

/// open high low close volume hl2 hlc3 hlcc4 ohlc4; empty when the name is none of them or a column is absent.
std::vector<double> sourceColumn(const Series& series, std::string_view source);

/// Runs a state over columns: the batch of every indicator that has no faster one.
template <class State> void runState(const Series& series, const Values& values, std::span<double* const> outs)
{
    State state(values);
    double out[kMaxOutputs];
    for (std::size_t i = 0; i < series.size; ++i) {
        for (std::size_t k = 0; k < outs.size(); ++k)
            out[k] = kNone;
        state.update(series.tick(i), out);
        for (std::size_t k = 0; k < outs.size(); ++k)
            outs[k][i] = out[k];
    }
}

/// Makes stream and batch of a state: `State(const Values&)` and `void update(const Tick&, double* out)`, which writes only
/// what is ready. States with a faster way over columns set `batch` themselves.
template <class State> Indicator indicator(Indicator definition)
{
    struct StateStream final : Stream {
        explicit StateStream(const Values& values) : state(values) {}
        void update(const Tick& tick, std::span<double> out) override
        {
            for (double& value : out)
                value = kNone;
            state.update(tick, out.data());
        }
        std::unique_ptr<Stream> clone() const override { return std::make_unique<StateStream>(*this); }
        State state;
    };
    if (definition.outputs.size() == 1 && definition.outputs[0].name == "value")
        definition.outputs[0].name = definition.name;
    definition.stream = [](const Values& values) -> std::unique_ptr<Stream> { return std::make_unique<StateStream>(values); };
    if (!definition.batch)
        definition.batch = runState<State>;
    return definition;
}

} // namespace rialto::analytics

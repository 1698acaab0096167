// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/indicator_core/moving_average.h"

#include "analytics/indicator_core/composite_averages.h"
#include "analytics/indicator_core/mesa.h"

#include <algorithm>

namespace rialto::analytics {

namespace {

template <class Average> struct AnyOf final : MovingAverage::Any {
    template <class... Arguments> explicit AnyOf(Arguments... arguments) : average(arguments...) {}
    double next(double x) override { return average.next(x); }
    std::unique_ptr<MovingAverage::Any> clone() const override { return std::make_unique<AnyOf>(*this); }
    Average average;
};

const std::vector<std::string>& averageNames()
{
    static const std::vector<std::string> names{"sma", "ema", "wma", "dema", "tema", "trima", "kama", "mama", "t3", "rma", "hull", "zlema"};
    return names;
}

} // namespace

MovingAverage::MovingAverage(std::string_view name, int n, Seed seed)
{
    if (name == "ema")
        m_average = std::make_unique<AnyOf<Ema>>(n, seed);
    else if (name == "wma")
        m_average = std::make_unique<AnyOf<Wma>>(n);
    else if (name == "dema")
        m_average = std::make_unique<AnyOf<Dema>>(n, seed);
    else if (name == "tema")
        m_average = std::make_unique<AnyOf<Tema>>(n, seed);
    else if (name == "trima")
        m_average = std::make_unique<AnyOf<Trima>>(n);
    else if (name == "kama")
        m_average = std::make_unique<AnyOf<Kama>>(n);
    else if (name == "mama")
        m_average = std::make_unique<AnyOf<Mama>>(0.5, 0.05);
    else if (name == "t3")
        m_average = std::make_unique<AnyOf<T3>>(n, 0.7, seed);
    else if (name == "rma")
        m_average = std::make_unique<AnyOf<Rma>>(n, seed);
    else if (name == "hull")
        m_average = std::make_unique<AnyOf<Hull>>(n);
    else if (name == "zlema")
        m_average = std::make_unique<AnyOf<Zlema>>(n, seed);
    else
        m_average = std::make_unique<AnyOf<Sma>>(n);
}

Parameter averageParameter(std::string name, std::string_view fallback)
{
    const auto& names = averageNames();
    const auto place = std::find(names.begin(), names.end(), fallback) - names.begin();
    return choice(std::move(name), names, "kind of average", static_cast<int>(place)).also({"matype", "movingaveragetype"});
}

std::string averageName(const Values& values, std::string_view parameter)
{
    for (const std::string& name : averageNames())
        if (values.is(parameter, name))
            return name;
    return "sma";
}

} // namespace rialto::analytics

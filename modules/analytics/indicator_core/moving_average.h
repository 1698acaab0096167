// SPDX-License-Identifier: GPL-3.0-or-later
// MovingAverage: an average chosen by name at run time, for indicators whose smoothing is a parameter. Names are those of
// averageParameter's choices; other conventions than the default are not asked for here. One thread at a time.
#pragma once

#include "analytics/indicator_core/conventions.h"

#include <memory>

namespace rialto::analytics {

class MovingAverage {
public:
    MovingAverage(std::string_view name, int n, Seed seed = Seed::Mean);
    MovingAverage(const MovingAverage& other) : m_average(other.m_average->clone()) {}
    MovingAverage(MovingAverage&& other) noexcept = default;
    MovingAverage& operator=(MovingAverage other) noexcept
    {
        m_average = std::move(other.m_average);
        return *this;
    }
    double next(double x) { return m_average->next(x); }

    struct Any {
        virtual ~Any() = default;
        virtual double next(double x) = 0;
        virtual std::unique_ptr<Any> clone() const = 0;
    };

private:
    std::unique_ptr<Any> m_average;
};

Parameter averageParameter(std::string name, std::string_view fallback);
std::string averageName(const Values& values, std::string_view parameter = "ma");

} // namespace rialto::analytics

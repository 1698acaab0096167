// SPDX-License-Identifier: GPL-3.0-or-later
// What the two methods of quadratic_program.cpp share. Only they include it. Pure.
#pragma once

#include "numerics/quadratic_program.h"

#include <optional>

namespace rialto::numerics::detail {

/// Nothing when the program is not of the kind (see quadratic_program.h) or the method does not get there.
std::optional<QuadraticSolution> activeSet(const QuadraticProgram& program);
Result<QuadraticSolution> interiorPoint(const QuadraticProgram& program);

} // namespace rialto::numerics::detail

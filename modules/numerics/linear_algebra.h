// SPDX-License-Identifier: GPL-3.0-or-later
// The few operations on matrices that the optimisers need; Eigen is inside and not seen. Pure; any thread.
#pragma once

#include "numerics/matrix.h"

#include <optional>
#include <span>
#include <vector>

namespace rialto::numerics {

std::vector<double> multiply(const Matrix& a, std::span<const double> x);
Matrix multiply(const Matrix& a, const Matrix& b);
Matrix transpose(const Matrix& a);
/// x' a y.
double form(std::span<const double> x, const Matrix& a, std::span<const double> y);
/// Solves a x = b by LU with pivoting; nothing when a is singular.
std::optional<Matrix> solve(const Matrix& a, const Matrix& b);
/// The symmetric matrix itself when its Cholesky factor exists, else with its negative eigenvalues set to zero.
Matrix semidefinite(const Matrix& a);

} // namespace rialto::numerics

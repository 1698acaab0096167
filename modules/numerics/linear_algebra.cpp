// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/linear_algebra.h"

#include <Eigen/Cholesky>
#include <Eigen/Eigenvalues>
#include <Eigen/LU>

#include <cmath>

namespace rialto::numerics {
namespace {

using Dense = Eigen::MatrixXd;

auto view(const Matrix& a) { return Eigen::Map<const Dense>(a.data.data(), static_cast<Eigen::Index>(a.rows), static_cast<Eigen::Index>(a.columns)); }

auto vectorView(std::span<const double> x) { return Eigen::Map<const Eigen::VectorXd>(x.data(), static_cast<Eigen::Index>(x.size())); }

Matrix matrixOf(const Dense& dense)
{
    Matrix result(static_cast<std::size_t>(dense.rows()), static_cast<std::size_t>(dense.cols()));
    Eigen::Map<Dense>(result.data.data(), dense.rows(), dense.cols()) = dense;
    return result;
}

} // namespace

std::vector<double> multiply(const Matrix& a, std::span<const double> x)
{
    std::vector<double> result(a.rows);
    Eigen::Map<Eigen::VectorXd>(result.data(), static_cast<Eigen::Index>(a.rows)) = view(a) * vectorView(x);
    return result;
}

Matrix multiply(const Matrix& a, const Matrix& b) { return matrixOf(view(a) * view(b)); }

Matrix transpose(const Matrix& a) { return matrixOf(view(a).transpose()); }

double form(std::span<const double> x, const Matrix& a, std::span<const double> y) { return vectorView(x).dot(view(a) * vectorView(y)); }

std::optional<Matrix> solve(const Matrix& a, const Matrix& b)
{
    const Eigen::PartialPivLU<Dense> factor(view(a));
    if (!(std::fabs(factor.matrixLU().diagonal().cwiseAbs().minCoeff()) > 0))
        return std::nullopt;
    const Dense solution = factor.solve(view(b));
    if (!solution.allFinite())
        return std::nullopt;
    return matrixOf(solution);
}

Matrix semidefinite(const Matrix& a)
{
    Dense dense = view(a);
    const Dense lifted = dense + Dense::Identity(dense.rows(), dense.cols()) * 1e-16;
    if (Eigen::LLT<Dense>(lifted).info() == Eigen::Success)
        return a;
    const Eigen::SelfAdjointEigenSolver<Dense> eigen(dense);
    return matrixOf(eigen.eigenvectors() * eigen.eigenvalues().cwiseMax(0.0).asDiagonal() * eigen.eigenvectors().transpose());
}

} // namespace rialto::numerics

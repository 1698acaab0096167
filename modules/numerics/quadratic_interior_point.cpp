// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/quadratic_program_internal.h"

#include <Eigen/Cholesky>
#include <Eigen/LU>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::numerics::detail {
namespace {

using InteriorMatrix = Eigen::MatrixXd;
using InteriorVector = Eigen::VectorXd;

InteriorMatrix denseOf(const Matrix& m)
{
    return Eigen::Map<const InteriorMatrix>(m.data.data(), static_cast<Eigen::Index>(m.rows), static_cast<Eigen::Index>(m.columns));
}

InteriorVector denseOf(const std::vector<double>& v) { return Eigen::Map<const InteriorVector>(v.data(), static_cast<Eigen::Index>(v.size())); }

/// Bounds are inequalities with one entry: `sign` x[variable] <= limit.
struct BoundRow {
    Eigen::Index variable;
    double sign;
    double limit;
};

class InteriorPoint {
public:
    explicit InteriorPoint(const QuadraticProgram& program)
        : m_n(static_cast<Eigen::Index>(program.q.size())), m_p(denseOf(program.p)), m_q(denseOf(program.q)), m_b(denseOf(program.b)), m_h(denseOf(program.h))
    {
        m_a = program.a.rows > 0 ? denseOf(program.a) : InteriorMatrix(0, m_n);
        m_g = program.g.rows > 0 ? denseOf(program.g) : InteriorMatrix(0, m_n);
        m_rows = m_a.rows();
        for (Eigen::Index i = 0; i < m_n && !program.low.empty(); ++i) {
            const auto at = static_cast<std::size_t>(i);
            if (program.low[at] == program.high[at]) { // no inside: an equality
                m_fixed.push_back(i);
                m_a.conservativeResize(m_a.rows() + 1, m_n);
                m_a.row(m_a.rows() - 1).setZero();
                m_a(m_a.rows() - 1, i) = 1;
                m_b.conservativeResize(m_b.size() + 1);
                m_b[m_b.size() - 1] = program.low[at];
                continue;
            }
            if (std::isfinite(program.low[at]))
                m_bounds.push_back({i, -1, -program.low[at]});
            if (std::isfinite(program.high[at]))
                m_bounds.push_back({i, 1, program.high[at]});
        }
        m_count = m_g.rows() + static_cast<Eigen::Index>(m_bounds.size());
    }

    Result<QuadraticSolution> run()
    {
        InteriorVector x = InteriorVector::Zero(m_n);
        for (const auto& bound : m_bounds) // the middle of a box, where it has two sides
            x[bound.variable] += 0.5 * bound.sign * bound.limit;
        InteriorVector y = InteriorVector::Zero(m_a.rows());
        InteriorVector s = (limits() - times(x)).cwiseMax(1.0);
        InteriorVector z = InteriorVector::Constant(m_count, 1.0);
        const double size = 1 + m_q.lpNorm<Eigen::Infinity>() + m_p.lpNorm<Eigen::Infinity>();
        double best = std::numeric_limits<double>::infinity();
        InteriorVector bestX = x, bestY = y, bestZ = z;
        int sinceBest = 0;
        int round = 0;
        for (; round < 120; ++round) {
            const InteriorVector dual = m_p * x + m_q + m_a.transpose() * y + back(z);
            const InteriorVector equal = m_a * x - m_b;
            const InteriorVector unequal = times(x) + s - limits();
            const double gap = m_count > 0 ? s.dot(z) / static_cast<double>(m_count) : 0;
            const double open = std::max({dual.lpNorm<Eigen::Infinity>() / size, norm(equal), norm(unequal)});
            if (const double worse = std::max(open, gap / size); worse < best) {
                best = worse;
                bestX = x;
                bestY = y;
                bestZ = z;
                sinceBest = 0;
            } else if (++sinceBest > 8 && best < 1e-7) {
                break; // rounding is all that moves
            }
            if (open < 1e-13 && gap < 1e-14 * size)
                break;
            if (!factor(z.cwiseQuotient(s)))
                break;
            InteriorVector dx, dy, ds, dz;
            InteriorVector centre = -s.cwiseProduct(z);
            step(dual, equal, unequal, centre, s, z, dx, dy, ds, dz);
            if (m_count > 0) {
                const double affine = std::min(reach(s, ds), reach(z, dz));
                const double after = (s + affine * ds).dot(z + affine * dz) / static_cast<double>(m_count);
                const double sigma = std::pow(std::clamp(after / gap, 0.0, 1.0), 3);
                centre = InteriorVector::Constant(m_count, sigma * gap) - s.cwiseProduct(z) - ds.cwiseProduct(dz);
                step(dual, equal, unequal, centre, s, z, dx, dy, ds, dz);
            }
            if (!dx.allFinite() || !dz.allFinite())
                break;
            const double length = m_count > 0 ? std::min({1.0, 0.995 * reach(s, ds), 0.995 * reach(z, dz)}) : 1.0;
            x += length * dx;
            y += length * dy;
            s += length * ds;
            z += length * dz;
            if (length < 1e-10)
                break;
        }
        return answer(bestX, bestY, bestZ, round);
    }

private:
    static double norm(const InteriorVector& v) { return v.size() == 0 ? 0 : v.lpNorm<Eigen::Infinity>(); }

    InteriorVector limits() const
    {
        InteriorVector d(m_count);
        d.head(m_g.rows()) = m_h;
        for (std::size_t i = 0; i < m_bounds.size(); ++i)
            d[m_g.rows() + static_cast<Eigen::Index>(i)] = m_bounds[i].limit;
        return d;
    }
    InteriorVector times(const InteriorVector& x) const
    {
        InteriorVector c(m_count);
        c.head(m_g.rows()) = m_g * x;
        for (std::size_t i = 0; i < m_bounds.size(); ++i)
            c[m_g.rows() + static_cast<Eigen::Index>(i)] = m_bounds[i].sign * x[m_bounds[i].variable];
        return c;
    }
    InteriorVector back(const InteriorVector& z) const
    {
        InteriorVector c = m_g.transpose() * z.head(m_g.rows());
        for (std::size_t i = 0; i < m_bounds.size(); ++i)
            c[m_bounds[i].variable] += m_bounds[i].sign * z[m_g.rows() + static_cast<Eigen::Index>(i)];
        return c;
    }

    /// P + C' diag(w) C, and the Schur complement of the equalities.
    bool factor(const InteriorVector& weights)
    {
        InteriorMatrix normal = m_p + m_g.transpose() * weights.head(m_g.rows()).asDiagonal() * m_g;
        for (std::size_t i = 0; i < m_bounds.size(); ++i)
            normal(m_bounds[i].variable, m_bounds[i].variable) += weights[m_g.rows() + static_cast<Eigen::Index>(i)];
        // Only so much that a singular P can be factored; it must not grow with the weights, or the answer moves.
        normal.diagonal().array() += 1e-13 * std::max(1e-6, m_p.diagonal().cwiseAbs().mean());
        m_normal.compute(normal);
        if (m_normal.info() != Eigen::Success)
            return false;
        if (m_a.rows() > 0) {
            m_backA = m_normal.solve(m_a.transpose());
            m_schur.compute(m_a * m_backA);
        }
        return true;
    }

    void step(const InteriorVector& dual, const InteriorVector& equal, const InteriorVector& unequal, const InteriorVector& centre, const InteriorVector& s,
        const InteriorVector& z, InteriorVector& dx, InteriorVector& dy, InteriorVector& ds, InteriorVector& dz) const
    {
        // ds = -unequal - C dx, dz = (centre - z ds) / s, both put into the first row.
        const InteriorVector right = -dual - back((centre + z.cwiseProduct(unequal)).cwiseQuotient(s));
        dx = m_normal.solve(right);
        if (m_a.rows() > 0) {
            dy = m_schur.solve(m_a * dx + equal);
            dx -= m_backA * dy;
        } else {
            dy = InteriorVector::Zero(0);
        }
        ds = -unequal - times(dx);
        dz = (centre - z.cwiseProduct(ds)).cwiseQuotient(s);
    }

    static double reach(const InteriorVector& at, const InteriorVector& step)
    {
        double most = 1;
        for (Eigen::Index i = 0; i < at.size(); ++i)
            if (step[i] < 0)
                most = std::min(most, -at[i] / step[i]);
        return most;
    }

    QuadraticSolution answer(const InteriorVector& x, const InteriorVector& y, const InteriorVector& z, int rounds) const
    {
        QuadraticSolution solution;
        solution.x.assign(x.data(), x.data() + x.size());
        solution.equalityPrices.assign(y.data(), y.data() + m_rows);
        solution.inequalityPrices.assign(z.data(), z.data() + m_g.rows());
        solution.boundPrices.assign(solution.x.size(), 0.0);
        for (std::size_t i = 0; i < m_bounds.size(); ++i)
            solution.boundPrices[static_cast<std::size_t>(m_bounds[i].variable)] += m_bounds[i].sign * z[m_g.rows() + static_cast<Eigen::Index>(i)];
        for (std::size_t i = 0; i < m_fixed.size(); ++i)
            solution.boundPrices[static_cast<std::size_t>(m_fixed[i])] = y[m_rows + static_cast<Eigen::Index>(i)];
        solution.objective = 0.5 * x.dot(m_p * x) + m_q.dot(x);
        solution.iterations = rounds;
        solution.method = "interior point";
        return solution;
    }

    Eigen::Index m_n;
    InteriorMatrix m_p;
    InteriorVector m_q;
    InteriorMatrix m_a, m_g;
    InteriorVector m_b, m_h;
    std::vector<BoundRow> m_bounds;
    Eigen::Index m_count = 0;
    Eigen::Index m_rows = 0;               // equalities of the program; those of fixed variables follow
    std::vector<Eigen::Index> m_fixed;
    Eigen::LLT<InteriorMatrix> m_normal;
    InteriorMatrix m_backA;
    Eigen::PartialPivLU<InteriorMatrix> m_schur;
};

} // namespace

Result<QuadraticSolution> interiorPoint(const QuadraticProgram& program) { return InteriorPoint(program).run(); }

} // namespace rialto::numerics::detail

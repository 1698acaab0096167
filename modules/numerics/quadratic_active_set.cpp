// SPDX-License-Identifier: GPL-3.0-or-later
#include "numerics/quadratic_program_internal.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <cmath>
#include <limits>

namespace rialto::numerics::detail {
namespace {

enum class Place : unsigned char { Low, High, Free };

class ActiveSet {
public:
    explicit ActiveSet(const QuadraticProgram& program) : m_program(program), m_n(program.q.size()), m_x(m_n), m_place(m_n, Place::Low), m_gradient(m_n) {}

    std::optional<QuadraticSolution> run()
    {
        if (!start())
            return std::nullopt;
        std::size_t block = 16;
        const int most = static_cast<int>(20 * m_n + 200);
        for (int round = 1; round <= most; ++round) {
            m_moved = false;
            if (!descend())
                return std::nullopt;
            if (!m_moved)
                block = 1; // several entered and blocked each other: one at a time always makes way
            if (!release(block))
                return answer(round);
        }
        return std::nullopt;
    }

private:
    double budgetOf(std::size_t i) const { return m_program.a(0, i); }

    /// Fills the budget by the best objective a unit: a corner with one variable off its bounds.
    bool start()
    {
        double left = m_program.b[0];
        for (std::size_t i = 0; i < m_n; ++i) {
            m_x[i] = m_program.low[i];
            left -= budgetOf(i) * m_x[i];
        }
        if (left < -1e-12)
            return false;
        std::vector<std::size_t> order(m_n);
        std::vector<double> rank(m_n);
        for (std::size_t i = 0; i < m_n; ++i) {
            order[i] = i;
            rank[i] = (m_program.q[i] + m_program.p(i, i) / 2) / budgetOf(i);
        }
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
        std::optional<std::size_t> last;
        for (const std::size_t i : order) {
            const double room = (m_program.high[i] - m_program.low[i]) * budgetOf(i);
            if (room <= 0)
                continue;
            last = i;
            if (room >= left) {
                m_x[i] += left / budgetOf(i);
                left = 0;
                break;
            }
            m_x[i] = m_program.high[i];
            m_place[i] = Place::High;
            left -= room;
        }
        if (!last || left > 1e-12 * std::max(1.0, std::fabs(m_program.b[0])))
            return false;
        m_place[*last] = Place::Free;
        m_free.push_back(*last);
        return true;
    }

    /// To the minimum over the free variables, fixing those that reach a bound on the way.
    bool descend()
    {
        for (;;) {
            if (m_free.empty())
                return true;
            const auto k = static_cast<Eigen::Index>(m_free.size());
            Eigen::MatrixXd part(k, k);
            Eigen::MatrixXd right(k, 2);
            computeGradient();
            for (Eigen::Index c = 0; c < k; ++c) {
                const double* column = m_program.p.column(m_free[static_cast<std::size_t>(c)]);
                for (Eigen::Index r = 0; r < k; ++r)
                    part(r, c) = column[m_free[static_cast<std::size_t>(r)]];
                right(c, 0) = -m_gradient[m_free[static_cast<std::size_t>(c)]];
                right(c, 1) = budgetOf(m_free[static_cast<std::size_t>(c)]);
            }
            const Eigen::LLT<Eigen::MatrixXd> factor(part);
            if (factor.info() != Eigen::Success)
                return false;
            const Eigen::VectorXd budget = right.col(1);
            factor.solveInPlace(right);
            // The step d: P d + a y = -gradient, a'd = 0.
            m_price = budget.dot(right.col(0)) / budget.dot(right.col(1));
            double share = 1;
            std::size_t blocking = m_free.size();
            for (Eigen::Index i = 0; i < k; ++i) {
                const std::size_t at = m_free[static_cast<std::size_t>(i)];
                const double step = right(i, 0) - m_price * right(i, 1);
                const double room = step > 0 ? m_program.high[at] - m_x[at] : m_program.low[at] - m_x[at];
                if (step != 0 && room / step < share) {
                    share = std::max(0.0, room / step);
                    blocking = static_cast<std::size_t>(i);
                }
            }
            m_moved = m_moved || share > 0;
            for (Eigen::Index i = 0; i < k; ++i)
                m_x[m_free[static_cast<std::size_t>(i)]] += share * (right(i, 0) - m_price * right(i, 1));
            if (blocking == m_free.size())
                return true;
            const std::size_t fixed = m_free[blocking];
            const bool up = right(static_cast<Eigen::Index>(blocking), 0) - m_price * right(static_cast<Eigen::Index>(blocking), 1) > 0;
            m_place[fixed] = up ? Place::High : Place::Low;
            m_x[fixed] = up ? m_program.high[fixed] : m_program.low[fixed];
            if (m_free.size() == 1)
                m_lone = fixed; // the price is then that of the last free variable
            m_free.erase(m_free.begin() + static_cast<std::ptrdiff_t>(blocking));
        }
    }

    void computeGradient()
    {
        m_gradient = m_program.q;
        for (std::size_t j = 0; j < m_n; ++j) {
            if (m_x[j] == 0)
                continue;
            const double* column = m_program.p.column(j);
            for (std::size_t i = 0; i < m_n; ++i)
                m_gradient[i] += column[i] * m_x[j];
        }
    }

    /// Frees the variables whose price has the wrong sign, the worst first; false when there is none.
    bool release(std::size_t block)
    {
        computeGradient();
        if (m_free.empty() && m_lone)
            m_price = -m_gradient[*m_lone] / budgetOf(*m_lone);
        double scale = 1e-300;
        for (const double each : m_gradient)
            scale = std::max(scale, std::fabs(each));
        std::vector<std::pair<double, std::size_t>> wrong;
        for (std::size_t i = 0; i < m_n; ++i) {
            const double reduced = m_gradient[i] + m_price * budgetOf(i);
            if (m_place[i] == Place::Free || m_program.high[i] - m_program.low[i] <= 0)
                continue;
            const double amount = m_place[i] == Place::Low ? -reduced : reduced;
            if (amount > 1e-12 * scale)
                wrong.emplace_back(amount, i);
        }
        if (wrong.empty())
            return false;
        const std::size_t count = std::min(block, wrong.size());
        std::partial_sort(wrong.begin(), wrong.begin() + static_cast<std::ptrdiff_t>(count), wrong.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < count; ++i) {
            m_place[wrong[i].second] = Place::Free;
            m_free.push_back(wrong[i].second);
        }
        if (m_free.size() == count && m_lone && m_place[*m_lone] != Place::Free) {
            m_place[*m_lone] = Place::Free; // at least two must move to keep the budget
            m_free.push_back(*m_lone);
        }
        return true;
    }

    QuadraticSolution answer(int rounds) const
    {
        QuadraticSolution solution;
        solution.x = m_x;
        solution.equalityPrices = {m_price};
        solution.boundPrices.assign(m_n, 0.0);
        for (std::size_t i = 0; i < m_n; ++i) {
            if (m_place[i] != Place::Free)
                solution.boundPrices[i] = -(m_gradient[i] + m_price * budgetOf(i));
            solution.objective += m_x[i] * (m_gradient[i] + m_program.q[i]) / 2;
        }
        solution.iterations = rounds;
        solution.method = "active set";
        return solution;
    }

    const QuadraticProgram& m_program;
    std::size_t m_n;
    std::vector<double> m_x;
    std::vector<Place> m_place;
    std::vector<double> m_gradient;
    std::vector<std::size_t> m_free;
    std::optional<std::size_t> m_lone;
    double m_price = 0;
    bool m_moved = false;
};

} // namespace

std::optional<QuadraticSolution> activeSet(const QuadraticProgram& program)
{
    if (program.a.rows != 1 || program.g.rows != 0 || program.low.empty())
        return std::nullopt;
    for (std::size_t i = 0; i < program.q.size(); ++i)
        if (!(program.a(0, i) > 0) || !std::isfinite(program.low[i]) || !std::isfinite(program.high[i]))
            return std::nullopt;
    return ActiveSet(program).run();
}

} // namespace rialto::numerics::detail
